"""A place in any document as the cell of a table, for what asks for one: facts and diagnostics."""

from __future__ import annotations

import re

from perfdsl.documents.document import InSheet, InTable, OnLines, OnPage, Spot
from perfdsl.source import CellPlace

_CELL = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


def place_of(file: str, spot: Spot | None, text: str) -> CellPlace:
    """Give the row and column of a spot; a page and its box have none, and then the file is meant."""
    if isinstance(spot, InSheet):
        found = _CELL.match(spot.ref)
        if found:
            return CellPlace(file, int(found[2]), "", _number(found[1]), text, "", spot.sheet)
    if isinstance(spot, InTable):
        return CellPlace(file, spot.row, "", spot.column, text, "")
    if isinstance(spot, OnLines):
        return CellPlace(file, spot.first, "", 1, text, "")
    page = f"p{spot.page}" if isinstance(spot, OnPage) else ""
    return CellPlace(file, 1, "", 1, "", "", page)


def _number(letters: str) -> int:
    """Count a spreadsheet's column from 1."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
