"""Which grade a total gets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from perfdsl.scheme.scheme import GradeBand


def takes(grade: GradeBand, points: Fraction) -> bool:
    """Whether a grade, taken alone, is for a total."""
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


def totals_between(low: Fraction, high: Fraction, grades: Iterable[GradeBand]) -> set[Fraction]:
    """Totals from low to high: both ends, each bound, and one between each two of these."""
    bounds = {grade.bound for grade in grades if grade.op and low <= grade.bound <= high}
    marks = sorted({low, high, *bounds})
    return {*marks, *((a + b) / 2 for a, b in pairwise(marks))}
