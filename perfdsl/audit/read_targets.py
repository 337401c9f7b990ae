"""Reads a printed target; one without an operator is read in each way that is left, and none is guessed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from perfdsl.audit.difference import Reason
from perfdsl.audit.published import PublishedRow
from perfdsl.scheme.judge_direction import counts_what_is_bad
from perfdsl.syntax import ast
from perfdsl.syntax.read_target import read_target
from perfdsl.syntax.read_target_number import likely_operators
from perfdsl.syntax.target_reading import TargetReading
from perfdsl.units import comparable, find_unit

_NO_OPERATOR = "P0304"
UNITS_CONTRADICT = "P0314"
_OPERATORS: tuple[ast.Operator, ...] = (">=", "<=", "=")


class Targets(NamedTuple):
    """Readings of a target; ``others`` are those that nobody would expect of a number without operator."""

    likely: tuple[ast.Target, ...]
    others: tuple[ast.Target, ...] = ()


def read_targets(row: PublishedRow, actual_unit: str = "") -> Targets | Reason:
    """Give all readings of a row's target, or why there is none.

    The likely operators of a bare number are those that its diagnostic offers for its unit; where the name is
    of something bad (事故, 受害率), ≤ stands in place of ≥. Where neither target nor unit column says a unit
    and the actual is a ratio, both 95 and 95% are read: ``actual_unit`` is that ratio's.
    """
    likely: list[ast.Target] = []
    others: list[ast.Target] = []
    for unit in _units(row, actual_unit):
        reading = read_printed(row, row.operator, unit)
        if reading.target is not None:
            likely.append(reading.target)
        elif _lacks_operator(reading):
            expected = _likely(row, reading.unit)
            likely += _with_operators(row, unit, expected)
            others += _with_operators(row, unit, [each for each in _OPERATORS if each not in expected])
        else:
            return _why_not(reading)
    return Targets(tuple(likely), tuple(others))


def read_printed(row: PublishedRow, operator: str, unit: str) -> TargetReading:
    """A target that prints a unit of its own is read in it, where that of the column is but another size."""
    found = read_target(row.target, operator=operator, unit=unit, year=row.year, source_name=row.place.file)
    if found.target is not None or not any(each.code == UNITS_CONTRADICT for each in found.diagnostics):
        return found
    column, own = find_unit(unit), find_unit(found.unit)
    if column is None or own is None or not comparable(column, own):
        return found
    return read_target(row.target, operator=operator, year=row.year, source_name=row.place.file)


def _units(row: PublishedRow, actual_unit: str) -> tuple[str, ...]:
    """Units that the unit column may hold: its own, and that of the actual where no unit is printed."""
    if not actual_unit or row.unit:
        return (row.unit,)
    reading = read_printed(row, row.operator, "")
    is_bare = reading.kind == "number" and reading.value is not None and not reading.unit
    return (actual_unit, "") if is_bare else ("",)


def _lacks_operator(reading: TargetReading) -> bool:
    errors = {each.code for each in reading.diagnostics if each.severity == "error"}
    return errors == {_NO_OPERATOR} and reading.value is not None


def _likely(row: PublishedRow, unit: str) -> list[ast.Operator]:
    operators = likely_operators(unit)
    if not counts_what_is_bad(row.indicator):
        return list(operators)
    return ["<=", *(each for each in operators if each not in {">=", "<="})]


def _with_operators(row: PublishedRow, unit: str, operators: Iterable[ast.Operator]) -> Iterator[ast.Target]:
    read = (read_printed(row, operator, unit).target for operator in operators)
    return (target for target in read if target is not None)


def _why_not(reading: TargetReading) -> Reason:
    if reading.kind == "none":
        return "no_target"
    return "qualitative" if reading.kind == "qualitative" else "unreadable_target"
