"""Holds the units of a row against each other: the unit column, the target's and the actual's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, Literal

from perfdsl.actuals.read_value import Trouble
from perfdsl.audit import messages_row as messages
from perfdsl.audit.filled_form import FilledRow
from perfdsl.audit.mistake import Mistake
from perfdsl.audit.read_targets import UNITS_CONTRADICT
from perfdsl.syntax.ast import DateLiteral, Number, Word
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.target_reading import TargetReading
from perfdsl.units import Unit, comparable, find_unit

_DURATIONS: Final = frozenset({"day", "month", "working_day", "calendar_month"})
_IN_BRACKETS: Final = re.compile(r"\(([^()]*)\)")


def check_units(
    each: FilledRow, target: TargetReading, actual: Number | DateLiteral | Word | Trouble | None
) -> Iterator[Mistake]:
    """Report the unit column against the target, then against the actual; else the target against the actual.

    Units that can be converted (万元 and 元) fit.
    """
    if any(found.code == UNITS_CONTRADICT for found in target.diagnostics):
        yield from _hold(each, each.row.unit, target.unit, each.row.target)
    elif isinstance(actual, Trouble) and actual.reason == "unit":
        yield from _hold(each, each.row.unit, actual.word, each.row.actual)
    elif isinstance(actual, Number) and actual.unit and target.unit:
        is_known = find_unit(actual.unit) is not None and find_unit(target.unit) is not None
        if is_known:
            yield from _hold(each, target.unit, actual.unit, each.row.actual)


def _hold(each: FilledRow, one: str, other: str, printed: str) -> Iterator[Mistake]:
    match _compare(one, other):
        case "contradict":
            yield messages.unit_against_value(each, one, printed)
        case "differ":
            yield messages.other_unit(each, one, printed)
        case "fit":
            return


def _compare(one: str, other: str) -> Literal["fit", "differ", "contradict"]:
    """Two ways to count, or two durations, differ; a share and an amount of money contradict each other."""
    one, other = ("".join(normalise(unit).split()) for unit in (one, other))
    if {one, other} & ({*_spellings(one)} & {*_spellings(other)}):
        return "fit"
    first, second = find_unit(one), find_unit(other)
    if first is None or second is None:
        return "differ"
    if comparable(first, second):
        return "fit"
    return "differ" if _count_alike(first, second) else "contradict"


def _spellings(unit: str) -> Iterator[str]:
    """Give a unit without its brackets, and what they hold: 台(套) is 台 or 套."""
    yield unit
    yield _IN_BRACKETS.sub("", unit)
    yield from _IN_BRACKETS.findall(unit)


def _count_alike(first: Unit, second: Unit) -> bool:
    """Whether two units are the same but for what they count (户 and 家), or are spans of time (天, 月)."""
    rest = (first.dimension / second.dimension).powers
    if sum(power for _, power in rest):
        return False
    # Counted things are named by their own Chinese word, measures by an English one.
    return all(not base.isascii() for base, _ in rest) or all(base in _DURATIONS for base, _ in rest)
