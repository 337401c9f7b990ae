"""Units that the language itself speaks of: points, shares, dates, truth, and the unit that may be any."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.units import Dimension, Unit


def _base(name: str, dimension: str) -> Unit:
    return Unit(name, Fraction(1), Dimension(((dimension, 1),)))


BOOL = _base("是否", "bool")
ANY = _base("?", "any")
"""The unit of a fact that nothing declares; it meets everything."""

POINTS = _base("分", "point")
YUAN = _base("元", "money")
TIMES = _base("次", "次")
DAYS = _base("天", "day")
MONTHS = _base("个月", "month")
MONTH_OF_YEAR = _base("月份", "calendar_month")
DATE = _base("", "date")
"""The unit of dates: days since 0001-01-01, which may be compared and subtracted but never divided."""

RATIO = Unit("%", Fraction(1, 100), Dimension(), "ratio")
DIFFERENCE = Unit("个百分点", Fraction(1, 100), Dimension(), "difference")


def is_calendar_month(unit: Unit) -> bool:
    """Whether a unit is 月份, a month of the year."""
    return unit.dimension == MONTH_OF_YEAR.dimension


def is_deadline(unit: Unit) -> bool:
    """Whether a unit is that of dates or of months of the year: points in time, not amounts."""
    return unit.dimension == DATE.dimension or is_calendar_month(unit)
