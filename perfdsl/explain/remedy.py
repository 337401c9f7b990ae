"""What would have given a line more points: the nearest actual that can be written, and what it gives."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.units import Unit

How = Literal["number", "time", "state", "level", "spent", "finished"]


class Remedy(NamedTuple):
    """A change of one fact, and the rounded points that the engine gives after it.

    ``actual`` and ``now`` (None: none is recorded) are in base units of the fact, ``text`` is the actual as
    a sheet would write it, ``unit`` that in which people count it. ``full``: the whole weight is reached.
    ``upper``: the target is an upper bound alone, so that less is better. ``cost``: what is spent counts.
    ``computed``: the actual follows from other facts, which would have to change.
    """

    how: How
    actual: Fraction
    text: str
    unit: Unit
    points: Fraction
    full: bool
    now: Fraction | None = None
    upper: bool = False
    cost: bool = False
    computed: bool = False
