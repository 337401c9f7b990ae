"""A line whose actual may still change: what it may become, and what it is now."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.plan.grain import Grain
from perfdsl.plan.invert_curve import Stretches
from perfdsl.plan.plan import IndicatorPlan

Kind = Literal["number", "level", "spent", "finished"]

FINISHED_PLACE = -1
"""Place of 已完成, which is no line of its own."""


class Lever(NamedTuple):
    """An open line. Actuals are in base units of its target: a rate of the budget for what was spent.

    ``at``: its place among the lines of a score. ``within``: actuals that there can be; for a level the
    shares of its band, or of all bands where the level is open too. ``now``: the present actual, None where
    none is recorded. ``size``: what an actual is multiplied by to be a fact (the budget, else 1).
    ``computed``: it follows from other facts by a formula, so that those have to change.
    """

    at: int
    kind: Kind
    plan: IndicatorPlan
    grain: Grain
    within: Stretches
    now: Fraction | None
    size: Fraction = Fraction(1)
    computed: bool = False
