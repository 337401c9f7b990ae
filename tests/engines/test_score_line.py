"""Every field of a line: of one that is not reported, and of one that was given a level."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.scorecard import IndicatorScore, Interval
from tests.engines.ruled import NOT_REPORTED, settled
from tests.invented_sheet import RUBRIC, spoilt
from tests.scoring import line_named, score_one


def scored(*changes: tuple[str, str], rubric: tuple[str, str] | None = None) -> IndicatorScore:
    own = (("国家自评2020", "自定"),) if rubric else ()
    before = RUBRIC.replace(*rubric) if rubric else ""
    return line_named(score_one(spoilt(*own, *changes, before=before)), "知晓率")


def at_level(level: str, *, rubric: tuple[str, str] | None = None) -> IndicatorScore:
    return scored((">= 80%", "定性"), ("知晓率 = 80%", f"知晓率 = {level}"), rubric=rubric)


# ---------------------------------------------------------------- not reported


@pytest.mark.parametrize(
    ("how", "points", "excluded", "why"),
    [
        ("待定", Interval(Fraction(0), Fraction(30)), False, "未报实绩，待定"),
        ("零分", settled(0), False, "未报实绩，按办法记零分"),
        ("不计", settled(0), True, "未报实绩，按办法不计入，其余折算"),
    ],
)
def test_a_line_that_is_not_reported(how: str, points: Interval, excluded: bool, why: str) -> None:
    line = scored(NOT_REPORTED, rubric=("缺报 待定", f"缺报 {how}"))
    assert (line.group, line.name, line.target) == (("效益指标", "社会效益指标"), "知晓率", "≥80%")
    assert (line.actual, line.attainment, line.ratio) == ("", "pending", None)
    assert (line.weight, line.points, line.excluded) == (30, points, excluded)
    assert (line.method, line.why.zh) == ("按完成比例", why)
    assert line.place.text == "知晓率"
    assert (line.fact, line.step, line.before) == (None, None, None)


def test_points_that_are_open_are_rounded_within_the_weight() -> None:
    line = scored(NOT_REPORTED, ("    修路里程", "    路灯 >= 1个\n    修路里程"), rubric=("2位", "0位"))
    assert line.points == Interval(Fraction(0), Fraction(30))
    fine = ("效益指标 30，满意度指标 10", "效益指标 30.4，满意度指标 9.6")
    text = RUBRIC.replace(*fine).replace("2位", "0位")
    project = score_one(spoilt(("国家自评2020", "自定"), NOT_REPORTED, before=text))
    assert line_named(project, "知晓率").points == Interval(Fraction(0), Fraction(30))


# ---------------------------------------------------------------- given a level


@pytest.mark.parametrize(
    ("level", "points", "attainment"),
    [
        ("达成", Interval(Fraction(24), Fraction(30)), "met"),
        ("部分达成", Interval(Fraction(18), Fraction(24), high_open=True), "missed"),
        ("未达成", Interval(Fraction(0), Fraction(18), high_open=True), "missed"),
    ],
)
def test_a_line_with_a_bare_level(level: str, points: Interval, attainment: str) -> None:
    line = at_level(level)
    assert (line.group, line.name, line.actual) == (("效益指标", "社会效益指标"), "知晓率", level)
    assert (line.attainment, line.ratio, line.weight, line.points) == (attainment, None, 30, points)
    assert (line.target, line.method, line.place.text) == ("定性", "三档", "知晓率")
    assert line.fact is not None
    assert (line.fact.text, line.fact.date, line.step, line.excluded) == (level, "2022-12-31", None, False)


def test_a_share_within_a_level_settles_the_line() -> None:
    line = at_level("部分达成 70%")
    assert (line.actual, line.attainment, line.ratio) == ("部分达成 70%", "missed", Fraction(7, 10))
    assert (line.points, line.method) == (settled(21), "三档")
    step = line.step
    assert step is not None
    assert (step.case, step.numbers, step.exact, step.rounded) == ("档次 部分达成", "部分达成 70%", 21, 21)
    assert step.place.text == "档次 部分达成 60%..<80%"
    assert not step.clamped
    assert at_level("达成 90%").attainment == "met"


def test_points_of_a_level_are_rounded_within_its_band() -> None:
    fine = RUBRIC.replace("2位", "0位").replace("效益指标 30，满意度指标 10", "效益指标 30.6，满意度指标 9.4")
    changes = (("国家自评2020", "自定"), (">= 80%", "定性"))
    for level, points in (
        ("达成", Interval(Fraction(24), Fraction(30))),  # 24.48 to 30.6, which 31 would exceed
        ("达成 100%", settled(30)),
        ("部分达成", Interval(Fraction(18), Fraction(24))),  # 18.36 to less than 24.48
        ("部分达成 79.99%", settled(24)),
    ):
        project = score_one(spoilt(*changes, ("知晓率 = 80%", f"知晓率 = {level}"), before=fine))
        assert line_named(project, "知晓率").points == points, level
