"""Scores stay within their weights, totals are their sums, and open totals hold all that may still come."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.exact import round_to
from perfdsl.scorecard import ProjectScore
from tests.properties.random_sheets import RUBRICS, amounts, facts, projects, sheet
from tests.scoring import score_one

few = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
rubrics = st.sampled_from(RUBRICS)
MODES = {"四舍五入": "half_up", "银行家": "half_even", "截断": "truncate"}
OWN = """评分办法 自定 沿用 {parent}
  引自 "测试用"
  舍入 {rounding}
  缺报 {missing}
采用 自定
"""
ROUNDINGS = [
    *(f"{what} 2位 {mode}" for what in ("每项", "总分") for mode in MODES),
    "每项 2位 四舍五入，总分 1位 银行家",
    "每项 1位 截断，总分 2位 四舍五入",
    "每项 3位 银行家，总分 0位 四舍五入",
]


def use(parent: str, rounding: str = "每项 2位 四舍五入", missing: str = "待定") -> str:
    return OWN.format(parent=parent, rounding=rounding, missing=missing)


def within_weights(score: ProjectScore) -> None:
    for line in score.indicators:
        assert 0 <= line.points.low <= line.points.high <= line.weight
        if line.step is not None:
            assert 0 <= line.step.exact <= line.weight


@few
@given(rubrics, st.sampled_from(ROUNDINGS), projects(pending=False))
def test_total_is_the_sum_under_the_declared_rounding(parent, rounding, project) -> None:
    score = score_one(use(parent, rounding) + sheet(project) + facts(project))
    within_weights(score)
    steps = dict(rule.split(" ", 1) for rule in rounding.split("，"))
    exact = [line.step.exact for line in score.indicators]
    points = [rounded(each, steps.get("每项")) for each in exact]
    assert [line.score for line in score.indicators] == points
    assert score.total.low == score.total.high == rounded(sum(points), steps.get("总分"))
    assert sum(line.weight for line in score.indicators) == 100


def rounded(points: Fraction, step: str | None) -> Fraction:
    if step is None:
        return points
    places, mode = step.split()
    return round_to(points, int(places[0]), MODES[mode])


@few
@given(rubrics, st.sampled_from(ROUNDINGS), projects(), st.data())
def test_an_open_total_holds_every_completion(parent, rounding, project, data) -> None:
    head = use(parent, rounding)
    open_score = score_one(head + sheet(project) + facts(project))
    within_weights(open_score)
    actuals = data.draw(st.lists(amounts, min_size=len(project.indicators), max_size=len(project.indicators)))
    done = project.completed(actuals, data.draw(amounts), finished=data.draw(st.booleans()))
    score = score_one(head + sheet(done) + facts(done))
    assert score.total.settled
    assert open_score.total.low <= score.total.low <= open_score.total.high
    assert score.grade in open_score.possible_grades
    for before, after in zip(open_score.indicators, score.indicators, strict=True):
        assert before.points.low <= after.points.low <= before.points.high


LEVELS = """采用 {rubric}
项目 甲
  预算 5万元
  产出指标：
    次数 >= 7次
    做法 定性 "明显"
    作用 定性 "明显"
  效益指标：
    影响 定性 "显著"
  满意度指标：
    满意度 >= 90%
实绩 甲 2022-12-31
  次数 = 6次
  满意度 = 90%
  执行数 {spent}万元
"""
BANDS = {"达成": (80, 100), "部分达成": (60, 80), "未达成": (0, 60)}


@few
@given(
    rounding=st.sampled_from(ROUNDINGS),
    levels=st.tuples(*[st.sampled_from(list(BANDS))] * 3),
    at=st.tuples(*[st.integers(0, 10**6 - 1)] * 3),
    spent=st.integers(0, 600),
)
def test_bare_levels_hold_every_share_of_their_bands(rounding, levels, at, spent) -> None:
    head = use("国家自评2020", rounding) + LEVELS.format(
        rubric="自定", spent=Fraction(spent, 100).__float__()
    )
    bare, told = "", ""
    for name, level, share in zip(("做法", "作用", "影响"), levels, at, strict=True):
        low, high = BANDS[level]
        percent = low + Fraction((high - low) * share, 10**6)
        bare += f"  {name} = {level}\n"
        told += f"  {name} = {level} {float(percent):.6f}%\n"
    open_score, score = score_one(head + bare), score_one(head + told)
    assert score.total.settled
    assert open_score.total.low <= score.total.low <= open_score.total.high
    assert score.total.low < open_score.total.high or not open_score.total.high_open
    assert score.grade in open_score.possible_grades
    for before, after in zip(open_score.indicators, score.indicators, strict=True):
        assert before.points.low <= after.points.low <= before.points.high
        assert after.points.low < before.points.high or not before.points.high_open


@pytest.mark.parametrize(("missing", "low", "high"), [("待定", 0, 100), ("零分", 0, 0), ("不计", 0, 100)])
def test_nothing_recorded(missing, low, high) -> None:
    text = LEVELS.format(rubric="自定", spent=1).split("实绩")[0]
    score = score_one(use("国家自评2020", missing=missing) + text)
    assert (score.total.low, score.total.high) == (low, high)
    assert score.grade == ("差" if missing == "零分" else "")


@few
@given(rubrics, projects())
def test_zero_counts_what_is_missing_as_nothing(parent, project) -> None:
    score = score_one(use(parent, missing="零分") + sheet(project) + facts(project))
    pending = score_one(use(parent) + sheet(project) + facts(project))
    for line, open_line in zip(score.indicators, pending.indicators, strict=True):
        if line.attainment == "pending":
            assert line.points.low == line.points.high == 0
        else:
            assert line.points == open_line.points


@few
@given(rubrics, projects())
def test_what_is_excluded_is_rescaled(parent, project) -> None:
    score = score_one(use(parent, missing="不计") + sheet(project) + facts(project))
    counted = [line for line in score.indicators if not line.excluded]
    weight = sum(line.weight for line in counted)
    if not counted:
        assert (score.total.low, score.total.high) == (0, 100)
    elif len(counted) < len(score.indicators):
        low = sum(line.points.low for line in counted) * 100 / weight
        assert score.total.low == round_to(low, 2, "half_up")
    assert 0 <= score.total.low <= score.total.high <= 100
