"""Dates as public tables print them (2022年底前, 12月31日), read to the last day that they name."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from perfdsl.numerals import read_chinese_numeral, read_digit_by_digit

EARLIEST_YEAR, LATEST_YEAR = 1900, 2199

_COUNTED = r"(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})"
_YEAR = r"(?:[0-9]{4}|[〇○零一二三四五六七八九]{4})"
_THIS_YEAR = r"(?:[当本今]年度?)"
_TAIL = r"(?P<tail>之前|以前|前|止|以内|之内|内)?"
_FORMS = (
    re.compile(
        rf"(?P<y>[0-9]{{4}})(?P<sep>[-/])(?P<m>[0-9]{{1,2}})(?:(?P=sep)(?P<d>[0-9]{{1,2}})日?)?{_TAIL}"
    ),
    re.compile(rf"(?P<y>[0-9]{{4}})\.(?P<m>[0-9]{{1,2}})\.(?P<d>[0-9]{{1,2}})日?{_TAIL}"),
    re.compile(
        rf"(?P<y>{_YEAR})年度?(?P<m>{_COUNTED})月份?(?:(?P<d>{_COUNTED})[日号]|(?P<end>月?[底末]))?{_TAIL}"
    ),
    re.compile(rf"(?P<y>{_YEAR})年度?第?(?P<q>[一二三四1-4])季度(?P<end>[底末])?{_TAIL}"),
    re.compile(rf"(?P<y>{_YEAR})年度?(?P<half>[上下])半年(?P<end>[底末])?{_TAIL}"),
    re.compile(rf"(?P<y>{_YEAR})年度?(?P<end>年?[底末终])?{_TAIL}"),
    re.compile(rf"{_THIS_YEAR}?(?P<m>{_COUNTED})月份?(?:(?P<d>{_COUNTED})[日号]|(?P<end>月?[底末])){_TAIL}"),
    re.compile(rf"{_THIS_YEAR}?(?P<m>{_COUNTED})月份?(?P<tail>之前|以前|前|止|以内|之内|内)"),
    re.compile(rf"[当本今]?年度?年?(?P<end>[底末终]){_TAIL}"),
)
_BLANK_BETWEEN_DIGITS = re.compile(r"[0-9]\s+[0-9]")


class DateReading(NamedTuple):
    """The last day that a date names; ``year`` or ``day`` is 0 where none is printed.

    ``partial``: a whole month or longer is named, not a day or an end.
    ``bound`` is ``<=`` after 前 and the like.
    """

    year: int
    month: int
    day: int
    partial: bool
    bound: Literal["", "<="] = ""
    problem: Literal["", "impossible_date", "two_readings"] = ""


def read_date(text: str) -> DateReading | None:
    """Read a date in ASCII twins (``normalise``); None where the text is no date at all."""
    if len(text) > 40 or _BLANK_BETWEEN_DIGITS.search(text):  # noqa: PLR2004 (longer than any date)
        return None
    tight = "".join(text.split())
    found = next((m for form in _FORMS if (m := form.fullmatch(tight))), None)
    return None if found is None else _date_of(found.groupdict())


def last_day(year: int, month: int) -> int:
    """Days of a month; year 0 stands for any year, which may be a leap year."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


def _date_of(parts: dict[str, str | None]) -> DateReading | None:
    year, month, day = _whole(parts.get("y")), _month_of(parts), _whole(parts.get("d"))
    if year and not EARLIEST_YEAR <= year <= LATEST_YEAR:
        return (
            None
            if month is None
            else DateReading(year, month, day or 0, partial=False, problem="impossible_date")
        )
    partial = not (parts.get("d") or parts.get("end"))
    month = 12 if month is None else month
    if not 1 <= month <= 12:  # noqa: PLR2004 (months)
        return DateReading(year, month, day, partial, problem="impossible_date")
    if parts.get("d") and not 1 <= day <= last_day(year, month):
        return DateReading(year, month, day, partial, problem="impossible_date")
    if year:
        day = day or last_day(year, month)
    return _with_tail(DateReading(year, month, day, partial), parts)


def _month_of(parts: dict[str, str | None]) -> int | None:
    if parts.get("m"):
        return _whole(parts["m"])
    if parts.get("q"):
        return 3 * _whole(parts["q"])
    return {"上": 6, "下": 12}.get(parts.get("half") or "")


def _with_tail(date: DateReading, parts: dict[str, str | None]) -> DateReading:
    """Bound a date: 前 after a day includes it; after a whole month it may mean either end of the month."""
    tail = parts.get("tail")
    if not tail:
        return date
    within = date.partial and date.year > 0
    clear = within if tail.endswith("内") else not date.partial or tail == "止"
    if not clear:
        return DateReading(date.year, date.month, date.day, date.partial, problem="two_readings")
    return DateReading(date.year, date.month, date.day, date.partial, bound="<=")


def _whole(text: str | None) -> int:
    if not text:
        return 0
    if text.isdecimal():
        return int(text)
    value = read_chinese_numeral(text)
    by_digit = read_digit_by_digit(text) if value is None or len(text) == 4 else None  # noqa: PLR2004 (a year)
    return by_digit or int(value or 0)
