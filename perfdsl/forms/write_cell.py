"""Writes a value into a cell of a template: a number in the cell's own format, a text never as a formula."""

from __future__ import annotations

from typing import Any

from perfdsl.actuals.readers.number_format import is_date_format
from perfdsl.forms.form import Shown
from perfdsl.forms.legal_text import legal

_FORMULA_SIGNS = tuple("=+-@")
_PLAIN = {"General", "G/通用格式", ""}

# openpyxl carries no types: its cells are Any.


def write_cell(cell: Any, shown: Shown) -> None:  # noqa: ANN401
    """Write a value; a blank one empties the cell, unless a formula stands there."""
    if not shown.text:
        if cell.data_type != "f":
            cell.value = None
        return
    code = str(cell.number_format)
    other_kind = code not in _PLAIN and is_date_format(code) != is_date_format(shown.code)
    if shown.number is None or code == "@" or other_kind:
        _write_text(cell, legal(shown.text))
        return
    cell.value = shown.number
    # A cell without a format of its own would show 92% as 0.92; so would one of plain numbers.
    if code in _PLAIN or ("%" in shown.code and "%" not in code):
        cell.number_format = shown.code


def _write_text(cell: Any, text: str) -> None:  # noqa: ANN401
    cell.value = text
    cell.data_type = "s"  # even where it begins with =
    if text.startswith(_FORMULA_SIGNS):
        cell.quotePrefix = True
