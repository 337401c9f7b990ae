"""What one printed value says: a number with its unit, a date, a month's end, or why it cannot be read."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal, NamedTuple

Bound = Literal["", ">=", "<=", ">", "<"]
Problem = Literal[
    "",
    "not_a_number",
    "too_long",
    "blank_between_digits",
    "impossible_date",
    "two_readings",
    "year_missing",
    "inexact",
    "several_values",
    "values_differ",
]


class LiteralReading(NamedTuple):
    """What a literal says; ``problem`` is a reason key, and empty where it reads.

    ``value`` is the number as printed (100万元 gives 100), ``unit`` its unit as printed and not looked up,
    and ``unit_at`` the unit's offset in the text; number and unit end at ``ends_at``, before any bound.
    A date names its last day; ``partial`` tells that a whole month or longer was named.
    ``month_end`` (3月底) has a month and no year; with ``year_missing`` month and day are filled.
    ``included`` tells of a written 含 or 不含. ``12月`` reads as the number 12 of unit 月, with the problem
    ``two_readings``: a duration or a calendar month.
    """

    kind: Literal["number", "date", "month_end", "none"]
    value: Decimal | None = None
    unit: str = ""
    unit_at: int = 0
    ends_at: int = 0
    year: int = 0
    month: int = 0
    day: int = 0
    bound: Bound = ""
    problem: Problem = ""
    partial: bool = False
    included: bool | None = None


def broken(problem: Problem) -> LiteralReading:
    """Give a reading that holds nothing but the reason."""
    return LiteralReading("none", problem=problem)
