"""Reads the sheets of an ``.xls`` workbook (Excel 97 to 2003) as grids."""

from __future__ import annotations

from collections import Counter

from perfdsl.actuals.readers.read_xls import sheets_of_xls
from perfdsl.actuals.readers.workbook import SheetCells
from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Document
from perfdsl.documents.readers.lay_out_book import lay_out_book
from perfdsl.documents.readers.lay_out_sheet import SheetCell, UsedSheet
from perfdsl.documents.readers.read_by_content import read_by_content


def read(file: str, data: bytes, diagnostics: Diagnostics) -> Document | None:
    """Read an ``.xls`` file; see ``read_by_content``."""
    return read_by_content("xls", file, data, diagnostics)


def read_content(file: str, data: bytes, diagnostics: Diagnostics) -> Document:
    """Give a grid for each sheet that is not hidden; UnreadableWorkbookError where the file is damaged."""
    sheets = (
        (sheet.name, sheet.hidden, lambda sheet=sheet: _used(sheet))
        for sheet in sheets_of_xls(data, layout=True)
    )
    return Document(file, "xls", lay_out_book(file, sheets, diagnostics, Counter()))


def _used(sheet: SheetCells) -> UsedSheet:
    cells = {
        (row, column): SheetCell(text, kind)
        for row, shown in sheet.rows for column, (text, kind) in enumerate(shown, start=1) if text
    }  # fmt: skip
    return UsedSheet(sheet.name, cells, sheet.merges, sheet.hidden_rows, sheet.hidden_columns)
