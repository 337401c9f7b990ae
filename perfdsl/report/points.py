"""Points as text: a number, or an interval while facts are missing."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.exact import decimals_needed, show
from perfdsl.scorecard import Interval


def show_points(points: Interval, places: int) -> str:
    """``97.81`` · ``[61.50, 89.00)``, with ``places`` decimals."""
    low = show(points.low, places)
    if points.settled:
        return low
    return f"[{low}, {show(points.high, places)}{')' if points.high_open else ']'}"


def show_weight(weight: Fraction, places: int) -> str:
    """Points that a score is out of: with ``places`` decimals, or more where the number needs them."""
    return show(weight, max(places, min(decimals_needed(weight) or 0, 4)))
