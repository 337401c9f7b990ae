"""What is wanted, a grade or a total, and whether a score has it for certain."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.scheme.grade import grade_of, totals_between
from perfdsl.scheme.rubric_scheme import GradeBand
from perfdsl.scorecard import ProjectScore

NOTHING, ALL = Fraction(0), Fraction(100)


class Goal(NamedTuple):
    """A grade, or where ``grade`` is empty a least total in points."""

    grade: str = ""
    score: Fraction = ALL


def is_reached(goal: Goal, score: ProjectScore, grades: Sequence[GradeBand]) -> bool:
    """Whether a score has the goal or better, whatever its open parts may still come to."""
    if not goal.grade:
        return score.total.low >= goal.score
    order = from_best(grades)
    good = set(order[: order.index(goal.grade) + 1]) if goal.grade in order else set()
    return bool(score.possible_grades) and good.issuperset(score.possible_grades)


def least_total(goal: Goal, grades: Sequence[GradeBand]) -> Fraction | None:
    """Give the total at which a goal begins; None for a grade that has no lower bound of its own."""
    if not goal.grade:
        return goal.score
    bounds = [grade.bound for grade in grades if grade.name == goal.grade and grade.op in {">=", ">"}]
    return min(bounds, default=None)


def from_best(grades: Sequence[GradeBand]) -> list[str]:
    """Names of the grades that a total from 0 to 100 can get, the best first.

    The better grade is the one that a higher total gets; in which order a rubric writes them does not matter.
    """
    highest: dict[str, Fraction] = {}
    for total in sorted(totals_between(NOTHING, ALL, grades)):
        highest[grade_of(total, grades)] = total
    highest.pop("", None)
    return sorted(highest, key=lambda name: -highest[name])
