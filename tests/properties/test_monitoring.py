"""Laws of monitoring: at the year's end it is the evaluation; past facts, and their order, change nothing."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.monitor.monitored import MonitoredProject
from tests.monitor.monitoring import project_of
from tests.properties.random_sheets import RUBRICS, facts, projects, sheet
from tests.properties.test_facts_over_time import histories
from tests.properties.test_same_score import meanings
from tests.scoring import score_one

few = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
rubrics = st.sampled_from(RUBRICS)
DAYS = ["2022-03-31", "2022-06-10", "2022-07-31"]
LATER = "2022-08-15"
END = "2022-12-31"
PROSPECTS = {"met": "certain", "missed": "impossible", "pending": "unknown"}


def shown(project: MonitoredProject) -> tuple:
    """All that an earlier fact must not change: neither forecasts nor what is read off them."""
    lines = [
        (each.shone.light, each.shone.counts, each.shone.why, each.due, each.progress, each.stake, each.kind)
        for each in project.lines
    ]
    money = project.money
    amounts_of = (money.budget, money.spent, money.due, money.rate, money.progress, money.shone.light)
    gap = (project.gap, project.gap_shone.light, project.goal_progress, project.goal_range)
    return project.light, lines, amounts_of, gap, meanings([project.score])


def foreseen(project: MonitoredProject) -> list:
    lines = [(line.forecast, line.prospect, line.points) for line in project.lines]
    return [*lines, (project.money.forecast, project.money.points)]


@few
@given(rubrics, projects())
def test_at_the_years_end_it_is_the_evaluation(rubric, project) -> None:
    text = f"采用 {rubric}\n" + sheet(project) + facts(project, END)
    scored = score_one(text, as_of=date.fromisoformat(END))
    monitored = project_of(text, END)
    assert meanings([monitored.score]) == meanings([scored])
    for line, asked in zip(monitored.lines, project.indicators, strict=True):
        score = line.score
        assert line.prospect == PROSPECTS[score.attainment]
        assert line.stake == score.weight - score.points.low
        if asked.actual is None:
            assert (line.forecast, line.shone.light) == (None, None)
            continue
        assert line.forecast is not None
        assert line.forecast.value == line.forecast.low == line.forecast.high == line.points[-1].value
        if line.kind in {"cumulative", "level"} and asked.op != "in":
            assert line.progress == score.ratio
        if line.kind in {"cumulative", "level"} and asked.op == ">=":
            assert (line.progress >= 1) == (score.attainment == "met")
        if line.kind == "downward":
            assert line.shone.light == ("green" if score.attainment == "met" else "red")
    if project.spent is not None:
        assert monitored.money.progress == monitored.money.rate == project.spent / project.budget


@few
@given(rubrics, projects(pending=False))
def test_at_the_years_end_goals_have_come_as_far_as_they_are_attained(rubric, project) -> None:
    monitored = project_of(f"采用 {rubric}\n" + sheet(project) + facts(project, END), END)
    reached = Fraction(0)
    for line in monitored.lines:
        met, ratio = line.score.attainment == "met", line.score.ratio
        partly = line.kind in {"cumulative", "level"} and line.progress is not None and line.progress <= 1
        reached += line.score.weight * (1 if met else line.progress if partly else 0)
        assert ratio is None or not partly or line.progress == ratio
    assert monitored.goal_progress == reached / sum(line.score.weight for line in monitored.lines)


@few
@given(rubrics, histories())
def test_an_earlier_fact_changes_no_light_and_no_score(rubric, history) -> None:
    head = f"采用 {rubric}\n" + sheet(history[-1])
    early, middle, last = (facts(then, day) for then, day in zip(history, DAYS, strict=True))
    for day in (LATER, END):
        alone = project_of(head + last, day)
        assert shown(project_of(head + early + last, day)) == shown(alone)
        assert shown(project_of(head + early + middle + last, day)) == shown(alone)


@few
@given(rubrics, histories(), st.permutations(range(3)))
def test_the_order_of_facts_does_not_matter(rubric, history, order) -> None:
    head = f"采用 {rubric}\n" + sheet(history[-1])
    blocks = [facts(then, day) for then, day in zip(history, DAYS, strict=True)]
    one = project_of(head + "".join(blocks), LATER)
    other = project_of(head + "".join(blocks[at] for at in order), LATER)
    assert (shown(one), foreseen(one)) == (shown(other), foreseen(other))


@few
@given(rubrics, histories())
def test_later_facts_are_not_known_yet(rubric, history) -> None:
    head = f"采用 {rubric}\n" + sheet(history[-1])
    early, middle, last = (facts(then, day) for then, day in zip(history, DAYS, strict=True))
    one, other = project_of(head + early + middle, DAYS[1]), project_of(head + early + middle + last, DAYS[1])
    assert (shown(one), foreseen(one)) == (shown(other), foreseen(other))


@few
@given(rubrics, histories())
def test_a_forecast_lies_between_its_ends_and_never_below_what_is_reached(rubric, history) -> None:
    head = f"采用 {rubric}\n" + sheet(history[-1])
    text = head + "".join(facts(then, day) for then, day in zip(history, DAYS, strict=True))
    project = project_of(text, LATER)
    for line in project.lines:
        assert line.forecast is not None
        assert line.forecast.low <= line.forecast.value <= line.forecast.high
        assert line.forecast.low >= 0
        if line.kind == "cumulative":
            assert line.forecast.low >= line.points[-1].value
    money = project.money
    assert money.forecast is not None
    assert money.spent is not None
    assert money.spent <= money.forecast.low <= money.forecast.value <= money.forecast.high


@given(projects(pending=False))
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_red_light_stays_red_whatever_is_not_known(project) -> None:
    text = "采用 国家自评2020\n" + sheet(project)
    whole = project_of(text + facts(project, DAYS[2]), LATER)
    reds = [each.score.name for each in whole.lines if each.shone.light == "red"]
    for name in reds[:1]:
        only = [each for each in project.indicators if each.name == name]
        alone = project.__class__(**{**project.__dict__, "indicators": tuple(only), "spent": None})
        assert project_of(text + facts(alone, DAYS[2]), LATER).light == "red"
    if project.budget:
        nothing = project.__class__(**{**project.__dict__, "indicators": (), "spent": None, "finished": None})
        assert project_of(text + facts(nothing, DAYS[2]), LATER).light is None
