from __future__ import annotations

import pytest

from tests.examples.tries import codes, fails, passes

REASON = """规则 说明
  每项 当 得分 < 分值 且 未填 原因 且 非 属于 满意度指标
  则 提示 "为什么"
"""
CAP = """规则 封顶
  每项目 当 预算执行率 < 60%
  则 总分 至多 69 因为 "低"，等级 至多 中
"""


def example(rule: str, given: str, expected: str, head: str = "") -> str:
    said = f"  设 {given}\n" if given else ""
    return f'{rule}\n算例 "一"{head}\n{said}  应 {expected}\n'


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("得分 9分，分值 10分", "提示 说明，得 9分"),
        ('得分 9分，分值 10分，原因 "线上"', "无 提示"),
        ("得分 10分，分值 10分", "无 提示 说明"),
        ("得分 9分，分值 10分，属于 满意度指标", "无 提示"),
        ("得分 9分，分值 10分，属于 产出指标", "提示"),
    ],
)
def test_a_rule_over_lines_speaks_of_the_line_given(given: str, expected: str) -> None:
    passes(example(REASON, given, expected))


def line(condition: str, effect: str) -> str:
    return f"规则 试\n  每项 当 {condition}\n  则 {effect}\n"


@pytest.mark.parametrize(
    ("rule", "given", "expected"),
    [
        (line("完成比例 >= 130% 且 正向", "扣 2分"), "正向，完成比例 130%，得分 10分，分值 10分", "得 8分"),
        (line("完成比例 >= 130% 且 正向", "扣 2分"), "反向，完成比例 130%，得分 10分，分值 10分", "得 10分"),
        (
            line("完成比例 >= 130% 且 正向", "扣 2分"),
            "目标值 >= 10次，实际 13次，得分 10分，分值 10分",
            "得 8分，达标",
        ),
        (
            line("未达标嗯 = 是 或 达标", "得分 至多 分值 * 50%"),
            "达标，得分 10分，分值 10分，未达标嗯 = 否",
            "得 5分",
        ),
        (line("非 达标", "得分 至多 5分"), "未达标，得分 9分，分值 10分", "得 5分，未达标"),
        (line("非 达标", "得分 至多 5分"), "达标 否，得分 9分，分值 10分", "得 5分"),
        (line("未报", "不计"), "未报，分值 10分", "不计"),
        (line("自评得分 > 得分", '提示 "高了"'), "自评得分 9分，得分 8分", "提示"),
        (line("核查得分 < 自评得分", "扣 自评得分 - 核查得分"), "得分 9分，自评 9分，核查 7分", "得 7分"),
        (line("实际 >= 100次", "扣 1分"), "实际 100次，得分 9分", "得 8分"),
        (line("实际 >= 100次", "扣 1分"), "目标值 >= 100人，实际 100人，得分 9分", "得 9分"),
        (
            line("得分 > 0分", "扣 0.5分 每 1个百分点 超出 按比例"),
            "目标值 >= 90%，实际 88%，得分 9分",
            "得 8分",
        ),
    ],
)
def test_words_of_a_line(rule: str, given: str, expected: str) -> None:
    passes(example(rule, given, expected))


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("总分 95分，预算执行率 55%", "总分 69分"),
        ("总分 95分，预算执行率 60%", "总分 95分"),
        ("总分 50分，预算执行率 55%", "总分 50分"),
        ("总分 95分，预算 5万元，执行数 2万元", "总分 69分"),
        ("总分 95分", "总分 69分..95分"),
        ("预算执行率 55%", "总分 0分..69分"),
    ],
)
def test_a_rule_over_projects_speaks_of_the_total_given(given: str, expected: str) -> None:
    passes(example(CAP, given, expected))


def test_grades_are_those_of_the_rubric_it_stands_under_or_names() -> None:
    given = "总分 95分，预算执行率 55%"
    assert codes(example(CAP, given, "等级 中")) == ["P0936"]
    passes(example(CAP, given, "等级 中", head=" 采用 国家自评2020"))
    rubric = '评分办法 试 沿用 国家自评2020\n  引自 "虚构"\n  等级 甲 >= 60，中 其他\n'
    passes(example(rubric + CAP, given, "等级 中"))
    applied = '评分办法 试 沿用 国家自评2020\n  引自 "虚构"\n  适用 封顶\n'
    passes(CAP + '\n算例 "一"\n  设 总分 95分，预算执行率 55%\n  应 等级 中\n' + applied)


def test_lines_groups_and_facts_beside_the_total() -> None:
    rule = (
        "规则 试\n  每项目 当 得分(甲) < 3分 且 有 成本指标 且 逾期次数 > 0次 且 达标(乙)\n"
        "  则 扣 2分 每 1次 逾期次数 按比例，乙 至多 1分\n"
    )
    given = "总分 90分，甲 = 2分，成本指标 10分，逾期次数 = 2次，乙 达标，乙 得分 4分"
    passes(example(rule, given, "总分 83分"))
    passes(example(rule, given.replace("甲 = 2分", "甲 = 3分"), "总分 90分，甲 得 3分"))
    passes(example(rule, given.replace("成本指标 10分", "有 成本指标"), "总分 83分"))
    passes(example(rule, given.replace("成本指标 10分", "无 成本指标"), "总分 90分"))
    passes(example(rule, given.replace("乙 达标，", "乙 未达标，"), "总分 90分"))
    passes(example(rule, given.replace("，逾期次数 = 2次", ""), "总分 0分..90分"))


@pytest.mark.parametrize(
    ("said", "total"),
    [
        ("甲 = 2分", "80分"),
        ("甲 得分 2分，甲 分值 5分", "80分"),
        ("甲 = 3分，甲 分值 3分", "90分"),
        ("甲 完成比例 70%，甲 2分", "80分"),
    ],
)
def test_points_and_weights_of_a_line_by_name(said: str, total: str) -> None:
    rule = "规则 试\n  每项目 当 得分(甲) < 3分\n  则 扣 10分\n"
    passes(example(rule, f"总分 90分，{said}", f"总分 {total}"))


@pytest.mark.parametrize(
    ("condition", "said", "total"),
    [
        ("完成比例(甲) < 80%", "甲 70%", "80分"),
        ("完成比例(甲) < 80%", "甲 完成比例 80%", "90分"),
        ("分值(甲) > 4分", "甲 分值 5分", "80分"),
        ("未报(甲)", "甲 待定", "80分"),
        ("未报(甲)", "甲 未报", "80分"),
        ("未报(甲)", "甲 达标", "90分"),
        ("未报(甲) 或 得分(甲) < 3分", "甲 不计", "90分"),
    ],
)
def test_states_of_a_line_by_name(condition: str, said: str, total: str) -> None:
    rule = f"规则 试\n  每项目 当 {condition}\n  则 扣 10分\n"
    passes(example(rule, f"总分 90分，{said}", f"总分 {total}"))


@pytest.mark.parametrize("said", ["甲 2022-12-31", "甲 嗯嗯", "甲 嗯嗯 3分", "甲 完成比例 3次"])
def test_what_is_said_of_a_line_and_is_nothing(said: str) -> None:
    rule = "规则 试\n  每项目 当 得分(甲) < 3分\n  则 扣 10分\n"
    assert codes(example(rule, f"总分 90分，{said}", "总分 90分")) == ["P0933"]


def test_groups_have_the_weights_of_the_rubric() -> None:
    rule = "规则 试\n  每项目 当 得分(产出指标) < 分值(产出指标) * 80%\n  则 扣 10分\n"
    text = example(rule, "总分 90分，产出指标 39分", "总分 80分", head=" 采用 国家自评2020")
    passes(text)
    passes(text.replace("39分", "40分").replace("总分 80分", "总分 90分"))


def test_a_department_of_several_projects() -> None:
    rule = '规则 部门\n  每部门 当 预算执行率 < 60% 且 项目数 >= 3\n  则 提示 "慢"\n'
    passes(example(rule, "预算执行率 55%，项目数 3", "提示 部门"))
    passes(example(rule, "预算执行率 55%，项目数 2", "无 提示"))
    passes(example(rule, "预算 10万元，执行数 7万元，项目数 3", "无 提示"))
    passes(example(rule, "项目数 3", "无 提示"))
    amount = rule.replace("预算执行率 < 60%", "预算 > 5万元")
    assert codes(example(amount, "预算执行率 55%，项目数 3", "提示")) == ["P0934"]
    passes(example(amount, "预算 6万元，项目数 3", "提示"))
    assert codes(example(rule, "预算执行率 55%，项目数 0", "提示")) == ["P0933"]


@pytest.mark.parametrize(
    ("rule", "given", "code"),
    [
        (REASON, "得分 9分，分值 10分，嗯 3次", "P0932"),
        (REASON, "得分 11分，分值 10分", "P0938"),
        (REASON, "得分 9分", "P0934"),
        (line("非 达标", "得分 至多 5分"), "得分 9分，分值 10分", "P0934"),
        (line("正向", "得分 至多 5分"), "得分 9分，分值 10分", "P0934"),
        (line("得分 > 0分", "扣 分值 * 10%"), "得分 9分", "P0934"),
        (REASON, "得分 9分，分值 10分，扣分 1分", "P0932"),
        (CAP, "总分 101分，预算执行率 55%", "P0938"),
        (CAP, "总分 9分，成本指标 20分，预算执行率 55%", "P0938"),
        (CAP, "总分 95分，预算执行率 55次", "P0933"),
        (CAP, "得分 9分", "P0932"),
        (CAP, "总分 95分，总分 96分", "P0937"),
    ],
)
def test_what_is_given_wrong(rule: str, given: str, code: str) -> None:
    assert codes(example(rule, given, "总分 1分" if rule == CAP else "得 1分")) == [code]


def test_a_word_that_makes_no_difference_need_not_be_given() -> None:
    rule = line("得分 < 5分 且 非 达标", "得分 至多 1分")
    passes(example(rule, "得分 9分，分值 10分", "得 9分"))
    assert codes(example(rule, "得分 4分，分值 10分", "得 1分")) == ["P0934"]


def test_a_failure_says_what_rules_did() -> None:
    assert fails(example(CAP, "总分 95分，预算执行率 55%", "总分 95分")) == [
        ("95.00 分", "69.00 分", "-26.00")
    ]
