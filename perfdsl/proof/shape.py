"""What can be known of an amount whatever target, weight and actual are, and how to reckon with it.

Is it never below zero, never above zero, never above the full score, exactly the full score; does it rise,
fall or stay as the actual gets better? Every rule is one of school arithmetic: a sum of rising things
rises; full less what is not negative is not above full. What no rule speaks of is not known, never guessed.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple


class Shape(NamedTuple):
    """``low``: ≥ 0; ``high``: ≤ 0; ``within``: ≤ full (1, or the weight); ``full``: exactly that.

    ``trend``: 1 never falls as the actual gets better, -1 never rises, 0 stays, None not known.
    ``least``, ``most``: numbers that it is never below or above, where such are written there.
    """

    low: bool = False
    high: bool = False
    within: bool = False
    full: bool = False
    trend: int | None = None
    least: Fraction | None = None
    most: Fraction | None = None


UNKNOWN = Shape()
FULL = Shape(low=True, within=True, full=True, trend=0)


def negated(one: Shape) -> Shape:
    """Turn the sign."""
    trend = None if one.trend is None else -one.trend
    return Shape(one.high, one.low, within=one.low, trend=trend)


def sum_of(one: Shape, other: Shape) -> Shape:
    """Add."""
    zero = one.low and one.high, other.low and other.high
    within = (one.within and other.high) or (other.within and one.high)
    full = (one.full and zero[1]) or (other.full and zero[0])
    return Shape(
        one.low and other.low, one.high and other.high, within, full, both_trends(one.trend, other.trend)
    )


def both_trends(one: int | None, other: int | None) -> int | None:
    """Give the trend of two things together; None where they go apart."""
    if one is None or other is None or one * other < 0:
        return None
    return one or other


def product(one: Shape, other: Shape) -> Shape:
    """Multiply; a part of what is not above full is not above full."""
    low = (one.low and other.low) or (one.high and other.high)
    high = (one.low and other.high) or (one.high and other.low)
    within = high or (low and one.low and one.within and other.within)
    return Shape(low, high, within, one.full and other.full and low, _trend(one, other))


def _trend(one: Shape, other: Shape) -> int | None:
    """Trend of a product: each factor's own, turned where the other is not above zero."""
    turned = [None if t is None else _turned(t, by) for t, by in ((one.trend, other), (other.trend, one))]
    return both_trends(*turned)


def _turned(trend: int, by: Shape) -> int | None:
    if trend == 0 or (by.low and by.high):
        return 0
    if by.low:
        return trend
    return -trend if by.high else None


def quotient(one: Shape, other: Shape) -> Shape:
    """Divide: what a divisor of one sign does; a result within full is not known from signs alone."""
    turned = negated(other)
    inverse = Shape(other.low, other.high, trend=turned.trend if other.low or other.high else None)
    found = product(one, inverse)
    return found._replace(within=found.high, full=False)
