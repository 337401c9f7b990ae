"""Fills a fill-in sheet as a person would, and reads it back."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

FORMATS = {"%": "0%", "date": "yyyy/m/d"}


def rows_of(data: bytes) -> dict[str, int]:
    """Row numbers by indicator; of several projects, the last one's."""
    sheet = load_workbook(BytesIO(data)).active
    return {str(sheet.cell(row, 5).value): row for row in range(4, sheet.max_row + 1)}


def fill(path: Path, values: Mapping[str, Any], column: int = 8) -> None:
    """Type values into the cells of a column, by indicator, in the formats that the cells have."""
    book = load_workbook(path)
    sheet = book.active
    rows = rows_of(path.read_bytes())
    for name, value in values.items():
        sheet.cell(rows[name], column).value = value
    book.save(path)
