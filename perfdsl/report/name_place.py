"""A place as people write it: ``meetings.perf:14:18``, or the cell of a table."""

from __future__ import annotations

from perfdsl.report.cells import one_line
from perfdsl.source import CellPlace, Place, TextPlace


def name_place(place: Place) -> str:
    """``meetings.perf:14:18`` · ``actuals.csv:3, 实际完成值`` · ``a.xlsx:表1!C3`` · ``a.csv``."""
    file, (line, column) = one_line(place.file), place.position
    if isinstance(place, TextPlace):
        return f"{file}:{line}:{column}"
    if place.is_whole:
        return f"{file}:{one_line(place.sheet)}" if place.sheet else file
    header = f", {one_line(place.column)}" if place.column else ""
    return f"{file}:{name_cell(place) if place.sheet else line}{header}"


def name_cell(place: CellPlace) -> str:
    """Name a cell as spreadsheets do: ``C3``, or ``Sheet1!C3`` where it stands in a sheet of a workbook."""
    cell = f"{_letters(place.column_number)}{place.row}"
    return f"{one_line(place.sheet)}!{cell}" if place.sheet else cell


def _letters(number: int) -> str:
    """Name of a spreadsheet's column: A, B … Z, AA …."""
    letters = ""
    while number > 0:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
