"""Ranges in printed targets: 介于 90% 至 100%, 90%~95%, 1-2次, [90%,100%]."""

from __future__ import annotations

import re
from fractions import Fraction

from perfdsl.diagnostic import Diagnostic
from perfdsl.exact import show_trimmed
from perfdsl.syntax import ast, messages_target
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.read_date import EARLIEST_YEAR, LATEST_YEAR
from perfdsl.syntax.read_literal import LiteralReading, read_literal
from perfdsl.syntax.read_target_number import make_number, value_problem
from perfdsl.syntax.settle_unit import unit_of
from perfdsl.syntax.target_reading import Cell, Part, TargetReading, refused
from perfdsl.units import comparable, find_unit, may_be_share, quantity

_COUNTED = "0-9一二两三四五六七八九十百千"
_ENDS = re.compile(
    rf"(?:介于|在)?[ \t]*(?P<low>[+-]?[{_COUNTED}][^~至到]*?)[ \t]*(?:~|--?|至|到|\.\.)[ \t]*"
    rf"(?P<high>[+-]?[{_COUNTED}][^~至到]*?)(?:之间)?"
)
_CLOSED = re.compile(r"\[[ \t]*(?P<low>[+-]?[0-9][^,;\]]*)[,;][ \t]*(?P<high>[+-]?[0-9][^,;\]]*)\]")
_YEARS = range(EARLIEST_YEAR, LATEST_YEAR + 1)
_YEAR_UNITS = frozenset({"", "年", "学年", "年度"})
_PERIOD = re.compile(r"[0-9]{4}年?度?全年|全年|[0-9]{4}年[0-9]{1,2}月?(?:--?|~|至|到)[0-9]{1,2}月份?")


def read_range(cell: Cell, part: Part) -> TargetReading | None:
    """Read a range; None where the text is none (a date such as 2022-12 is left to the dates)."""
    if _PERIOD.fullmatch(cell.plain, part.start, part.end):
        return _refuse_period(cell, part)
    if read_literal(cell.plain[part.start : part.end]).kind == "date":
        return None
    found = _CLOSED.fullmatch(cell.plain, part.start, part.end) or _ENDS.fullmatch(
        cell.plain, part.start, part.end
    )
    return None if found is None else _read_ends(cell, part, found)


def _refuse_period(cell: Cell, part: Part) -> TargetReading:
    text = cell.text(part.start, part.end)
    return refused("date", messages_target.period(cell.place(part.start, part.end), text))


def _read_ends(cell: Cell, part: Part, found: re.Match[str]) -> TargetReading | None:
    low, high = read_literal(found["low"]), read_literal(found["high"])
    if {low.kind, high.kind} & {"date", "month_end"} or "月份" in {low.unit, high.unit}:
        return _refuse_period(cell, part)
    if low.value is None or high.value is None or low.bound or high.bound:
        return None
    problem = _ends_problem(cell, part, low, high)
    if problem is not None:
        return refused("range", problem)
    ends = _with_units(cell, part, (found.start("low"), low), (found.start("high"), high))
    if isinstance(ends, Diagnostic):
        return refused("range", ends)
    target = ast.Range(span=(part.start, part.end), low=ends[0], high=ends[1])
    return TargetReading(target, unit=ends[1].unit, kind="range")


def _ends_problem(cell: Cell, part: Part, low: LiteralReading, high: LiteralReading) -> Diagnostic | None:
    """Complain of an operator before a range, and of a range that may be a date or a stretch of years."""
    place, text = cell.place(part.start, part.end), cell.text(part.start, part.end)
    if part.operators:
        return messages_target.operators_contradict(place, (*part.operators, "~"))
    unit = high.unit or cell.unit
    if low.value in _YEARS and high.value in _YEARS and unit in _YEAR_UNITS:
        return messages_target.period(place, text)
    bare = not (low.unit or unit) and "-" in normalise(text)
    if bare and low.value in range(1, 13) and high.value in range(1, 32):
        readings = (f"介于 {low.value} 至 {high.value}", f"{low.value}月{high.value}日")
        return messages_target.two_readings(place, text, readings)
    return None


def _with_units(
    cell: Cell, part: Part, low: tuple[int, LiteralReading], high: tuple[int, LiteralReading]
) -> tuple[ast.Number, ast.Number] | Diagnostic:
    """Make both numbers; in 1-2次 the first takes the unit of the second."""
    place = cell.place(part.start, part.end)
    upper = unit_of(cell, high[1], place)
    lower = unit_of(cell, low[1], place) if low[1].unit else upper
    for unit, reading in ((upper, high[1]), (lower, low[1])):
        problem = unit if not isinstance(unit, str) else value_problem(cell, reading, unit, place)
        if problem is not None:
            return problem
    ends = make_number(cell, low[0], low[1], str(lower)), make_number(cell, high[0], high[1], str(upper))
    if not low[1].unit and may_be_share(ends[0].value, ends[1].value, find_unit(ends[1].unit, cell.defined)):
        low_end, high_end = ends[0].value, f"{ends[1].value}{upper}"
        readings = (
            f"介于 {low_end}{upper} 至 {high_end}",
            f"介于 {show_trimmed(100 * Fraction(low_end))}% 至 {high_end}",
        )
        return messages_target.two_readings(place, cell.text(part.start, part.end), readings)
    return _misfit(cell, part, *ends) or ends


def _misfit(cell: Cell, part: Part, low: ast.Number, high: ast.Number) -> Diagnostic | None:
    """Complain of ends that cannot be compared, or that stand the wrong way round."""
    place, text = cell.place(part.start, part.end), cell.text(part.start, part.end)
    units = find_unit(low.unit, cell.defined), find_unit(high.unit, cell.defined)
    one_bare = bool(low.unit) != bool(high.unit)
    if one_bare or units[0] is None or units[1] is None or not comparable(units[0], units[1]):
        return messages_target.range_units(place, text)
    if quantity(low.value, units[0]).value > quantity(high.value, units[1]).value:
        return messages_target.range_reversed(place, text)
    return None
