"""What an explanation says: of each line how its points came about, and of the project how its total did."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.explain.remedy import Remedy
from perfdsl.explain.told import (
    Cited,
    ComputedTold,
    EffectTold,
    FactTold,
    LossTold,
    MethodTold,
    PointsTold,
    Told,
    WeightTold,
)
from perfdsl.scheme.rubric_scheme import GradeBand, RoundingStep
from perfdsl.scorecard import DepartmentScore, Flag, IndicatorScore, Interval, ProjectScore
from perfdsl.source import Place

FAULT = "P0712"
"""Code of what a rule calls an error."""

Withheld = Literal["", "faults", "facts"]

PLACES_OF_UNROUNDED = 4
"""Decimals shown of points that a rubric does not round."""


class LineExplanation(NamedTuple):
    """How a line came to its points. ``check``: attainment, on exact values.

    ``scale``: what its points are multiplied by in the total, where other lines do not count. ``faults``:
    what rules call an error in it. ``parts``: what each of several reporting units recorded, by its name.
    """

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
    scale: Fraction = Fraction(1)
    faults: tuple[Flag, ...] = ()
    parts: tuple[FactTold, ...] = ()

    @property
    def lost(self) -> Fraction:
        """Points that are lost for certain; a line that does not count has none to lose."""
        return Fraction(0) if self.score.excluded else self.score.weight - self.score.points.high

    @property
    def lost_of_total(self) -> Fraction:
        """What the total lacks because of them."""
        return self.lost * self.scale

    @property
    def is_open(self) -> bool:
        """Whether its points are not settled yet."""
        return not self.score.excluded and not self.score.points.settled


class TotalTold(NamedTuple):
    """How the total came about: lines added, scaled where some do not count, rounded, and held to rules.

    ``before`` rules, ``after`` them; ``open_rule``: it is open whether a rule leaves a line out, so that the
    total may be anything. ``losses``: what the total lacks besides what the lines lost.
    """

    added: Interval
    counted: Fraction
    excluded: tuple[str, ...]
    rounding: RoundingStep | None
    before: Interval
    after: Interval
    effects: tuple[EffectTold, ...] = ()
    open_rule: bool = False
    losses: tuple[LossTold, ...] = ()


class Explanation(NamedTuple):
    """A project explained. ``asked``: index of the one line that was asked for, None for all of it.

    ``band``: the band of its grade. ``rubrics``: its rubric and those that it extends. ``withheld``: why
    ``eval`` gives no such score, faults or other facts that are wrong; empty where it gives it. ``more``: the
    command that shows one line in full, empty where nobody typed one. ``department``: where the own lines of
    one are explained as a project, the whole of it, whose total is made of theirs and others.
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
    withheld: Withheld = ""
    more: str = ""
    department: DepartmentScore | None = None

    @property
    def lost(self) -> Fraction:
        """Points of the total that are told as lost: what is missing to 100, where the total is settled."""
        lines = sum((line.lost_of_total for line in self.lines), Fraction(0))
        return lines + sum((loss.points for loss in self.total.losses), Fraction(0))

    @property
    def faults(self) -> tuple[Flag, ...]:
        """What rules call an error, of the project and of its lines."""
        return tuple(flag for flag in self.score.flags if flag.code == FAULT)

    @property
    def line_places(self) -> int:
        """Decimals that points of lines are shown with: as rounded, or four where only the total is."""
        rounded = all(line.points.rounding is not None for line in self.lines)
        return self.score.places if rounded else max(self.score.places, PLACES_OF_UNROUNDED)
