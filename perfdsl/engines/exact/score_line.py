"""Scores one line: attainment on exact values, points from the curve, rounding as an explicit last step."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import Awaited, BoundFact
from perfdsl.engines.exact.find_points import Scored, find_points
from perfdsl.engines.exact.round_points import capped, round_band, round_score, round_within
from perfdsl.engines.exact.tell_why import tell_level, tell_missing, tell_why
from perfdsl.plan.interpret import Known, is_met
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.known_units import is_deadline
from perfdsl.scheme.scheme import Aim
from perfdsl.scorecard import FactUsed, IndicatorScore, Interval, Step

ZERO = Fraction(0)


class Line(NamedTuple):
    """A line of a project to be scored; ``target`` is what a person reads as aimed at.

    ``awaited``: reporting units whose facts are still missing.
    """

    project: ProjectPlan
    plan: IndicatorPlan
    target: str
    awaited: Awaited = Awaited()


def score_line(line: Line, fact: BoundFact | None, others: Mapping[str, Known]) -> IndicatorScore:
    """Score a line; a missing fact leaves it open, or as the rubric says."""
    if fact is None:
        return _missing(line)
    if line.plan.method.levels:
        return _qualitative(line, fact)
    plan, project = line.plan, line.project
    value = ZERO if fact.value is None else fact.value
    scored = find_points(plan, value, others, project.units)
    points = round_score(scored.points, plan.weight, project.each)
    met = is_met(plan.aim, value)
    ratio = ratio_of(plan.aim, value)
    return IndicatorScore(
        group=plan.group,
        name=plan.name,
        target=line.target,
        actual=fact.text,
        attainment="met" if met else "missed",
        ratio=ratio,
        weight=plan.weight,
        points=points,
        method=plan.method.name,
        why=tell_why(plan, ratio, fact.text, scored, met=met),
        place=plan.place,
        fact=_used(fact),
        step=_step(line, scored, fact.text, points),
    )


def _step(line: Line, scored: Scored, actual: str, points: Interval) -> Step | None:
    """Say which case decided, where it is known."""
    if scored.case is None or scored.exact is None:
        return None
    case = line.plan.method.cases[scored.case]
    return Step(case.text, case.place, actual, scored.exact, points.low, scored.clamped)


def _missing(line: Line) -> IndicatorScore:
    plan, how = line.plan, line.project.missing
    high = ZERO if how in {"zero", "excluded"} else plan.weight
    return IndicatorScore(
        group=plan.group,
        name=plan.name,
        target=line.target,
        actual="",
        attainment="pending",
        ratio=None,
        weight=plan.weight,
        points=round_score(Interval(ZERO, high), plan.weight, line.project.each),
        method=plan.method.name,
        why=tell_missing(how, line.awaited),
        place=plan.place,
        excluded=how == "excluded",
    )


def _qualitative(line: Line, fact: BoundFact) -> IndicatorScore:
    """A level alone leaves the line open within its band; a share in the band settles it."""
    plan = line.plan
    at = fact.level if fact.level is not None else 0
    level = plan.method.levels[at]
    band = Interval(level.low * plan.weight, level.high * plan.weight, high_open=level.high_open)
    rounding, step = line.project.each, None
    points = capped(round_band(band, rounding), plan.weight, rounding)
    if fact.value is not None:
        exact = fact.value * plan.weight
        rounded = round_within(exact, band, rounding)
        points = capped(Interval(rounded, rounded), plan.weight, rounding)
        step = Step(f"档次 {level.name}", level.place, fact.text, exact, points.low)
    return IndicatorScore(
        group=plan.group,
        name=plan.name,
        target=line.target,
        actual=fact.text,
        attainment="met" if at == 0 else "missed",
        ratio=fact.value,
        weight=plan.weight,
        points=points,
        method=plan.method.name,
        why=tell_level(level, fact),
        place=plan.place,
        fact=_used(fact),
        step=step,
    )


def ratio_of(aim: Aim, value: Fraction) -> Fraction | None:
    """Actual over target; points in time, states, ranges and a target of zero have no ratio."""
    target = aim.target
    if not target or is_deadline(aim.unit):
        return None
    return value / target


def _used(fact: BoundFact) -> FactUsed | None:
    """Give the fact behind a line; a computed one has none of its own."""
    if fact.fact is None:
        return None
    day = fact.fact.day
    return FactUsed(
        fact.text, fact.fact.place, day.isoformat() if day else "", fact.fact.reason, fact.fact.evidence
    )
