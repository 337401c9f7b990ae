"""Ranks projects by their totals: equal totals share a rank, and while totals are open it may be a range."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.scorecard import Interval, ProjectScore


class Ranked(NamedTuple):
    """A project and the ranks that it may have, from 1. ``rank``: None while it is not certain."""

    rank: int | None
    project: ProjectScore
    best: int = 0
    worst: int = 0

    @property
    def shown(self) -> str:
        """``2``, or ``1–2`` while more than one is possible."""
        return str(self.best) if self.best == self.worst else f"{self.best}–{self.worst}"


def rank_projects(projects: Iterable[ProjectScore], others: Iterable[Interval] = ()) -> list[Ranked]:
    """Rank projects among themselves and others: settled ones from the highest (1, 2, 2, 4), then open ones.

    ``others``: totals of those that are held against them and not listed: not asked for, or without a score.
    Give all members of a department, and keep those that are wanted afterwards. Projects of one total stand
    in the order of their codes and names, so that no order of files matters.
    """
    found = list(projects)
    found.sort(key=lambda each: (not each.total.settled, -each.total.low, each.code, each.name))
    totals = [each.total for each in found] + list(others)
    lows = sorted(each.low for each in totals)
    highs = sorted(each.high for each in totals)
    return [_rank(each, lows, highs) for each in found]


def _rank(project: ProjectScore, lows: Sequence[Fraction], highs: Sequence[Fraction]) -> Ranked:
    """Best, only those are above that surely are; worst, all that may be, itself aside."""
    total = project.total
    reach = bisect_left if total.high_open else bisect_right
    best = 1 + len(lows) - reach(lows, total.high)
    worst = 1 + len(highs) - bisect_right(highs, total.low) - (not total.settled)
    return Ranked(best if best == worst else None, project, best, worst)
