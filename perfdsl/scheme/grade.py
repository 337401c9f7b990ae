"""Which grade a total gets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor

from perfdsl.scheme.rubric_scheme import GradeBand, RubricScheme


def takes(grade: GradeBand, points: Fraction) -> bool:
    """Whether a grade, taken alone, is for a total."""
    if grade.high is not None and (points > grade.high or (grade.high_open and points == grade.high)):
        return False
    match grade.op:
        case None:
            return True
        case ">=":
            return points >= grade.bound
        case ">":
            return points > grade.bound
        case "<=":
            return points <= grade.bound
        case "<":
            return points < grade.bound
        case "=":
            return points == grade.bound


def grade_of(points: Fraction, grades: Sequence[GradeBand]) -> str:
    """Give the first grade, from the left, that takes a total; empty where none does."""
    return next((grade.name for grade in grades if takes(grade, points)), "")


def totals_between(
    low: Fraction, high: Fraction, grades: Iterable[GradeBand], step: Fraction | None = None
) -> set[Fraction]:
    """Totals from low to high: both ends, each bound, and one between each two of these.

    ``step``: only its multiples, where totals are rounded: those on the bounds and next to them.
    """
    ends = [end for grade in grades if grade.op for end in (grade.bound, grade.high)]
    marks = sorted({low, high, *(end for end in ends if end is not None and low <= end <= high)})
    if step is None:
        return {*marks, *((a + b) / 2 for a, b in pairwise(marks))}
    near = {n * step for mark in marks for n in range(floor(mark / step) - 1, ceil(mark / step) + 2)}
    return {total for total in near if low <= total <= high}


def step_of_totals(rubric: RubricScheme) -> Fraction | None:
    """Give the step of which every total under a rubric is a multiple; None where nothing is rounded.

    Points that are rounded coarser than their total make a coarser sum, unless something is left out and the
    rest scaled, or a rule changes the total: then it is rounded by the total's own step.
    """
    each, total = rubric.each, rubric.total
    if each is not None and total is not None and each.places < total.places:
        scaled = rubric.missing == "excluded" or bool(rubric.rules)
        return Fraction(1, 10 ** (total if scaled else each).places)
    step = total or each
    return None if step is None else Fraction(1, 10**step.places)
