"""Totals as intervals, and grades that are given only where both ends agree."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.engines.exact.round_points import add_up, round_interval
from perfdsl.scheme.grade import grade_of, totals_between
from perfdsl.scheme.rubric_scheme import GradeBand, RoundingStep
from perfdsl.scorecard import IndicatorScore, Interval

WHOLE = Fraction(100)


def total_of(
    lines: Sequence[IndicatorScore], each: RoundingStep | None, total: RoundingStep | None
) -> Interval:
    """Add up the points; what is left out is scaled away, and rounding is the last step."""
    counted = [line for line in lines if not line.excluded]
    weight = sum((line.weight for line in counted), Fraction(0))
    added = add_up([line.points for line in counted])
    if len(counted) == len(lines):
        # Points that are whole steps already keep their sum, and an end that is not reached stays so.
        finer = each is not None and total is not None and total.places >= each.places
        return added if finer else round_interval(added, total)
    if not weight:
        return Interval(Fraction(0), WHOLE)
    scale = WHOLE / weight
    scaled = Interval(added.low * scale, added.high * scale, added.high_open)
    return round_interval(scaled, total or each)


def possible_grades(total: Interval, grades: Sequence[GradeBand]) -> tuple[str, ...]:
    """List the grades that a total may still get, in the rubric's order."""
    tried = totals_between(total.low, total.high, grades)
    tried -= {total.high} if total.high_open else set()
    found = {grade_of(points, grades) for points in tried}
    return tuple(grade.name for grade in grades if grade.name in found)
