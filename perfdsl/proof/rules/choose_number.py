"""Chooses a number that a person would write from a range: round tens and fives of its unit first."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor

from perfdsl.proof.rules.eliminate import Range

_SCALES = (10, 5, 1, Fraction(1, 10), Fraction(1, 100), Fraction(1, 10**4))


def choose_number(within: Range, step: Fraction, usual: Fraction | None = None) -> Fraction:
    """Give the usual number, or the roundest near the middle of a range."""
    if usual is not None and within.holds(usual):
        return usual
    middle = _middle(within, step)
    for scale in _SCALES:
        size = step * scale
        near = round(middle / size)
        for count in sorted(range(near - 1, near + 2), key=lambda each: abs(each * size - middle)):
            if within.holds(count * size):
                return count * size
    return middle


def _middle(within: Range, step: Fraction) -> Fraction:
    low, high = within.low, within.high
    if low is not None and high is not None:
        return (low + high) / 2
    if low is not None:
        return Fraction(floor(low / step) + 5) * step
    if high is not None:
        return Fraction(ceil(high / step) - 5) * step
    return 10 * step


def choose_broken(within: Range, step: Fraction) -> Fraction:
    """Give a number off the middle of a range, with two decimals where there is such: no whole one."""
    low = within.low if within.low is not None else (within.high or 0) - 10 * step
    high = within.high if within.high is not None else low + 10 * step
    exact = low + (high - low) * Fraction(3713, 10_000)
    size = step / 100
    near = round(exact / size) * size
    return near if within.holds(near) else exact
