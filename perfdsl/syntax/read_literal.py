"""One printed value (12次, 二十三万元, 95%以上, 2022年底前) read as a number, a date or a month's end."""

from __future__ import annotations

import re
from functools import lru_cache

from perfdsl.syntax.literal_reading import Bound, LiteralReading, Problem
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.read_date import DateReading, read_date
from perfdsl.syntax.read_number import read_number

__all__ = ["Bound", "LiteralReading", "Problem", "read_literal"]

MOST_CHARACTERS = 120
"""Characters that one literal may have."""

_LOOKS_DATED = re.compile(r"[年月底末终]|[0-9][-/.][0-9]")


def read_literal(text: str) -> LiteralReading:
    """Read one literal text; anything at all gives a reading, in time bounded by ``MOST_CHARACTERS``."""
    if len(text) > MOST_CHARACTERS:
        return LiteralReading("none", problem="too_long" if text[:1].isdecimal() else "not_a_number")
    return _read(text)


@lru_cache(maxsize=8192)
def _read(text: str) -> LiteralReading:
    plain = normalise(text)
    date = read_date(plain) if _LOOKS_DATED.search(plain) else None
    return read_number(plain) if date is None else _from_date(date)


def _from_date(date: DateReading) -> LiteralReading:
    reading = LiteralReading(
        "date", year=date.year, month=date.month, day=date.day, bound=date.bound, partial=date.partial
    )
    if date.problem:
        return reading._replace(kind="none", problem=date.problem)
    if not date.year:
        return (
            reading._replace(kind="none", problem="year_missing")
            if date.day
            else reading._replace(kind="month_end")
        )
    return reading
