from __future__ import annotations

import pytest

from tests.examples.tries import codes, fails, passes, tried, worked
from tests.scoring import score_one

SHEET = """采用 国家自评2020
项目 甲
  年度 2022
  预算 5万元
  产出指标 / 数量指标：
    次数 >= 12次
    完成率 >= 90%
  效益指标：
    档案 >= 80%
  满意度指标：
    满意率 >= 90%
"""
FACTS = "次数 = 11次，完成率 92%，档案 76%，满意率 95%，执行数 4.8万元"


def example(given: str, expected: str, *, sheet: str = SHEET, head: str = "") -> str:
    said = f"  设 {given}\n" if given else ""
    return f'{sheet}\n算例 "一"{head}\n{said}  应 {expected}\n'


def test_it_scores_as_eval_does() -> None:
    facts = "\n".join(f"  {each}" for each in FACTS.split("，"))
    scored = score_one(f"{SHEET}实绩 甲\n{facts}\n")
    result = worked(example(FACTS, "总分 0分"))
    assert result.total == scored.total
    assert [line.points for line in result.lines] == [line.points for line in scored.indicators]
    assert result.possible == scored.possible_grades


@pytest.mark.parametrize(
    "expected",
    [
        "次数 得 22.92分，完成率 得 25分，档案 得 28.5分，预算执行率 得 9.6分",
        "总分 96.02分，等级 优",
        "次数 未达标，完成率 达标，产出指标 得 47.92分",
        "无 提示，无 错误",
    ],
)
def test_all_that_may_be_expected(expected: str) -> None:
    passes(example(FACTS, expected))


def test_given_facts_are_the_only_ones_and_what_is_missing_is_pending() -> None:
    actuals = "实绩 甲\n  次数 = 12次\n  完成率 = 90%\n"
    passes(
        example(
            "次数 = 6次",
            "次数 得 12.5分，完成率 待定，总分 待定，总分 12.50分..87.50分",
            sheet=SHEET + actuals,
        )
    )
    passes(example("", "次数 待定，总分 0分..100分，等级 待定"))


def test_another_rubric_is_named_in_the_head() -> None:
    passes(
        example(
            "次数 = 11次，已完成，执行数 4.8万元",
            "次数 得 19.79分，预算执行率 得 10分",
            head=" 采用 核心指标2021",
        )
    )
    assert codes(example("次数 = 11次", "次数 得 1分", head=" 采用 没有的办法")) == ["P0201"]


def test_a_project_without_a_rubric_needs_one() -> None:
    bare = SHEET.split("\n", 1)[1]
    assert codes(example(FACTS, "总分 96.02分", sheet=bare)) == ["P0936"]
    passes(example(FACTS, "总分 96.02分", sheet=bare, head=" 采用 国家自评2020"))


def test_a_month_is_that_of_the_facts() -> None:
    sheet = SHEET.replace("次数 >= 12次", "次数 >= 12次，评分 序时")
    method = "方法 序时\n  月份 <= 6月份 -> 实际 / 目标值 * 2\n  其他 -> 实际 / 目标值\n"
    passes(method + example("次数 = 3次，月份 6", "次数 得 12.5分", sheet=sheet))


def test_a_rubric_that_forbids_missing_facts_does_not_forbid_them_here() -> None:
    rubric = '评分办法 严 沿用 国家自评2020\n  引自 "虚构"\n  缺报 错误\n'
    passes(
        rubric
        + example("次数 = 12次", "次数 得 25分，总分 25分..100分", sheet=SHEET.replace("国家自评2020", "严"))
    )


def test_rules_speak() -> None:
    rule = '规则 说明\n  每项 当 得分 < 分值 且 未填 原因\n  则 提示 "为什么"\n'
    passes(rule + example("次数 = 11次", "提示 说明，提示，无 错误", sheet=SHEET))
    passes(rule + example('次数 = 11次，原因 "线上"', "无 提示 说明", sheet=SHEET))
    text = rule + example("次数 = 11次", "无 提示", sheet=SHEET)
    assert fails(text) == [("无 提示", "提示 说明：为什么", "")]


@pytest.mark.parametrize(
    ("given", "expected", "code"),
    [
        ("次 = 11次", "总分 1分", "P0641"),
        ("次数 = 11人", "总分 1分", "P0302"),
        ("次数 >= 11次", "总分 1分", "P0933"),
        ("次数 = 11次，次数 = 12次", "总分 1分", "P0937"),
        (FACTS, "没有 得 1分", "P0935"),
        (FACTS, "得 1分", "P0935"),
        (FACTS, "总分 达标", "P0935"),
        (FACTS, "等级 甲等", "P0935"),
        (FACTS, "提示 没有的规则", "P0935"),
        (FACTS, "总分 96次", "P0935"),
    ],
)
def test_what_is_written_wrong(given: str, expected: str, code: str) -> None:
    assert codes(example(given, expected)) == [code]


def test_two_lines_of_one_name_cannot_be_told_apart() -> None:
    sheet = SHEET.replace("    档案 >= 80%", "    次数 >= 80%")
    assert codes(example("完成率 92%", "次数 得 1分", sheet=sheet)) == ["P0935"]


def test_an_error_in_the_project_keeps_only_its_own_examples_from_being_tried() -> None:
    other = SHEET.split("\n", 1)[1].replace("项目 甲", "项目 乙").replace("次数 >= 12次", "次数 >= 12嗯")
    text = example(FACTS, "总分 96.02分") + other + '\n算例 "二"\n  应 总分 1分\n'
    assert codes(text) == ["P0303"]


def test_a_failed_total_says_what_it_is_made_of() -> None:
    (trial,) = tried(example(FACTS, "总分 96分"))
    (unmet,) = trial.unmet
    assert unmet.why.zh == "各项之和 22.92 + 25.00 + 28.50 + 10.00 + 9.60"
    assert unmet.difference == "+0.02"
