"""What an explanation says: of each line how its points came about, and of the project how its total did."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.explain.remedy import Remedy
from perfdsl.explain.told import Cited, ComputedTold, EffectTold, MethodTold, PointsTold, Told, WeightTold
from perfdsl.scheme.scheme import GradeBand, RoundingStep
from perfdsl.scorecard import IndicatorScore, Interval, ProjectScore
from perfdsl.source import Place

PLACES_OF_UNROUNDED = 4
"""Decimals shown of points that a rubric does not round."""


class LineExplanation(NamedTuple):
    """How a line came to its points. ``check``: attainment, on exact values."""

    score: IndicatorScore
    target: Told
    remarks: tuple[tuple[Literal["about", "basis"], str], ...]
    computed: ComputedTold | None
    check: Text
    weight: WeightTold
    method: MethodTold
    points: PointsTold
    effects: tuple[EffectTold, ...] = ()
    notices: tuple[Text, ...] = ()
    cites: tuple[Cited, ...] = ()
    remedy: Remedy | None = None

    @property
    def lost(self) -> Fraction:
        """Points that are lost for certain; a line that does not count has none to lose."""
        return Fraction(0) if self.score.excluded else self.score.weight - self.score.points.high

    @property
    def is_open(self) -> bool:
        """Whether its points are not settled yet."""
        return not self.score.excluded and not self.score.points.settled


class TotalTold(NamedTuple):
    """How the total came about: lines added, scaled where some do not count, rounded, and held to rules.

    ``before`` rules, ``after`` them; ``open_rule``: it is open whether a rule leaves a line out, so that the
    total may be anything.
    """

    added: Interval
    counted: Fraction
    excluded: tuple[str, ...]
    rounding: RoundingStep | None
    before: Interval
    after: Interval
    effects: tuple[EffectTold, ...] = ()
    open_rule: bool = False


class Explanation(NamedTuple):
    """A project explained. ``asked``: index of the one line that was asked for, None for all of it.

    ``band``: the band of its grade. ``rubrics``: its rubric and those that it extends.
    """

    score: ProjectScore
    lines: tuple[LineExplanation, ...]
    total: TotalTold
    band: GradeBand | None
    rubrics: tuple[str, ...]
    cites: tuple[Cited, ...]
    rubric_place: Place
    notices: tuple[Text, ...] = ()
    as_of: str = ""
    asked: int | None = None

    @property
    def line_places(self) -> int:
        """Decimals that points of lines are shown with: as rounded, or four where only the total is."""
        rounded = all(line.points.rounding is not None for line in self.lines)
        return self.score.places if rounded else max(self.score.places, PLACES_OF_UNROUNDED)
