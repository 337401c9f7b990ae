"""Sets self-scores (自评) and a reviewer's scores (核查) beside the computed ones, with the differences."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from perfdsl.report.say_effects import REVIEW, SELF, sums_of
from perfdsl.scorecard import Interval, ProjectScore


class Compared(NamedTuple):
    """A line of a project, or its total (an empty ``name``): computed points, and those that people gave."""

    project: ProjectScore
    name: str
    weight: Fraction
    points: Interval
    self_score: Fraction | None
    review_score: Fraction | None

    @property
    def self_off(self) -> Fraction | None:
        """Self-score less the computed points; None while one of them is not known."""
        return _apart(self.self_score, self.points.low if self.points.settled else None)

    @property
    def review_off(self) -> Fraction | None:
        """The reviewer's score less the computed points."""
        return _apart(self.review_score, self.points.low if self.points.settled else None)

    @property
    def review_to_self(self) -> Fraction | None:
        """The reviewer's score less the self-score."""
        return _apart(self.review_score, self.self_score)


def compare_given(project: ProjectScore) -> Iterator[Compared]:
    """Give the lines for which people gave points, and the total; nothing where they gave none.

    A sum of what people gave is known only where every line that counts has it.
    """
    given = [
        Compared(project, line.name, line.weight, line.points, judged.self_score, judged.review_score)
        for line in project.indicators
        if not line.excluded
        and ((judged := line.judged).self_score is not None or judged.review_score is not None)
    ]
    if given:
        yield from given
        yield compare_totals(project)


def compare_totals(project: ProjectScore) -> Compared:
    """Compare the total with the sums of what people gave."""
    sums = dict(sums_of(project))
    weight = sum((line.weight for line in project.indicators if not line.excluded), Fraction(0))
    return Compared(project, "", weight, project.total, sums.get(SELF), sums.get(REVIEW))


def _apart(given: Fraction | None, other: Fraction | None) -> Fraction | None:
    return None if given is None or other is None else given - other
