"""Rounding as an explicit last step, of points and of the ends of intervals that are still open."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.exact import round_to
from perfdsl.scheme.rubric_scheme import RoundingStep
from perfdsl.scorecard import Interval


def round_points(points: Fraction, step: RoundingStep | None) -> Fraction:
    """Round points, where the rubric rounds them."""
    return points if step is None else round_to(points, step.places, step.mode)


def round_score(points: Interval, weight: Fraction, step: RoundingStep | None) -> Interval:
    """Round the points of a line; they never exceed its weight."""
    return capped(round_interval(points, step), weight, step)


def capped(points: Interval, weight: Fraction, step: RoundingStep | None) -> Interval:
    """Cut rounded points that exceed a weight which has finer decimals than they have."""
    if step is None or points.high <= weight:
        return points
    most = round_to(weight, step.places, "truncate")
    return Interval(min(points.low, most), most)


def round_within(points: Fraction, band: Interval, step: RoundingStep | None) -> Fraction:
    """Round points of a level's band; where that would reach an end that is the next level's, cut instead."""
    rounded = round_points(points, step)
    if step is not None and band.high_open and rounded >= band.high:
        return round_to(points, step.places, "truncate")
    return rounded


def round_band(band: Interval, step: RoundingStep | None) -> Interval:
    """Give the rounded points that a level allows, before it is known which."""
    low, high = round_within(band.low, band, step), round_within(band.high, band, step)
    return Interval(low, high, high_open=band.high_open and high == band.high)


def round_interval(interval: Interval, step: RoundingStep | None) -> Interval:
    """Round both ends; an upper end that is not reached itself may be reached after rounding."""
    if step is None:
        return interval
    low, high = round_points(interval.low, step), round_points(interval.high, step)
    if not interval.high_open:
        return Interval(low, high)
    cut = round_to(interval.high, step.places, "truncate")
    if step.mode == "truncate":
        return Interval(low, high, high_open=high == interval.high and low != high)
    # Half of the last place itself goes up (or to even); all that lies below it goes down.
    half = Fraction(1, 2 * 10**step.places)
    return Interval(low, cut if interval.high - cut == half else high)


def add_up(parts: Sequence[Interval]) -> Interval:
    """Add intervals end by end; the sum's upper end is reached only if each part's is."""
    low = sum((part.low for part in parts), Fraction(0))
    high = sum((part.high for part in parts), Fraction(0))
    return Interval(low, high, high_open=any(part.high_open for part in parts))
