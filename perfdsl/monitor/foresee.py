"""Foresees the value at the year's end from the facts so far, with the ends beyond which they do not say.

What adds up goes on at its mean pace, money along its payment plan where it has one; its ends are the
slowest and the fastest step so far. A level stays where it is; its ends are what it has been, and its widest
swing to either side. Too few facts rule nothing out: then an end is open. Once the year is over there is
nothing left to foresee.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.monitor.count_months import YEAR, elapsed
from perfdsl.monitor.monitored import Forecast, Point
from perfdsl.monitor.space_points import Clock, Steps, steps_of

ENOUGH_STEPS = 3
ENOUGH_READINGS = 3
ZERO = Fraction(0)

Show = Callable[[Fraction], str]

MONTHS = Clock(lambda months: months)

_OVER = Text("全年已过，即实际完成数", "the year is over: what was reached")
_FEW_STEPS = Text(
    "按平均进度外推；记录不到三段增量，只知道不会低于已完成数，说不出上限",
    "the mean pace goes on; of fewer than three steps: at least what is reached, and nothing bounds it above",
)
_BY_MONTHS = Text("按平均进度外推", "the mean pace goes on")
_BY_PLAN = Text("按支出计划外推", "along the payment plan")
_FEW_PLANNED = Text(
    "按支出计划外推（已支出÷计划至今应支出×计划全年）；记录不到三段增量，只知道不会低于已支出数，说不出上限",
    "along the payment plan (spent ÷ due × planned for the year); of fewer than three steps: at least what "
    "is spent, and nothing bounds it above",
)
_PLAN_OVER = Text(
    "支出计划已到最后一个节点，计划说不出还会支出多少；不会低于已支出数，说不出上限",
    "the payment plan has come to its last point: at least what is spent, and nothing bounds it above",
)
_STANDSTILL = Text(
    "至今没有增量，没有可外推的进度；说不出上限",
    "nothing was added so far: there is no pace, and nothing bounds it above",
)
_FEW_READINGS = Text(
    "取最近一次的水平；记录太少，说不出上下限", "the last level; too few records to bound it"
)
_SAID = Text("填报人预计，不是推算", "expected by its author, not computed")


class Measured(NamedTuple):
    """A value on a day with all before it, and how it is shown; ``grows``: it adds up over the year."""

    value: Fraction
    points: Sequence[Point]
    grows: bool
    day: date
    year: int
    show: Show
    clock: Clock = MONTHS


def foresee(measured: Measured) -> Forecast | None:
    """Give the value at the year's end; None where no fact of the year itself says how it moves."""
    if elapsed(measured.day, measured.year) == YEAR:
        return _shown(measured, _Ends(measured.value, measured.value, measured.value), _OVER)
    within = [point for point in measured.points if point.day.year == measured.year]
    if not within or within[-1].value != measured.value:
        return None
    measured = measured._replace(points=within)
    return _growing(measured) if measured.grows else _level(measured)


def foreseen_by_author(value: Fraction, text: str) -> Forecast:
    """Give what a person expects; it has no ends of its own."""
    return Forecast(value, value, value, _SAID, text)


class _Ends(NamedTuple):
    value: Fraction
    low: Fraction
    high: Fraction
    low_open: bool = False
    high_open: bool = False


def _growing(measured: Measured) -> Forecast:
    clock = measured.clock
    steps = steps_of(measured.points, measured.year, clock)
    if steps is None:  # nothing of the plan was due by then: it says nothing, months do
        return _growing(measured._replace(clock=MONTHS))
    end = clock.at(Fraction(YEAR))
    value = steps.value / steps.at * end
    if max(steps.rates) <= 0:
        return _shown(measured, _Ends(steps.value, steps.value, steps.value, high_open=True), _STANDSTILL)
    if len(steps.rates) < ENOUGH_STEPS:
        method = _FEW_PLANNED if clock.is_plan else _FEW_STEPS
        return _shown(measured, _Ends(value, steps.value, value, high_open=True), method)
    if steps.at == end and clock.is_plan:
        return _shown(measured, _Ends(value, steps.value, value, high_open=True), _PLAN_OVER)
    low, high = _slow_and_fast(steps, clock.at(elapsed(measured.day, measured.year)), end)
    many = len(steps.rates)
    zh, en = _BY_PLAN if clock.is_plan else _BY_MONTHS
    method = Text(
        f"{zh}，上下限取 {many} 段增量中最快、最慢的一段",
        f"{en}; the ends go by the fastest and the slowest of {many} steps",
    )
    return _shown(measured, _Ends(max(value, low), low, high), method)


def _slow_and_fast(steps: Steps, now: Fraction, end: Fraction) -> tuple[Fraction, Fraction]:
    """Go on at the slowest step from today, and at the fastest from the last fact; nothing is lost again."""
    low = steps.value + max(ZERO, min(steps.rates)) * (end - now)
    return low, steps.value + max(steps.rates) * (end - steps.at)


def _level(measured: Measured) -> Forecast:
    values = [point.value for point in measured.points]
    last, few = measured.value, len(values) < ENOUGH_READINGS
    swing = max(values) - min(values)
    low, high = min(*values, last - swing, last), max(*values, last + swing, last)
    if min(values) >= 0:
        low = max(low, ZERO)
    method = (
        _FEW_READINGS
        if few
        else Text(
            f"取最近一次的水平，上下限取 {len(values)} 次记录的最低、最高，并向两边各放宽一个最大变幅",
            f"the last level; its ends are the ends of {len(values)} records, widened by their swing",
        )
    )
    return _shown(measured, _Ends(last, low, high, few, few), method)


def _shown(measured: Measured, ends: _Ends, method: Text) -> Forecast:
    show = measured.show
    low, high = (
        "" if is_open else show(end)
        for end, is_open in ((ends.low, ends.low_open), (ends.high, ends.high_open))
    )
    value = show(ends.value)
    if low and high:
        text = value if low == high else f"{value}（{low}~{high}）"
    else:
        text = f"{value}（≥{low}）" if low else value
    return Forecast(ends.value, ends.low, ends.high, method, text, ends.low_open, ends.high_open)
