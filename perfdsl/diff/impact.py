"""What a difference does to scores: both states under the same facts, line by line, where they come apart."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.scorecard import IndicatorScore, Interval, ProjectScore


class LineImpact(NamedTuple):
    """A line with other points than before, or on one side only."""

    old: IndicatorScore | None
    new: IndicatorScore | None

    @property
    def name(self) -> str:
        """The newer name."""
        line = self.new or self.old
        return line.name if line else ""


class ProjectImpact(NamedTuple):
    """A project whose total, grade or lines changed, or that is scored on one side only."""

    old: ProjectScore | None
    new: ProjectScore | None
    lines: tuple[LineImpact, ...] = ()

    @property
    def name(self) -> str:
        """The newer name."""
        project = self.new or self.old
        return project.name if project else ""


class Impact(NamedTuple):
    """Projects that the difference reaches, of ``scored`` ones that stand on both sides."""

    projects: tuple[ProjectImpact, ...] = ()
    scored: int = 0


def gain(old: Interval, new: Interval) -> Fraction | None:
    """Points that were gained (below zero: lost); None while either is open."""
    return new.low - old.low if old.settled and new.settled else None
