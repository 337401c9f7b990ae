"""Lines, totals and flags that the exact engine gives."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from tests.invented_sheet import RUBRIC, SHEET, spoilt
from tests.scoring import line_named, score_one


def own_method(*cases: str, target: str = ">= 80%", actual: str = "40%", more: str = "") -> str:
    method = "方法 自法\n" + "".join(f"  {case}\n" for case in cases)
    return spoilt(
        (">= 80%", f"{target}\n      评分 自法{more}"), ("知晓率 = 80%", f"知晓率 = {actual}"), before=method
    )


def scored(text: str, **wishes):
    return line_named(score_one(text, **wishes), "知晓率")


# ---------------------------------------------------------------- steps and reasons


def test_a_line_tells_its_case_its_numbers_and_its_places() -> None:
    line = line_named(score_one(spoilt(("里程 = 12公里", "里程 = 11公里"))), "修路里程")
    assert line.step is not None
    assert line.step.case == "其他 -> 实际 / 目标值"
    assert line.step.place.text.split() == ["其他", "->", "实际", "/", "目标值"]
    assert (line.step.exact, line.step.rounded) == (Fraction(25 * 11, 12), Fraction("22.92"))
    assert line.ratio == Fraction(11, 12)
    assert line.why.zh == "11公里 ÷ 12公里 = 91.67%；按完成比例：其他 -> 实际 / 目标值"
    assert line.fact is not None
    assert line.fact.date == "2022-12-31"


def test_met_is_said_shortly() -> None:
    line = line_named(score_one(SHEET), "修路里程")
    assert line.why == ("达标，满分", "met: full points")


def test_brackets_of_a_case_are_shown_whole() -> None:
    line = scored(own_method("(实际 - 目标值) / 目标值 >= 0 -> 1", "其他 -> (1 - (实际 / 目标值)) * (1 + 0)"))
    assert line.step is not None
    assert line.step.case == "其他 -> (1 - (实际 / 目标值)) * (1 + 0)"
    met = scored(own_method("(实际 - 目标值) / 目标值 >= 0 -> 1", "其他 -> 0", actual="90%"))
    assert met.step is not None
    assert met.step.case == "(实际 - 目标值) / 目标值 >= 0 -> 1"


@pytest.mark.parametrize(
    ("result", "points", "clamped"), [("满分 + 1分", 30, True), ("-1分", 0, True), ("1分", 1, False)]
)
def test_points_are_cut_off_at_zero_and_at_the_weight(result: str, points: int, clamped: bool) -> None:
    line = scored(own_method(f"其他 -> {result}"))
    assert line.step is not None
    assert (line.score, line.step.clamped) == (points, clamped)


# ---------------------------------------------------------------- methods that ask for other facts


def test_a_product_of_two_actuals_is_evaluated_directly() -> None:
    text = own_method("其他 -> 实际 * 实际")
    assert scored(text).score == Fraction("4.8")
    assert scored(own_method("其他 -> 实际 * 群众满意度")).score == Fraction("10.8")


def test_a_baseline() -> None:
    text = own_method("其他 -> (实际 - 基数) / (目标值 - 基数)", more="\n      基数 20%")
    assert scored(text).score == 10
    squared = own_method("其他 -> (实际 - 基数) * (实际 - 基数) / 1", more="\n      基数 20%")
    assert scored(squared).score == Fraction("1.2")


def test_own_facts_of_the_project() -> None:
    assert scored(own_method("其他 -> 执行数 / 预算")).score == 30
    assert scored(own_method("其他 -> 预算执行率 / 2")).score == 15
    pending = scored(own_method("其他 -> 预算执行率").replace("  执行数 10万元\n", ""))
    assert (pending.attainment, pending.score) == ("missed", None)
    assert (pending.points.low, pending.points.high) == (0, 30)
    assert "还缺" in pending.why.zh


def test_months_are_those_up_to_which_is_asked() -> None:
    text = own_method("月份 >= 12月份 -> 100%", "其他 -> 50%")
    assert scored(text).score == 30
    assert scored(text, as_of=date(2023, 3, 1)).score == 30
    early = text.replace("2022-12-31", "2022-03-31")
    assert scored(early, as_of=date(2022, 6, 30)).score == 15


def test_finished_or_not_where_nobody_says() -> None:
    text = own_method("已完成 -> 100%", "其他 -> 50%")
    assert scored(text).points == scored(text.replace("100%", "100% * 实际 * 0 + 1", 1)).points
    assert (scored(text).points.low, scored(text).points.high) == (15, 30)
    assert scored(text + "  已完成\n").score == 30
    assert scored(text + "  已完成 = 否\n").score == 15
    assert scored(own_method("已完成 -> 50%", "其他 -> 50%")).score == 15


# ---------------------------------------------------------------- what is undefined


@pytest.mark.parametrize("case", ["其他 -> 1 / (实际 - 40%)", "其他 -> 实际 * 实际 / (实际 - 40%)"])
def test_a_division_by_zero_has_no_score_and_a_flag(case: str) -> None:
    project = score_one(own_method(case))
    line = line_named(project, "知晓率")
    assert (line.points.low, line.points.high) == (0, 30)
    assert line.attainment == "missed"
    assert [(flag.code, flag.indicator) for flag in project.flags] == [("P0701", "知晓率")]


def test_an_undefined_condition() -> None:
    project = score_one(own_method("1 / (实际 - 40%) > 0 -> 1", "其他 -> 0"))
    assert [flag.code for flag in project.flags] == ["P0701"]


def test_a_bare_level_is_no_division_by_zero() -> None:
    project = score_one(spoilt((">= 80%", "定性"), ("知晓率 = 80%", "知晓率 = 部分达成")))
    assert project.flags == ()
    assert "比例未定" in line_named(project, "知晓率").why.zh
    told = score_one(spoilt((">= 80%", "定性"), ("知晓率 = 80%", "知晓率 = 部分达成 70%")))
    assert line_named(told, "知晓率").why.zh == "档次 部分达成，比例 70%"


def test_spending_above_the_budget_is_flagged() -> None:
    project = score_one(spoilt(("执行数 10万元", "执行数 12万元")))
    assert [(flag.code, flag.indicator) for flag in project.flags] == [("P0702", "预算执行率")]
    assert "120%" in project.flags[0].text.zh
    assert line_named(project, "预算执行率").score == 10


# ---------------------------------------------------------------- ratios


@pytest.mark.parametrize(
    ("target", "actual", "ratio"),
    [
        (">= 80%", "40%", Fraction(1, 2)), ("<= 5次", "10次", Fraction(2)), ("= 0起", "1起", None),
        ("in 1次..2次", "3次", None), ("<= 2022-12-31", "2022-01-01", None), ("<= 12月份", "6月份", None),
        ("是 健全", "健全", None), (">= -2%", "-4%", Fraction(2)),
    ],
)  # fmt: skip
def test_ratio(target: str, actual: str, ratio: Fraction | None) -> None:
    text = spoilt((">= 80%", target), ("知晓率 = 80%", f"知晓率 = {actual}"))
    assert scored(text).ratio == ratio


@pytest.mark.parametrize(
    ("target", "actual", "attainment"),
    [
        (">= 12次", "12次", "met"), ("> 12次", "12次", "missed"), ("> 12次", "12.001次", "met"),
        ("<= 12次", "12次", "met"), ("< 12次", "12次", "missed"), ("< 12次", "11.999次", "met"),
        ("= 0起", "0起", "met"), ("= 12次", "13次", "missed"), ("in 90%..100%", "90%", "met"),
        ("in 90%..100%", "100%", "met"), ("in 90%..100%", "100.01%", "missed"),
        (">= 99.995%", "99.99%", "missed"),
    ],
)  # fmt: skip
def test_attainment_is_judged_before_rounding(target: str, actual: str, attainment: str) -> None:
    text = spoilt((">= 80%", target), ("知晓率 = 80%", f"知晓率 = {actual}"))
    assert scored(text).attainment == attainment


# ---------------------------------------------------------------- grades


@pytest.mark.parametrize(
    ("facts", "grade", "possible"),
    [
        ("", "", ("优", "良", "差")),
        ("  知晓率 = 80%\n", "", ("优", "良", "差")),
        ("  修路里程 = 12公里\n  知晓率 = 80%\n  项目成本 = 10万元\n", "", ("优", "良")),
        ("  修路里程 = 12公里\n  知晓率 = 80%\n  项目成本 = 10万元\n  群众满意度 = 90%\n", "优", ("优",)),
    ],
)
def test_a_grade_is_given_only_where_both_ends_agree(
    facts: str, grade: str, possible: tuple[str, ...]
) -> None:
    text = spoilt(("国家自评2020", "自定"), before=RUBRIC).split("实绩")[0]
    project = score_one(text + (f"实绩 修路 2022-12-31\n{facts}" if facts else ""))
    assert (project.grade, project.possible_grades) == (grade, possible)
    assert project.grades == ("优", "良", "差")


# ---------------------------------------------------------------- methods that are no curve


def test_cases_read_directly_know_the_weight_and_the_units_of_the_sheet() -> None:
    assert scored(own_method("其他 -> 满分 * 实际 * 实际")).score == Fraction("4.8")
    method = "方法 自法(门槛)\n  实际 * 实际 >= 门槛 * 门槛 -> 100%\n  其他 -> 50%\n"
    sheet = spoilt((">= 80%", ">= 30个\n      评分 自法(2打)"), ("知晓率 = 80%", "知晓率 = 24个"))
    assert scored({"法.perf": method, "表.perf": "计量单位 打 = 12个\n" + sheet}).score == 30
