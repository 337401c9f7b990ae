"""The actuals at which the points of a method turn: between two cases, and at knots of what they compute."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from perfdsl.plan.curve import Curve
from perfdsl.plan.plan import MethodPlan

MOST_TURNS = 16
"""Turning points of one line that are looked at, the lowest first."""


def turns_of(method: MethodPlan) -> tuple[Fraction, ...]:
    """Give the actuals, in base units, at which a piece of the curve ends; none where there is no curve."""
    found = {turn for _, curve in method.curves for turn in _turns(curve)}
    return tuple(sorted(found))[:MOST_TURNS]


def _turns(curve: Curve) -> Iterator[Fraction]:
    """List the ends of pieces; not zero, where points that cannot be negative end within one case."""
    for below, above in pairwise(curve.segments):
        if below.high is not None and (below.high[0] or below.case != above.case):
            yield below.high[0]
