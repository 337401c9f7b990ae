"""Looks at the target and the actual of each row: operators, units, words and years that do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import Final, NamedTuple

from perfdsl.actuals.read_value import Trouble, is_blank, read_value
from perfdsl.audit import messages_row as messages
from perfdsl.audit.check_units import check_units
from perfdsl.audit.filled_form import FilledForm, FilledRow
from perfdsl.audit.mistake import Mistake
from perfdsl.audit.read_actuals import NOTHING, plain_actual, read_actual
from perfdsl.audit.read_targets import read_printed
from perfdsl.audit.score_line import aim_at
from perfdsl.importers.draft import RowName
from perfdsl.scheme.check_target import asks_for_all, asks_for_more_than_all
from perfdsl.scheme.judge_direction import against_sense, counts_what_is_good
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax.ast import DateLiteral, Number, Word
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.target_reading import TargetReading
from perfdsl.units import find_unit

_ALL_IN_PERCENT: Final = 100
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
    """Report targets and actuals that do not fit, row by row; rows that were not read surely are let be."""
    for each in form.rows:
        if not each.is_sure:
            continue
        read = _read(each)
        yield from _check_actual(read)
        yield from check_units(each, read.target, read.actual)
        yield from _check_aim(read)
        if form.year is not None:
            yield from _check_years(each, form.year)


def _read(each: FilledRow) -> _Read:
    row = each.row
    target = read_printed(row, row.operator, row.unit)
    aimed = None if target.target is None else aim_at(row, target.target)
    actual = None if is_blank(row.actual) else read_value(plain_actual(row.actual), unit=row.unit)
    return _Read(each, target, None if aimed is None else aimed.aim, actual)


def _check_actual(read: _Read) -> Iterator[Mistake]:
    actual, row = read.actual, read.each.row
    if isinstance(actual, Trouble) and actual.reason == "operator":
        yield messages.operator_in_actual(read.each)
    if isinstance(actual, Word) and isinstance(read.target.value, Number):
        said = read_actual(row)  # 已建20个 is a number
        if isinstance(said, Word) and said.share is None and said.word not in NOTHING:
            yield messages.word_for_number(read.each)
    # Where the target asks for more than all, that is what a person looks at.
    asks_for_it = read.aim is not None and asks_for_more_than_all(row.indicator, read.aim)
    if not asks_for_it and _exceeds_all(row.indicator, actual, read.target.unit):
        yield messages.rate_above_all(read.each)


def _exceeds_all(name: str, actual: object, unit: str) -> bool:
    """Whether a share of a whole is more than all of it; funds in place (到位率) may be more than planned."""
    if not isinstance(actual, Number) or not counts_what_is_good(name) or name.endswith("到位率"):
        return False
    printed, wanted = find_unit(actual.unit), find_unit(unit)
    if not actual.unit:
        return wanted is not None and wanted.flavour == "ratio" and actual.value > _ALL_IN_PERCENT
    is_ratio = printed is not None and printed.flavour == "ratio"
    return is_ratio and printed is not None and Fraction(actual.value) * printed.factor > 1


def _check_aim(read: _Read) -> Iterator[Mistake]:
    row, aim = read.each.row, read.aim
    meant = _aim_of_equal(read) if aim is None else aim
    sense = None if meant is None else against_sense(row.indicator, row.group, meant)
    if sense is not None:
        yield messages.operator_against_sense(read.each, sense)
    if aim is None:
        return
    is_more = asks_for_more_than_all(row.indicator, aim)
    if is_more or asks_for_all(row.indicator, aim):
        yield messages.rate_of_all(read.each, is_more=is_more)


def _aim_of_equal(read: _Read) -> Aim | None:
    """Read a bare target as =, which is all that 100% of what is bad can mean if it means anything."""
    row = read.each.row
    target = None if row.operator else read_printed(row, "=", row.unit).target
    aimed = None if target is None else aim_at(row, target)
    return None if aimed is None else aimed.aim


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
