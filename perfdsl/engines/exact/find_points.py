"""Points of a line before rounding: from its curves, or from its cases where it has no curve."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.plan.curve import UNDEFINED
from perfdsl.plan.interpret import Interpreted, Known, MissingFact, interpret_method, scope_for
from perfdsl.plan.plan import IndicatorPlan
from perfdsl.scorecard import Interval
from perfdsl.units import Unit


class Scored(NamedTuple):
    """What a method gave. ``case`` and ``exact`` are None while the points are open or undefined.

    ``waits``: another fact is missing that the method asks for; else open points come of a division by zero.
    """

    points: Interval
    case: int | None = None
    exact: Fraction | None = None
    clamped: bool = False
    waits: bool = False


def find_points(
    plan: IndicatorPlan, value: Fraction, others: Mapping[str, Known], units: Mapping[str, Unit]
) -> Scored:
    """Give the points of an actual in base units; all of the weight is open where they cannot be found."""
    found = _possible(plan, value, others, units)
    if not found:
        return Scored(Interval(Fraction(0), plan.weight), waits=True)
    points = [each.points for each in found if each.points is not None and each.case != UNDEFINED]
    if len(points) < len(found):
        return Scored(Interval(Fraction(0), plan.weight))
    # While nobody says whether the work is finished, points are settled only if that makes no difference.
    between = Interval(min(points), max(points))
    if not between.settled:
        return Scored(between, waits=True)
    return Scored(between, found[0].case, points[0], found[0].clamped)


def _possible(
    plan: IndicatorPlan, value: Fraction, others: Mapping[str, Known], units: Mapping[str, Unit]
) -> list[Interpreted]:
    """List what the method gives in each state that 已完成 may have; none where another fact is missing."""
    finished = others.get("finished")
    if not plan.method.refusal:
        alike = {None, finished} if finished is not None else {None, True, False}
        curves = [curve for state, curve in plan.method.curves if state in alike]
        segments = [(curve.segment_at(value), curve.points_at(value)) for curve in curves]
        return [Interpreted(segment.case, points, segment.clamped) for segment, points in segments]
    states = [True, False] if finished is None else [finished]
    try:
        return [_interpreted(plan, value, {**others, "finished": state}, units) for state in states]
    except MissingFact:
        return []


def _interpreted(
    plan: IndicatorPlan, value: Fraction, others: Mapping[str, Known], units: Mapping[str, Unit]
) -> Interpreted:
    method = plan.method
    assert method.call is not None  # noqa: S101 — a method without a curve has its cases
    known = dict(others)
    if plan.baseline is not None:
        known["baseline"] = plan.baseline.value
    scope = scope_for(plan.aim, plan.weight, value, known)
    return interpret_method(method.call, plan.weight, method.result_kinds, scope, units)
