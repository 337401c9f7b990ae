"""Looks at the target and the actual of each row: operators, units, words and years that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from perfdsl.actuals.read_value import Trouble, is_blank, read_value
from perfdsl.audit import messages_form as messages
from perfdsl.audit.filled_form import FilledForm, FilledRow
from perfdsl.audit.mistake import Mistake
from perfdsl.audit.score_line import aim_at
from perfdsl.importers.draft import RowName
from perfdsl.scheme.check_target import asks_for_all, asks_for_more_than_all, is_against_sense
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax.ast import DateLiteral, Number, Word
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.read_target import read_target
from perfdsl.syntax.target_reading import TargetReading
from perfdsl.units import find_unit

_UNITS_CONTRADICT: Final = "P0314"
_NOTHING: Final = frozenset({"无", "零", "没有", "未发生", "无发生"})
"""Words that say the number 0."""

_YEAR = re.compile(
    r"(?<![0-9])(20[0-9]{2})(?:年(?!度?以来)|(?=[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?(?![0-9%])))"
)
_DATED = re.compile(r"(?<![0-9])20[0-9]{2}(?:年[0-9]{1,2}月|[-./][0-9]{1,2}[-./][0-9]{1,2})")
_BASELINE = re.compile(r"(?:较|比|同|自|从|以|与|对|相对于|截至|截止)$")
_LONGEST_LEAD = 3


class _Read(NamedTuple):
    """A row with its target and actual as read; ``aim`` only where an operator is printed."""

    each: FilledRow
    target: TargetReading
    aim: Aim | None
    actual: Number | DateLiteral | Word | Trouble | None


def check_values(form: FilledForm) -> Iterator[Mistake]:
    """Report targets and actuals that do not fit, row by row."""
    for each in form.rows:
        read = _read(each)
        yield from _check_actual(read)
        yield from _check_units(read)
        yield from _check_aim(read)
        if form.year is not None:
            yield from _check_years(each, form.year)


def _read(each: FilledRow) -> _Read:
    row = each.row
    target = read_target(row.target, operator=row.operator, unit=row.unit, year=row.year)
    aimed = None if target.target is None else aim_at(row, target.target)
    actual = None if is_blank(row.actual) else read_value(row.actual, unit=row.unit)
    return _Read(each, target, None if aimed is None else aimed.aim, actual)


def _check_actual(read: _Read) -> Iterator[Mistake]:
    actual = read.actual
    if isinstance(actual, Trouble) and actual.reason == "operator":
        yield messages.operator_in_actual(read.each)
    is_number = isinstance(read.target.value, Number)
    if is_number and isinstance(actual, Word) and actual.share is None and actual.word not in _NOTHING:
        yield messages.word_for_number(read.each)


def _check_units(read: _Read) -> Iterator[Mistake]:
    """The unit column against the target, then against the actual; else the target against the actual."""
    each, actual = read.each, read.actual
    if any(found.code == _UNITS_CONTRADICT for found in read.target.diagnostics):
        yield messages.unit_against_value(each, each.row.unit, each.row.target)
    elif isinstance(actual, Trouble) and actual.reason == "unit":
        yield messages.unit_against_value(each, each.row.unit, each.row.actual)
    elif isinstance(actual, Number) and actual.unit and read.target.unit:
        one, other = find_unit(read.target.unit), find_unit(actual.unit)
        if one is not None and other is not None and one.dimension != other.dimension:
            yield messages.unit_against_value(each, read.target.unit, each.row.actual)


def _check_aim(read: _Read) -> Iterator[Mistake]:
    name, aim = read.each.row.indicator, read.aim
    if aim is None:
        return
    if is_against_sense(name, aim):
        yield messages.operator_against_sense(read.each)
    is_more = asks_for_more_than_all(name, aim)
    if is_more or asks_for_all(name, aim):
        yield messages.rate_of_all(read.each, is_more=is_more)


def _check_years(each: FilledRow, year: int) -> Iterator[Mistake]:
    """A year in the name alone counts only as part of a date: 2021年度尾款支付率 may be meant."""
    row = each.row
    texts: dict[RowName, str] = {"target": row.target, "actual": row.actual}
    if _DATED.search(normalise(row.indicator)):
        texts = {"name": row.indicator, **texts}
    for column, text in texts.items():
        years = _years_in(text)
        if years and year not in years:
            nearest = min(years, key=lambda found: abs(found - year))
            yield messages.other_year(each, column, nearest, year)
            return


def _years_in(text: str) -> set[int]:
    """Give the years of a text, without those that it only compares with (较2021年提高)."""
    plain = normalise(text)
    found = _YEAR.finditer(plain)
    return {
        int(year[1])
        for year in found
        if not _BASELINE.search(plain[max(0, year.start() - _LONGEST_LEAD) : year.start()])
    }
