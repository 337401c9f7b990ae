"""Shows a number, a target or a day as a form prints it, and says what a workbook holds for it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction

from perfdsl.exact import PLACES_WHEN_ENDLESS, decimals_needed, show
from perfdsl.forms.form import Shown
from perfdsl.scheme.read_aim import SIGNS, shown
from perfdsl.syntax import ast
from perfdsl.syntax.read_target import unquoted
from perfdsl.units import Quantity, Unit

MOST_EXACT_DIGITS = 15
"""Digits that a workbook keeps; a longer number goes in as text."""

_EVER = date(1899, 12, 30)
_FIRST_DAY = date(1900, 3, 1)
"""From here on workbooks count days without their gap of 1900."""

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def show_decimal(value: Decimal, unit: str = "") -> Shown:
    """Show a number with the decimals that it has, and its unit behind it."""
    text = f"{value:f}{unit}"
    whole, _, decimals = f"{abs(value):f}".partition(".")
    if len((whole + decimals).lstrip("0")) > MOST_EXACT_DIGITS or '"' in unit:
        return Shown(text)
    places = len(decimals)
    code = f"0.{'0' * places}" if places else "0"
    if unit == "%":
        return Shown(text, value / 100, f"{code}%")
    return Shown(text, value, f'{code}"{unit}"' if unit else code)


def show_number(number: ast.Number) -> Shown:
    """Show a number as its author wrote it; only a plain one is a number to a workbook."""
    text = shown(number)
    plain = show_decimal(number.value, number.unit)
    return plain if plain.text == text else Shown(text)


def show_points(points: Fraction, places: int) -> Shown:
    """Show points that were given, with the decimals of their rubric."""
    return show_decimal(Decimal(show(points, places)))


def show_weight(points: Fraction) -> Shown:
    """Show points that can be had, with as many decimals as they need."""
    needed = decimals_needed(points)
    places = PLACES_WHEN_ENDLESS if needed is None else min(needed, PLACES_WHEN_ENDLESS)
    return show_decimal(Decimal(show(points, places)))


def show_amount(amount: Quantity, written: ast.Number, unit: Unit) -> Shown:
    """Show an amount of money in a unit: with the decimals it was written with, where that was its unit."""
    value = amount.value / unit.factor
    if Fraction(written.value) == value:
        return show_decimal(written.value)
    return show_decimal(Decimal(show(value)))


def show_day(text: str) -> Shown:
    """Show a day written ``2022-12-31``; all else stays text."""
    if _ISO.fullmatch(text) is None:
        return Shown(text)
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return Shown(text)
    return Shown(text, Decimal((day - _EVER).days), "yyyy-mm-dd") if day >= _FIRST_DAY else Shown(text)


def show_target(target: ast.Target | None) -> str:
    """Write a target as forms print it, so that ``read_target`` reads the same; empty where there is none."""
    match target:
        case None:
            return ""
        case ast.Bound(op=op, value=value):
            return SIGNS[op] + shown(value)
        case ast.Range(low=low, high=high):
            return f"{shown(low)}~{shown(high)}"
        case ast.Deadline(op=op, date=when):
            return f"{SIGNS[op]}{when.year}年{when.month}月{when.day}日"
        case ast.State(word=word):
            return f"是：{_kept(word)}"
        case ast.Qualitative(text=text):
            return f"定性：{_kept(text)}" if text else "定性"


def _kept(words: str) -> str:
    """Put words that are quoted as a whole between quotation marks: one pair is taken off in reading."""
    return words if unquoted(words) == words else f"“{words}”"
