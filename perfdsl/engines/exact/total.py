"""Totals as intervals, and grades that are given only where both ends agree."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.exact import round_to
from perfdsl.scheme.scheme import GradeBand, RoundingStep
from perfdsl.scorecard import IndicatorScore, Interval

WHOLE = Fraction(100)


def total_of(lines: Sequence[IndicatorScore], each: RoundingStep | None, total: RoundingStep | None) -> Interval:
    """Add up the points; what is left out is scaled away, and rounding is the last step."""
    counted = [line for line in lines if not line.excluded]
    low = sum((line.points.low for line in counted), Fraction(0))
    high = sum((line.points.high for line in counted), Fraction(0))
    high_open = any(line.points.high_open for line in counted)
    weight = sum((line.weight for line in counted), Fraction(0))
    rescaled = len(counted) < len(lines) and weight > 0
    if rescaled:
        low, high = low * WHOLE / weight, high * WHOLE / weight
    step = total or (each if rescaled else None)
    if step is not None:
        low, high = round_to(low, step.places, step.mode), round_to(high, step.places, step.mode)
    return Interval(low, high, high_open and low != high)


def grade_of(points: Fraction, grades: Sequence[GradeBand]) -> str:
    """Give the first grade, from the left, that takes a total; empty where none does."""
    for grade in grades:
        match grade.op:
            case None:
                return grade.name
            case ">=" if points >= grade.bound:
                return grade.name
            case ">" if points > grade.bound:
                return grade.name
            case "<=" if points <= grade.bound:
                return grade.name
            case "<" if points < grade.bound:
                return grade.name
            case "=" if points == grade.bound:
                return grade.name
    return ""


def possible_grades(total: Interval, grades: Sequence[GradeBand]) -> tuple[str, ...]:
    """List the grades that a total may still get, in the rubric's order: its ends, each bound inside, and between them."""
    marks = sorted({total.low, total.high, *(g.bound for g in grades if g.op and total.low <= g.bound <= total.high)})
    between = [(a + b) / 2 for a, b in zip(marks, marks[1:], strict=False)]
    tried = {*marks, *between} - ({total.high} if total.high_open else set())
    found = {grade_of(points, grades) for points in tried}
    return tuple(grade.name for grade in grades if grade.name in found)
