"""Which grade a total gets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from perfdsl.scheme.scheme import GradeBand


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


def totals_between(low: Fraction, high: Fraction, grades: Iterable[GradeBand]) -> set[Fraction]:
    """Totals from low to high: both ends, each bound, and one between each two of these."""
    ends = [end for grade in grades if grade.op for end in (grade.bound, grade.high)]
    marks = sorted({low, high, *(end for end in ends if end is not None and low <= end <= high)})
    return {*marks, *((a + b) / 2 for a, b in pairwise(marks))}
