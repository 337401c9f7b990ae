"""Reads the sheets of a workbook from bytes, ``.xlsx`` or ``.xls`` by what the bytes are, not by the name."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.actuals import messages
from perfdsl.actuals.find_header import find_table, holds_facts
from perfdsl.actuals.readers.bound_row import bound_row
from perfdsl.actuals.readers.bounds import MOST_BYTES, MOST_ROWS, MOST_SHEETS
from perfdsl.actuals.readers.compound_file import MAGIC as COMPOUND
from perfdsl.actuals.readers.workbook import SheetCells, UnreadableWorkbookError
from perfdsl.actuals.table import Kind, Row, Table, on_one_line, whole_file
from perfdsl.diagnostic import Diagnostics
from perfdsl.source import CellPlace

_ZIP = b"PK\x03\x04"


def read(name: str, data: bytes, diagnostics: Diagnostics) -> list[Table]:
    """Read every sheet that holds facts; other and hidden sheets are named in a note.

    Numbers and dates are given as their format shows them (0.9 under ``0%`` is ``90%``), with all digits.
    """
    if len(data) > MOST_BYTES:
        diagnostics.add(messages.file_too_large(name, len(data), MOST_BYTES))
        return []
    try:
        tables = _read_sheets(name, _open(data), diagnostics)
    except UnreadableWorkbookError as problem:
        diagnostics.add(messages.unreadable_workbook(name, problem.reason))
        return []
    return _with_facts(name, tables, diagnostics)


def _open(data: bytes) -> Iterable[SheetCells]:
    if data.startswith(_ZIP):
        from perfdsl.actuals.readers.read_xlsx import sheets_of_xlsx

        return sheets_of_xlsx(data)
    if data.startswith(COMPOUND):
        from perfdsl.actuals.readers.read_xls import sheets_of_xls

        return sheets_of_xls(data)
    raise UnreadableWorkbookError("no_workbook")


def _read_sheets(name: str, sheets: Iterable[SheetCells], diagnostics: Diagnostics) -> list[Table]:
    tables: list[Table] = []
    count = 0
    for number, sheet in enumerate(sheets):
        if number == MOST_SHEETS:
            diagnostics.add(messages.too_many_sheets(name, MOST_SHEETS))
            break
        rows: list[Row] = []
        for at, cells in sheet.rows:
            if count == MOST_ROWS:
                diagnostics.add(messages.too_many_rows(whole_file(name, sheet.name), MOST_ROWS))
                break
            count += 1
            rows.append(_row(name, sheet.name, at, cells, diagnostics))
        table = find_table(name, sheet.name, rows)
        if table is not None and sheet.hidden:
            diagnostics.add(messages.sheet_passed_over(name, sheet.name, hidden=True))
        elif table is not None:
            tables.append(table)
    return tables


def _row(name: str, sheet: str, at: int, cells: list[tuple[str, Kind]], diagnostics: Diagnostics) -> Row:
    texts = tuple(text for text, _ in cells)
    row = Row(at, texts, " | ".join(map(on_one_line, texts)), tuple(kind for _, kind in cells))
    return bound_row(row, CellPlace(name, at, "", 1, "", row.line[:200], sheet), diagnostics)


def _with_facts(name: str, tables: list[Table], diagnostics: Diagnostics) -> list[Table]:
    """Keep the tables with a header of facts; all where none has one, so that headers are complained of."""
    if not tables:
        diagnostics.add(messages.nothing_in_file(name))
    if not any(map(holds_facts, tables)):
        return tables
    for table in tables:
        if not holds_facts(table):
            diagnostics.add(messages.sheet_passed_over(name, table.sheet, hidden=False))
    return [table for table in tables if holds_facts(table)]
