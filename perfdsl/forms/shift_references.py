"""What a formula or an area speaks of, once rows have been inserted into a worksheet."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

_END = re.compile(r"(\$?[A-Za-z]{1,3}\$?|\$?)([0-9]{1,7})")

_GATHERING = {f"{name}(" for name in ("SUM", "AVERAGE", "COUNT", "COUNTA", "MAX", "MIN", "PRODUCT")}


class Insertion(NamedTuple):
    """``by`` rows inserted below the row ``after`` (from 1) of a sheet."""

    sheet: str
    after: int
    by: int

    def row(self, row: int) -> int:
        """Where a row has gone."""
        return row + self.by if row > self.after else row


def shift_area(area: str, inserted: Insertion, *, stretch: bool = True) -> str:
    """Move the rows of ``A1``, ``$A$1:B5`` or ``1:3``; an area that ends in the row of the pattern grows.

    What is no such reference (a name, a whole column) stays as it is.
    """
    ends = area.split(":")
    moved = [_shift_end(end, inserted, last=stretch and at == 1) for at, end in enumerate(ends)]
    return ":".join(moved)


def _shift_end(end: str, inserted: Insertion, *, last: bool) -> str:
    found = _END.fullmatch(end)
    if found is None:
        return end
    row = int(found[2])
    grows = last and row == inserted.after
    return f"{found[1]}{row + inserted.by if grows else inserted.row(row)}"


def shift_areas(areas: str, inserted: Insertion) -> str:
    """Move several areas that blanks divide, as checks of cells have them; a cell of the pattern grows."""
    return " ".join(_grown(area, inserted) for area in areas.split())


def _grown(area: str, inserted: Insertion) -> str:
    """Move an area or a cell, which is an area of one row."""
    moved = shift_area(area if ":" in area else f"{area}:{area}", inserted)
    first, _, last = moved.partition(":")
    return first if first == last else moved


def shift_formula(formula: str, here: str, inserted: Insertion, *, stretch: bool = True) -> str:
    """Move the rows that a formula (with its ``=``) of the sheet ``here`` speaks of.

    One that openpyxl cannot take to pieces stays as it is.
    """
    from openpyxl.formula.tokenizer import Token, Tokenizer, TokenizerError

    try:
        tokens = Tokenizer(formula)
    except (TokenizerError, IndexError):
        return formula
    items = tokens.items
    for at, token in enumerate(items):
        if token.type == Token.OPERAND and token.subtype == Token.RANGE:
            whole = stretch and _is_gathered(items, at)
            token.value = _shift_operand(token.value, here, inserted, stretch=stretch, whole=whole)
    return str(tokens.render())


def _is_gathered(items: Any, at: int) -> bool:  # noqa: ANN401
    """Whether an operand is a whole argument of SUM or the like: ``SUM(J9)`` speaks of all rows to come."""
    inside = items[at - 1].value.upper() in _GATHERING if at else False
    return inside and at + 1 < len(items) and items[at + 1].value == ")"


def _shift_operand(operand: str, here: str, inserted: Insertion, *, stretch: bool, whole: bool) -> str:
    sheet, mark, area = operand.rpartition("!")
    named = sheet.strip("'").replace("''", "'") if mark else here
    if named.casefold() != inserted.sheet.casefold():
        return operand
    if whole and ":" not in area:
        return f"{sheet}{mark}{_grown(area, inserted)}"
    return f"{sheet}{mark}{shift_area(area, inserted, stretch=stretch)}"
