"""Exact values for people: in the unit they are counted in, and as fractions where decimals do not end."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from perfdsl.diagnostic import Text
from perfdsl.exact import decimals_needed, show, show_trimmed
from perfdsl.plan.interpret import Known
from perfdsl.scheme.known_units import DATE, POINTS
from perfdsl.units import Unit

NO_VALUE = Text("没有值", "no value")
UNKNOWN = Text("未报", "not recorded")
NOT_TOLD = Text("已完成未报", "finished not recorded")

_TRUTHS = {
    "met": (Text("未达标", "missed"), Text("达标", "met")),
    "finished": (Text("未完成", "unfinished"), Text("已完成", "finished")),
    "": (Text("否", "no"), Text("是", "yes")),
}
_MOST_PLACES = 6
_PERCENT_PLACES = 2
_POINT_PLACES = 4
_MOST_BITS = 100


def show_known(value: Known, unit: Unit, word: str = "") -> Text:
    """Show a number in its unit, a date, or a truth; ``word``: the word of methods that has it."""
    if value is None:
        return NO_VALUE
    if isinstance(value, bool):
        return _TRUTHS.get(word, _TRUTHS[""])[value]
    shown = show_number(value, unit)
    return Text(shown, shown)


def show_number(value: Fraction, unit: Unit) -> str:
    """Write a number in its unit, exactly where six decimals do; a day as a date."""
    if unit.dimension == DATE.dimension:
        return show_day(value)
    number = value / unit.factor
    places = decimals_needed(number)
    if places is not None and places <= _MOST_PLACES:
        return show(number) + unit.name
    return f"≈{show_trimmed(number)}{unit.name}"


def show_day(value: Fraction) -> str:
    """Write a day as a date; days outside the calendar as their number."""
    if value.denominator == 1 and date.min.toordinal() <= value <= date.max.toordinal():
        return date.fromordinal(int(value)).isoformat()
    return show_trimmed(value, 2)


def show_share(share: Fraction) -> str:
    """``95%`` · ``11/12 ≈ 91.67%``."""
    return _with_fraction(share, share * 100, _PERCENT_PLACES, "%")


def show_exact_points(points: Fraction) -> str:
    """``10.5`` · ``275/24 ≈ 11.4583``."""
    return _with_fraction(points, points, _POINT_PLACES, "")


def show_result(value: Known, unit: Unit) -> str:
    """What an expression comes to; empty for truths and for nothing."""
    if value is None or isinstance(value, bool):
        return ""
    if unit.flavour == "ratio" or not unit.dimension.powers:
        return show_share(value)
    if unit.dimension == POINTS.dimension:
        return f"{show_exact_points(value)}分"
    return show_number(value, unit)


def _with_fraction(value: Fraction, number: Fraction, places: int, ending: str) -> str:
    needed = decimals_needed(number)
    if needed is not None and needed <= places:
        return show_trimmed(number, places) + ending
    rounded = f"≈ {show_trimmed(number, places)}{ending}"
    parts = value.as_integer_ratio()
    if value.denominator == 1 or any(part.bit_length() > _MOST_BITS for part in parts):
        return rounded
    return f"{value.numerator}/{value.denominator} {rounded}"
