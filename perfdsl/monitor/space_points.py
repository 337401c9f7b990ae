"""Parts the year so far into steps of about a month or more, and says how fast a value grew in each.

Two facts a day apart would make an increment look thirty times as fast; so steps are counted back from the
last fact, each at least three quarters of a month long, down to nothing at the year's start.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.monitor.count_months import elapsed
from perfdsl.monitor.monitored import Point

SHORTEST = Fraction(3, 4)
"""Months that a step has at least."""

ZERO = Fraction(0)


class Clock(NamedTuple):
    """What goes by from months of the year: the months themselves, or what a plan says is due by then."""

    at: Callable[[Fraction], Fraction]
    is_plan: bool = False


class Steps(NamedTuple):
    """Growth by what goes by in each step, the last value, and what had gone by when it was recorded."""

    rates: tuple[Fraction, ...]
    value: Fraction
    at: Fraction


def steps_of(points: Sequence[Point], year: int, clock: Clock) -> Steps | None:
    """Give the steps of values that add up, of a year with at least one; None where nothing has gone by."""
    within = [(elapsed(point.day, year), point.value) for point in points]
    at, value = within[-1]
    if clock.at(at) <= 0:
        return None
    return Steps(tuple(_rates(within, clock)), value, clock.at(at))


def _rates(within: Sequence[tuple[Fraction, Fraction]], clock: Clock) -> list[Fraction]:
    """Give growth step by step; where a plan stands still, a step goes on to where it does not."""
    rates: list[Fraction] = []
    at, value = within[-1]
    for earlier, reached in reversed(within[:-1]):
        gone = clock.at(at) - clock.at(earlier)
        if at - earlier >= SHORTEST and earlier >= SHORTEST and gone > 0 and clock.at(earlier) > 0:
            rates.append((value - reached) / gone)
            at, value = earlier, reached
    return [*rates, value / clock.at(at)]
