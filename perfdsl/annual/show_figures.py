"""Shows exact numbers as a report prints them: money in 万元, shares in percent, points."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from perfdsl.annual.line_part import Figure, Points
from perfdsl.diagnostic import Language
from perfdsl.exact import decimals_needed, show, show_trimmed
from perfdsl.report.points import show_points, show_weight
from perfdsl.scorecard import Interval

WAN: Final = 10_000
_MOST_PLACES = 6


def money(amount: Fraction | None, language: Language) -> Figure:
    """``4.80万元``: at least two decimals, and as many as the amount needs, up to those of a fen."""
    if amount is None:
        return Figure()
    in_wan = amount / WAN
    needed = decimals_needed(in_wan)
    places = _MOST_PLACES if needed is None else min(max(needed, 2), _MOST_PLACES)
    number = show(in_wan, places)
    return Figure(amount, f"{number}万元" if language == "zh" else f"{number} ×10⁴ yuan")


def percent(share: Fraction | None) -> Figure:
    """``91.67%``: at most two decimals; what is not 100 % (or 0 %) never looks so."""
    if share is None:
        return Figure()
    text = show_trimmed(share * 100, 2)
    if text in {"100", "0"} and share not in {1, 0}:
        text = f"≈{text}"
    return Figure(share, f"{text}%")


def weight_of(weight: Fraction, places: int) -> Figure:
    """``12.50``."""
    return Figure(weight, show_weight(weight, min(places, 2)))


def points_of(points: Interval, places: int) -> Points:
    """``11.46``."""
    return Points(points, show_points(points, places))


def point_figure(points: Fraction | None, places: int = 2) -> Figure:
    """Points that people gave; nothing where they gave none."""
    return Figure() if points is None else Figure(points, show(points, places))


def signed(points: Fraction | None, places: int = 2) -> Figure:
    """``+1.50`` · ``-2.00`` · ``0.00``."""
    if points is None:
        return Figure()
    return Figure(points, ("+" if points > 0 else "") + show(points, places))


def add_intervals(intervals: Iterable[Interval]) -> Interval:
    """Add points, open ends as well."""
    low = high = Fraction(0)
    high_open = False
    for each in intervals:
        low, high, high_open = low + each.low, high + each.high, high_open or each.high_open
    return Interval(low, high, high_open)
