"""What a score curve shows of itself: undefined stretches, stretches cut off, falls, and jumps.

Between two cuts a form ``(p·x + q)/(r·x + s)`` never turns: the sign of ``p·s − q·r`` is that of its
slope, and where x is a number of steps, times the sign of a step. So a curve never falls if no segment
does and none ends above where the next begins; both are comparisons of exact fractions.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from perfdsl.plan.curve import Curve, Segment
from perfdsl.plan.form import Form
from perfdsl.plan.piecewise import Cut


class Fall(NamedTuple):
    """Two segments (or one, twice) of which the first, the worse actuals, gives more than the second."""

    worse: Segment
    better: Segment


def stretch(curve: Curve, low: Cut | None, high: Cut | None) -> list[Segment]:
    """Give the segments between two cuts, cut there."""
    found = []
    for segment in curve.segments:
        start = low if segment.low is None or (low is not None and low > segment.low) else segment.low
        end = high if segment.high is None or (high is not None and high < segment.high) else segment.high
        if start is None or end is None or start < end:
            found.append(segment._replace(low=start, high=end))
    return found


def slope(form: Form) -> int:
    """Sign of the slope: 1 rising, -1 falling, 0 level."""
    if form.constant is not None:
        return 0
    turn = form.p * form.s - form.q * form.r
    if form.steps is not None:
        turn *= form.steps.g
    return (turn > 0) - (turn < 0)


def first_fall(segments: list[Segment], direction: int) -> Fall | None:
    """Find where points fall although actuals get better; ``direction`` 1: more is better, -1: less is."""
    defined = [segment for segment in segments if segment.form is not None]
    ordered = defined if direction > 0 else defined[::-1]
    for segment in ordered:
        if _falls(segment, direction):
            return Fall(segment, segment)
    for one, other in pairwise(ordered):
        before, after = (end_of(one), start_of(other)) if direction > 0 else (start_of(one), end_of(other))
        if before is not None and after is not None and before > after:
            return Fall(one, other)
    return None


def _falls(segment: Segment, direction: int) -> bool:
    if segment.form is None or slope(segment.form) * direction >= 0:
        return False
    # A number of steps may be the same all over its segment.
    low, high = start_of(segment), end_of(segment)
    return low is None or high is None or low != high


def start_of(segment: Segment) -> Fraction | None:
    """Points at the low end of a segment, or what they come to there; None where they have no bound."""
    return _limit(segment.form, segment.low, -1)


def end_of(segment: Segment) -> Fraction | None:
    """Points at the high end of a segment, or what they come to there; None where they have no bound."""
    return _limit(segment.form, segment.high, 1)


def _limit(form: Form | None, cut: Cut | None, side: int) -> Fraction | None:
    """Value of a form as the actual comes to a cut from inside its segment (``side`` 1: from below)."""
    if form is None:
        return None
    if cut is None:
        return _far(form)
    if form.steps is None:
        return form.at(cut[0])
    n = Fraction(_steps_at(form.steps.g, form.steps.h, cut, side))
    below = form.r * n + form.s
    return None if below == 0 else (form.p * n + form.q) / below


def _steps_at(g: Fraction, h: Fraction, cut: Cut, side: int) -> int:
    """Count the steps just inside a cut; at the value itself where that belongs to the segment."""
    value, after = cut
    inside = (side > 0) == (after == 1)
    count = g * value + h
    if inside or (g > 0) != (side > 0):
        return floor(count)
    return ceil(count) - 1


def _far(form: Form) -> Fraction | None:
    """What a form comes to far out; None where it grows without bound."""
    if form.constant is not None:
        return form.constant
    return form.p / form.r if form.r else None


def undefined(segments: list[Segment]) -> Segment | None:
    """Give the first stretch where no case gives a number."""
    return next((segment for segment in segments if segment.form is None), None)


def cut_off(segments: list[Segment]) -> Segment | None:
    """Give the first stretch where 0 or the weight cut the points off."""
    return next((segment for segment in segments if segment.clamped), None)


def jump_at(curve: Curve, value: Fraction) -> Fraction:
    """Size of the greatest step of the points at an actual, from either side."""
    around = [
        _limit(segment.form, cut, side)
        for segment in curve.segments
        for cut, side in ((segment.low, -1), (segment.high, 1))
        if cut is not None and cut[0] == value
    ]
    known = [*(each for each in around if each is not None)]
    here = curve.points_at(value)
    known += [] if here is None else [here]
    return max(known) - min(known) if known else Fraction(0)


def cases_in(segments: list[Segment]) -> Iterator[int]:
    """Give the cases that decide somewhere."""
    return (segment.case for segment in segments)
