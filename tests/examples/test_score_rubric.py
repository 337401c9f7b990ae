from __future__ import annotations

import pytest

from tests.examples.tries import codes, fails, passes, tried

RUBRIC = """评分办法 试
  引自 "虚构"
  权重 成本指标 20，产出指标 40，效益指标 20，满意度指标 10，预算执行率 10 当 有 成本指标
  权重 产出指标 50，效益指标 30，满意度指标 10，预算执行率 10 当 无 成本指标
  缺项 满意度指标 归 效益指标
  评分 其余 是否达标；预算执行率 执行率分档
  等级 优 >= 90，良 >= 80，中 >= 60，差 其他
  舍入 每项 2位 四舍五入
  缺报 待定
"""
RULES = """规则 封顶
  每项目 当 预算执行率 < 60%
  则 总分 至多 69 因为 "低"，等级 至多 中
规则 说明
  每项 当 得分 < 分值 且 未填 原因
  则 提示 "为什么"，扣 1分
"""


def example(given: str, expected: str, rubric: str = RUBRIC, rules: str = "") -> str:
    return f'{rubric}\n算例 "一"\n  设 {given}\n  应 {expected}\n{rules}'


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("产出指标 48.96分，效益指标 29.25分，满意度指标 10分，预算执行率 9.6分", "总分 97.81分，等级 优"),
        ("产出 48.96，效益 29.25，满意度 10，预算执行率 9.6分", "总分 97.81分，产出指标 得 48.96分"),
        ("产出指标 50分，效益指标 40分，预算执行率 10分", "总分 100分"),
        ("成本指标 20分，产出指标 40分，效益指标 20分，满意度指标 10分，预算执行率 10分", "总分 100分"),
        (
            "产出指标 45分，效益指标 25.3分，满意度指标 = 不计，预算执行率 8分",
            "总分 87.00分，满意度指标 不计",
        ),
        (
            "产出指标 45分，效益指标 30分，满意度指标 待定，预算执行率 10分",
            "总分 85分..95分，满意度指标 待定，等级 待定",
        ),
        (
            "产出指标 45分，效益指标 30分，满意度指标 10分，预算执行率 96%",
            "预算执行率 得 7分..10分，总分 92分..95分，等级 优",
        ),
        ("产出指标 45分，效益指标 30分，满意度指标 10分，预算执行率 96%，已完成 否", "总分 92分"),
        ("产出指标 45分，效益指标 30分，满意度指标 10分，预算 5万元，执行数 4.8万元，已完成", "总分 95分"),
        ("产出指标 45分，效益指标 30分，满意度指标 10分", "总分 85分..95分，预算执行率 待定"),
    ],
)
def test_points_of_groups_add_up_as_the_rubric_has_it(given: str, expected: str) -> None:
    passes(example(given, expected))


def test_the_worked_number_of_the_notes() -> None:
    text = example("产出指标 50分，效益指标 28.3分，满意度指标 不计，预算执行率 0分", "总分 86分")
    assert fails(text) == [("86.00 分", "87.00 分", "+1.00")]
    (trial,) = tried(text)
    assert trial.unmet[0].why.zh == "各项之和 50.00 + 28.30 + 0.00，其余折算为 100 分"


def test_rules_over_the_project_hold_and_those_over_lines_have_been() -> None:
    given = "产出指标 50分，效益指标 30分，满意度指标 9分，预算执行率 55%，已完成 否"
    text = example(given, "总分 69分，等级 中，无 提示", rules=RULES)
    passes(text)
    (trial,) = tried(text.replace("总分 69分", "总分 70分"))
    assert trial.unmet[0].why.zh.endswith("；封顶：总分 至多 69 分（低）；封顶：等级至多 中")


def test_a_limit_that_may_apply_is_told_as_such() -> None:
    given = "产出指标 50分，效益指标 30分，满意度指标 9分"
    (trial,) = tried(example(given, "总分 1分", rules=RULES))
    why = trial.unmet[0].why
    assert "封顶：可能总分 至多 69 分（低）" in why.zh
    assert "封顶: perhaps total at most 69 (低)" in why.en


def test_groups_may_be_all_in_one() -> None:
    rubric = """评分办法 平
  引自 "虚构"
  权重 全部 100
  评分 其余 是否达标
  等级 绿 >= 70，红 其他
  舍入 总分 2位 四舍五入
  缺报 待定
"""
    passes(example("全部 70分", "总分 70分，等级 绿", rubric))
    passes(example("甲 50分，乙 19.99分", "总分 69.99分，等级 红", rubric))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("产出指标 51分，效益指标 30分，满意度指标 10分", "P0938"),
        ("产出指标 40次，效益指标 30分，满意度指标 10分", "P0933"),
        ("产出指标 40分，效益指标 30分，满意度指标 10分，预算执行率 11分", "P0938"),
        ("产出指标 40分，效益指标 30分，满意度指标 10分，预算执行率 96", "P0933"),
        ("产出指标 40分，效益指标 30分，满意度指标 10分，服务指标 10分", "P0412"),
        ("产出指标 40分，满意度指标 10分", "P0411"),
        ("产出指标 40分，产出 41分，效益指标 30分，满意度指标 10分", "P0937"),
    ],
)
def test_what_is_given_wrong(given: str, code: str) -> None:
    assert codes(example(given, "总分 1分")) == [code]


def test_a_rubric_names_no_other() -> None:
    given = "产出指标 50分，效益指标 30分，满意度指标 10分，预算执行率 10分"
    assert codes(example(given, "总分 100分").replace('"一"', '"一" 采用 okr')) == ["P0936"]
