"""How the points of a line moved when its method changed: where they are higher, where lower."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.plan.piecewise import Cut
from perfdsl.units import Unit


class Stretch(NamedTuple):
    """Actuals among which some have other points, between two cuts, with one of them as a witness.

    Points are out of the line's weight, or shares of it (``CurveChange.shares``); None where undefined.
    ``finished``: the state of 已完成, where it makes a difference.
    """

    low: Cut | None
    high: Cut | None
    witness: Fraction
    old: Fraction | None
    new: Fraction | None
    finished: bool | None = None


class CurveChange(NamedTuple):
    """New points against old ones, over all actuals; ``unclear``: not every stretch could be compared.

    ``shares``: the weights differ too, and shares of the weight are compared.
    """

    unit: Unit
    higher: Stretch | None = None
    lower: Stretch | None = None
    unclear: bool = False
    shares: bool = False

    @property
    def same(self) -> bool:
        """Whether every actual has the points that it had."""
        return not (self.higher or self.lower or self.unclear)

    @property
    def sense(self) -> Literal["loosened", "tightened", "changed"]:
        """Nowhere lower is loosened, nowhere higher tightened; where both or unclear, only changed."""
        if self.unclear or (self.higher and self.lower):
            return "changed"
        return "loosened" if self.higher else "tightened"
