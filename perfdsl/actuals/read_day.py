"""The day that a fact is dated with: ISO, with strokes or points, 20221231, or Chinese."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from perfdsl.syntax.literal_reading import LiteralReading
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.read_literal import read_literal

_TIME = re.compile(r"[T ]\s*[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?$")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_SERIAL = re.compile(r"[0-9]{5}(?:\.0+)?")
_EPOCH = date(1899, 12, 30)

DayProblem = Literal["no_date", "impossible_date", "year_missing"]


@lru_cache(maxsize=2048)
def read_day(text: str) -> date | None:
    """Read a day; a month, quarter or year is its last day. None where it is no date, or is impossible."""
    reading = _read(text)
    if reading.kind != "date" or reading.problem or reading.bound:
        return None
    return date(reading.year, reading.month, reading.day)


def day_problem(text: str) -> DayProblem:
    """Say why a text gives no day."""
    reading = _read(text)
    if reading.problem == "impossible_date":
        return "impossible_date"
    return "year_missing" if reading.kind == "month_end" or reading.problem == "year_missing" else "no_date"


def _read(text: str) -> LiteralReading:
    plain = _TIME.sub("", normalise(text).strip())
    compact = _COMPACT.fullmatch(plain)
    return read_literal("-".join(compact.groups()) if compact else plain)


def serial_day(text: str) -> date | None:
    """Give the day of a bare Excel day number (44926), to show what it may be; None for anything else."""
    plain = normalise(text).strip()
    if not _SERIAL.fullmatch(plain):
        return None
    return _EPOCH + timedelta(days=int(plain[:5]))
