"""What the words of a rule stand for over each line of a project, and over the whole."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.scorecard import Interval
from tests.engines.ruled import (
    BY_LEVEL,
    LATE,
    NOT_REPORTED,
    WITHOUT_EXECUTION,
    effects,
    points_of,
    rule,
    ruled,
    settled,
    told,
)
from tests.invented_sheet import RUBRIC, spoilt
from tests.scoring import line_named, score_one


@pytest.mark.parametrize(
    ("condition", "names"),
    [
        ("满分 = 30分", "知晓率"),
        ("满分 > 分值", ""),
        ("下限 = 80%", "知晓率"),
        ("下限 = 12公里", "修路里程"),
        ("上限 = 10万元", "项目成本"),
        ("上限 = 80%", ""),
        ("核查得分 = 13分", "知晓率"),
        ("核查得分 < 13分", ""),
        ("自评得分 = 14分", "知晓率"),
        ("基数 = 20%", "知晓率"),
        ("超出 = 40个百分点", "知晓率"),
    ],
)
def test_words_of_a_line(condition: str, names: str) -> None:
    changes = (
        ("知晓率 >= 80%", "知晓率 >= 80%\n      基数 20%"),
        ("知晓率 = 80%", "知晓率 = 40%，自评 14分，核查 13分"),
    )
    project = ruled(f'每项 当 {condition} 则 提示 "在"', changes=changes)
    assert [flag.indicator for flag in project.flags] == names.split()


def test_strict_targets_have_a_direction_too() -> None:
    changes = (
        ("修路里程 >= 12", "修路里程 > 11"),
        ("项目成本 <= 10", "项目成本 < 10"),
        ("项目成本 = 10", "项目成本 = 9"),
    )
    up, down = (ruled(f'每项 当 {word} 则 提示 "在"', changes=changes) for word in ("正向", "反向"))
    assert [flag.indicator for flag in up.flags] == ["修路里程", "知晓率", "群众满意度"]
    assert [flag.indicator for flag in down.flags] == ["项目成本"]


def test_a_line_that_is_not_reported_is_neither_met_nor_missed() -> None:
    for condition in ("达标", "非 达标", "超出 > 0个百分点", "实际 < 80%"):
        project = ruled(f"每项 当 未报 且 {condition} 则 扣 3分", changes=(NOT_REPORTED,))
        assert [each.certain for each in line_named(project, "知晓率").applied] == [False], condition


def test_a_level_is_no_number_to_fall_short() -> None:
    for condition in ("超出 = 0", "实际 = 0"):
        project = ruled(f"每项 当 {condition} 则 扣 3分", changes=BY_LEVEL)
        assert line_named(project, "知晓率").applied == ()


def test_numbers_of_a_rule_may_be_in_units_of_its_file() -> None:
    changes = (("修路里程 >= 12公里", "路灯 >= 24个"), ("修路里程 = 12公里", "路灯 = 23个"))
    cases = (
        "每项 当 实际 >= 2打 则 扣 1分",
        "每项 当 2打 > 实际 则 扣 2分",
        "每项 则 得分 至多 2打 / 2个 * 1分",
    )
    text = spoilt(*changes, before="计量单位 打 = 12个\n" + rule(*cases))
    line = line_named(score_one(text), "路灯")
    assert [each.what.zh for each in line.applied] == ["扣 2 分", "得分 至多 12 分"]
    assert line.points == settled(12)


# ---------------------------------------------------------------- over a project


def test_the_total_is_a_number_once_it_is_settled() -> None:
    project = ruled("每项目 则 扣 总分 * 10%", changes=(LATE,))
    assert (project.total, effects(project)) == (settled("76.5"), ["扣 8.5 分"])


def test_a_project_without_a_budget_has_none_to_compare() -> None:
    changes = (
        ("国家自评2020", "自定"), ("  预算 10万元 = 财政资金 8万元 + 其他资金 2万元\n", ""),
        ("  支出计划 3月底 2万元，6月底 5万元，12月底 10万元\n", ""), ("  执行数 10万元\n", ""),
    )  # fmt: skip
    for condition in ("预算 < 1万元", "预算 >= 1万元", "预算执行率 < 60%"):
        before = WITHOUT_EXECUTION + rule(f"每项目 当 {condition} 则 总分 至多 69")
        project = score_one(spoilt(*changes, before=before))
        assert (project.total, project.applied) == (settled(100), ()), condition


def test_lines_and_totals_that_rules_leave_alone_are_rounded_all_the_same() -> None:
    rubric = RUBRIC.replace("舍入 每项 2位 四舍五入", "舍入 总分 2位 四舍五入")
    changes = (("国家自评2020", "自定"), ("知晓率 = 80%", "知晓率 = 1%"))
    for before in (rubric, rubric + rule("每项目 当 总分 < 10分 则 扣 1分")):
        project = score_one(spoilt(*changes, before=before))
        assert points_of(project) == settled("0.375")
        assert project.total == settled("70.38")


def test_an_end_that_is_not_reached_stays_so_when_the_rest_is_rescaled() -> None:
    rubric = RUBRIC.replace("舍入 每项 2位 四舍五入", "舍入 总分 2位 截断")
    cases = ("每项 当 属于 满意度指标 则 不计", "每项目 则 修路里程 至多 22分")
    changes = (("国家自评2020", "自定"), *BY_LEVEL)
    total = score_one(spoilt(*changes, before=rubric + rule(*cases))).total
    assert total == Interval(Fraction("83.33"), Fraction(90), high_open=True)  # 75 to less than 81 of 90


# ---------------------------------------------------------------- what rules say


def test_a_hint_in_its_own_words_with_its_place() -> None:
    (flag,) = ruled('每项目 则 提示 "请说明"').flags
    assert (flag.code, flag.text, flag.rule) == ("P0711", ("请说明", "请说明"), "试行")
    assert flag.place is not None
    assert flag.place.text == '提示 "请说明"'
    assert ruled('每项目 则 提示 "请说明"').applied == ()


def test_an_amount_that_cannot_be_computed_is_said_in_both_languages() -> None:
    (flag,) = ruled("每项 当 非 达标 则 扣 1 / (实际 - 实际) * 1分", changes=(LATE,)).flags
    assert flag.text.zh == "这条规则的数算不出（除数为零，或没有这个值）"
    assert flag.text.en == "an amount of this rule is undefined"
    assert flag.place is not None
    assert flag.place.text == "扣 1 / (实际 - 实际) * 1分"


def test_each_pair_of_rules_that_contradict_each_other_is_said_once() -> None:
    out = rule("每项 当 非 达标 则 不计", name="不适用")
    one = rule("每项 当 非 达标 则 扣 1分；得分 至多 3分", name="甲")
    two = rule("每项 当 非 达标 则 扣 2分", name="乙")
    project = score_one(spoilt(LATE, before=out + one + two))
    assert told(project) == [("P0713", "知晓率", "甲"), ("P0713", "知晓率", "乙")]
    first, second = project.flags
    assert first.text.zh == "规则“不适用”不计这一项，这里的扣分或封顶没有作用"
    assert first.text.en == "the rule “不适用” leaves this line out; this effect is lost"
    assert [each.place.text for each in (first, second) if each.place is not None] == ["扣 1分", "扣 2分"]
