"""Writes a value into a cell of a template: a number in the cell's own format, a text never as a formula."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from perfdsl.actuals.readers.number_format import is_date_format, show_number
from perfdsl.exact import decimals_needed, show
from perfdsl.forms.form import Shown
from perfdsl.forms.legal_text import legal
from perfdsl.units import find_unit

_FORMULA_SIGNS = tuple("=+-@")
_PLAIN = {"General", "G/通用格式", ""}
_AFTER_DIGITS = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

# openpyxl carries no types: its cells are Any.


class _Fitted(NamedTuple):
    """A number for a cell, and the format that it has there."""

    number: Decimal
    code: str


def write_cell(cell: Any, shown: Shown) -> None:  # noqa: ANN401
    """Write a value; a blank one empties the cell, unless a formula stands there."""
    if not shown.text:
        if cell.data_type != "f":
            cell.value = None
        return
    code = str(cell.number_format)
    fitted = None if code == "@" else _fit(shown, code)
    if fitted is None:
        _write_text(cell, legal(shown.text))
        return
    cell.value = fitted.number
    if fitted.code != code:
        cell.number_format = fitted.code


def _fit(shown: Shown, code: str) -> _Fitted | None:
    """Fit a number to the format of a cell, so that what is printed is that number in its unit.

    Its own format takes the place of one that has none, or that would print a percentage of what is none, or
    the reverse. None where only a text says it: the format has no room for the unit.
    """
    if shown.number is None:
        return None
    if code in _PLAIN:
        return _Fitted(shown.number, shown.code)
    if is_date_format(code) != is_date_format(shown.code):
        return None
    if is_date_format(code):
        return _Fitted(shown.number, code)
    printed, kind = show_number(Decimal(1), code)
    if kind != "number":
        return _Fitted(shown.number, code) if kind == "disguised" else None
    of_cell = _AFTER_DIGITS.sub("", printed.replace(",", ""), count=1)
    return _fit_unit(shown, code, of_cell)


def _fit_unit(shown: Shown, code: str, of_cell: str) -> _Fitted | None:
    """Fit a number to a format that prints ``of_cell`` behind it: nothing, a unit, or other words."""
    own = _AFTER_DIGITS.sub("", shown.text, count=1)
    unit = own or shown.unit
    number = shown.number or Decimal(0)
    if not of_cell and not own:
        return _Fitted(number, code)
    if "%" in {of_cell, unit} and of_cell != unit:
        return _Fitted(number, shown.code)
    if of_cell == "%" and not own:  # 90 beside a column of units that says %
        return _Fitted(number / 100, code)
    if of_cell == unit or not unit:
        return _Fitted(number, code)
    if not of_cell:
        return None
    converted = _convert(number, unit, of_cell)
    if converted is not None:
        return _Fitted(converted, code)
    return None if own else _Fitted(number, shown.code)


def _convert(number: Decimal, unit: str, wanted: str) -> Decimal | None:
    """Give a number in the unit that a format prints; None where that cannot be done exactly."""
    one, other = find_unit(unit), find_unit(wanted)
    if one is None or other is None or one.dimension != other.dimension:
        return None
    exact = Fraction(number) * one.factor / other.factor
    return None if decimals_needed(exact) is None else Decimal(show(exact))


def _write_text(cell: Any, text: str) -> None:  # noqa: ANN401
    cell.value = text
    cell.data_type = "s"  # even where it begins with =
    if text.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True
