"""Parts the year so far into steps of about a month or more, and says how fast a value grew in each.

Two facts a day apart would make an increment look thirty times as fast; so steps are counted back from the
last fact, each at least three quarters of a month long, down to nothing at the year's start.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.monitor.count_months import elapsed
from perfdsl.monitor.monitored import Point

SHORTEST = Fraction(3, 4)
"""Months that a step has at least."""

ZERO = Fraction(0)


class Steps(NamedTuple):
    """Growth by month in each step, the last value, and when it was recorded, in months of the year."""

    rates: tuple[Fraction, ...]
    value: Fraction
    at: Fraction


def steps_of(points: Sequence[Point], year: int) -> Steps:
    """Give the steps of values that add up, of a year in which there is at least one."""
    within = [(elapsed(point.day, year), point.value) for point in points]
    at, value = within[-1]
    return Steps(tuple(_rates(within)), value, at)


def _rates(within: Sequence[tuple[Fraction, Fraction]]) -> list[Fraction]:
    rates: list[Fraction] = []
    at, value = within[-1]
    for earlier, reached in reversed(within[:-1]):
        if at - earlier >= SHORTEST and earlier >= SHORTEST:
            rates.append((value - reached) / (at - earlier))
            at, value = earlier, reached
    return [*rates, value / at]
