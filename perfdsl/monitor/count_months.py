"""How many months of a year are over on a day: what is due by the end of July is not due in mid-July.

The review that ministries hold each August looks at January to July, so a month counts once it has ended.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from fractions import Fraction

YEAR = 12


def months_over(day: date, year: int | None) -> int:
    """Count the months of a year (of the day's own where none is named) that have ended on a day, 0 to 12."""
    if year is not None and day.year != year:
        return YEAR if day.year > year else 0
    return day.month if day.day == monthrange(day.year, day.month)[1] else day.month - 1


def elapsed(day: date, year: int | None) -> Fraction:
    """Give how much of a year has gone by at the end of a day, in months and parts of months, 0 to 12."""
    if year is not None and day.year != year:
        return Fraction(YEAR if day.year > year else 0)
    return day.month - 1 + Fraction(day.day, monthrange(day.year, day.month)[1])


def last_day(year: int, month: int) -> date:
    """Give the last day of a month; of the year before for month 0."""
    return date(year, month, monthrange(year, month)[1]) if month else date(year - 1, YEAR, 31)
