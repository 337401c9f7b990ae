"""The actuals at which a score may turn: around the target, at shares of it, nothing, and none recorded."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.exact import decimals_needed, round_to, show, show_trimmed
from perfdsl.plan.compile_plan import EXECUTION_AIM
from perfdsl.plan.grain import is_whole
from perfdsl.plan.plan import LevelPlan
from perfdsl.scheme.known_units import DATE, is_calendar_month
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax import ast
from perfdsl.units import can_be_negative

SHARES = (Fraction(60, 100), Fraction(80, 100), Fraction(130, 100))
RATES = ("0%", "59.99%", "60%", "79.99%", "80%", "99.99%", "100%", "130%")
TWELVE = 12
MOST_PLACES = 6
"""Decimals, of base units, of a turning point that is written out."""
_RATE_STEP = Fraction(1, 10_000)


class Boundary(NamedTuple):
    """What makes an actual worth a look, and the actual as written; None where none is recorded."""

    what: Text
    actual: str | None


MISSING = Boundary(Text("未报", "not reported"), None)


def boundaries(
    aim: Aim,
    target: ast.Target | None,
    levels: tuple[LevelPlan, ...] = (),
    turns: Sequence[Fraction] = (),
) -> list[Boundary]:
    """List the boundary cases of a target, from nothing up; each actual once, the missing one last.

    ``target``: as written, which tells how fine its last place is. ``turns``: actuals, in base units, at
    which the points of the method turn.
    """
    found = {each.actual: each for each in _boundaries(aim, target, levels, turns)}
    return [*found.values(), MISSING]


def _boundaries(
    aim: Aim, target: ast.Target | None, levels: tuple[LevelPlan, ...], turns: Sequence[Fraction]
) -> Iterator[Boundary]:
    if levels:
        yield from _of_levels(levels)
    elif aim is EXECUTION_AIM:
        yield from _of_rate(turns)
    elif aim.op == "is":
        yield Boundary(Text("没有做到", "not so"), "否")
        yield Boundary(Text("做到了", "so"), aim.word)
    elif aim.unit.dimension == DATE.dimension:
        yield from _of_date(aim)
    elif is_calendar_month(aim.unit):
        yield from _of_month(aim)
    else:
        yield from _of_number(aim, target, turns)


def _of_levels(levels: tuple[LevelPlan, ...]) -> Iterator[Boundary]:
    for level in levels:
        yield Boundary(Text("比例未定", "share not given"), level.name)
        yield Boundary(Text("下限", "lowest share"), f"{level.name} {_percent(level.low)}")
        if not level.high_open:
            yield Boundary(Text("上限", "highest share"), f"{level.name} {_percent(level.high)}")


def _percent(share: Fraction) -> str:
    return f"{show_trimmed(share * 100)}%"


def _of_date(aim: Aim) -> Iterator[Boundary]:
    day = aim.target
    if day is None:
        return
    around = (
        (-1, Text("早一天", "a day early")),
        (0, Text("当天", "on the day")),
        (1, Text("晚一天", "a day late")),
    )
    for off, what in around:
        at = day.__floor__() + off
        if date.min.toordinal() <= at <= date.max.toordinal():
            yield Boundary(what, date.fromordinal(at).isoformat())


def _of_month(aim: Aim) -> Iterator[Boundary]:
    for off, what in (
        (-1, Text("早一月", "a month early")),
        (0, Text("当月", "in the month")),
        (1, Text("晚一月", "a month late")),
    ):
        at = (aim.target or Fraction(0)) + off
        if 1 <= at <= TWELVE:
            yield Boundary(what, f"{show(at)}月份")


def _of_number(aim: Aim, target: ast.Target | None, turns: Sequence[Fraction]) -> Iterator[Boundary]:
    """``aim.low`` and ``aim.high``: both ends of a range; of all others the one that there is."""
    step = _step(target) * aim.unit.factor
    ends = [end for end in (aim.low, aim.high) if end is not None]
    cases = [*_around(turns, step), (Fraction(0), Text("零", "nothing"))]
    cases += [(end * share, _share(share)) for end in ends for share in SHARES if end > 0]
    for end, name in zip(ends, _names(aim), strict=False):
        cases.append((end - step, Text(f"{name.zh}减一步", f"{name.en} less a step")))
        cases.append((end, Text(f"正好{name.zh}", f"exactly {name.en}")))
        cases.append((end + step, Text(f"{name.zh}加一步", f"{name.en} and a step")))
    last = {_on_grid(value, aim): what for value, what in cases}
    for value in sorted(last):
        if value >= 0 or can_be_negative(aim.unit):
            yield Boundary(last[value], show(value / aim.unit.factor) + aim.unit.name)


def _of_rate(turns: Sequence[Fraction]) -> Iterator[Boundary]:
    """Give the rates where methods of execution commonly turn, and those where this one does."""
    around = {value for value, _ in _around(turns, _RATE_STEP) if value >= 0}
    rates = around | {Fraction(rate.removesuffix("%")) / 100 for rate in RATES}
    yield from (Boundary(Text("执行率", "execution rate"), _percent(rate)) for rate in sorted(rates))


def _around(turns: Sequence[Fraction], step: Fraction) -> Iterator[tuple[Fraction, Text]]:
    """Give each turning point with a step to either side; for one that cannot be written, only the steps."""
    for turn in turns:
        places = decimals_needed(turn)
        written = places is not None and places <= MOST_PLACES
        if written:
            yield turn, Text("转折处", "a turning point")
        below = turn - step if written else turn // step * step
        above = turn + step if written else below + step
        yield below, Text("转折处减一步", "a turning point less a step")
        yield above, Text("转折处加一步", "a turning point and a step")


def _step(target: ast.Target | None) -> Fraction:
    """Last place of the number of a target, in its unit."""
    number = target.value if isinstance(target, ast.Bound) else getattr(target, "high", None)
    exponent = number.value.as_tuple().exponent if isinstance(number, ast.Number) else 0
    return Fraction(10) ** min(exponent, 0) if isinstance(exponent, int) else Fraction(1)


def _on_grid(value: Fraction, aim: Aim) -> Fraction:
    """Put shares of a count on the nearest whole number."""
    ends = [end for end in (aim.low, aim.high) if end is not None]
    whole = is_whole(aim.unit) and all(end.denominator == 1 for end in ends)
    return round_to(value, 0, "half_up") if whole else value


def _names(aim: Aim) -> tuple[Text, ...]:
    if aim.op == "in":
        return Text("下限", "the lower end"), Text("上限", "the upper end")
    return (Text("目标值", "the target"),)


def _share(share: Fraction) -> Text:
    shown = show_trimmed(share * 100)
    return Text(f"目标值的 {shown}%", f"{shown}% of the target")
