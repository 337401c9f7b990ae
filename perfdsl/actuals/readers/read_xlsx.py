"""Reads the cells of an ``.xlsx`` workbook with openpyxl, within bounds, as their formats show them."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from perfdsl.actuals.readers.bounds import MOST_COLUMNS, MOST_ROWS, MOST_UNPACKED_BYTES
from perfdsl.actuals.readers.check_archive import check_archive
from perfdsl.actuals.readers.number_format import CHINESE_FORMATS, show_moment
from perfdsl.actuals.readers.workbook import (
    SheetCells,
    SheetRow,
    UnreadableWorkbookError,
    damage_is_told,
    show_value,
)
from perfdsl.actuals.table import Kind

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_CHUNK = 1 << 20
_MAC_YEAR = 1904


def sheets_of_xlsx(data: bytes) -> Iterator[SheetCells]:
    """Give the worksheets one by one.

    UnreadableWorkbookError where it is damaged, encrypted, too large, no workbook, or openpyxl is absent.
    """
    with damage_is_told():
        if "xl/workbook.xml" not in check_archive(data):
            raise UnreadableWorkbookError("no_workbook")
        workbook = _open(data, values=True)
    unpacked = 0
    for at, sheet in enumerate(workbook.worksheets):
        with damage_is_told():
            part = _part_of(data, sheet)
            unpacked += part.file_size  # many sheets may share one part
            if unpacked > MOST_UNPACKED_BYTES:
                raise UnreadableWorkbookError("unpacks_too_large")
            formulas = _open(data, values=False).worksheets[at] if _has_formulas(data, part) else None
            rows = _read_rows(sheet, formulas, stale=_is_stale(workbook))
        yield SheetCells(sheet.title, rows, hidden=sheet.sheet_state != "visible")


# openpyxl carries no types: its workbooks, sheets and cells are Any below.


def _open(data: bytes, *, values: bool) -> Any:  # noqa: ANN401
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise UnreadableWorkbookError("no_openpyxl") from None
    return load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)


def _part_of(data: bytes, sheet: Any) -> zipfile.ZipInfo:  # noqa: ANN401
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.getinfo(sheet._worksheet_path)  # noqa: SLF001 (it is told nowhere else)


def _has_formulas(data: bytes, part: zipfile.ZipInfo) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open(part) as stream:
        before = b""
        while chunk := stream.read(_CHUNK):
            if _FORMULA.search(before + chunk):
                return True
            before = chunk[-64:]
    return False


def _is_stale(workbook: Any) -> bool:  # noqa: ANN401
    """Whether the program that wrote the file left the computing of formulas to whoever opens it."""
    return bool(workbook.calculation is not None and workbook.calculation.fullCalcOnLoad)


def _read_rows(sheet: Any, formulas: Any, *, stale: bool) -> list[SheetRow]:  # noqa: ANN401
    """Read the rows that are not empty. The area asked for bounds what openpyxl pads a row to."""
    area = {"min_row": 1, "max_row": MOST_ROWS + 1, "min_col": 1, "max_col": MOST_COLUMNS + 1}
    sources = formulas.iter_rows(**area) if formulas is not None else None
    rows: list[SheetRow] = []
    blank: tuple[Any, Any] = (None, None)  # openpyxl gives one and the same row for all that are left out
    for number, cells in enumerate(sheet.iter_rows(**area), start=1):
        here = next(sources) if sources is not None else ()
        if cells is blank[0] and here is blank[1]:
            continue
        shown = _read_row(cells, here, stale=stale)
        if shown:
            rows.append((number, shown))
        else:
            blank = (cells, here)
    return rows


def _read_row(cells: Any, sources: Any, *, stale: bool) -> list[tuple[str, Kind]]:  # noqa: ANN401
    """Show a row's cells, without the empty ones at its end."""
    formulas = {at for at, source in enumerate(sources) if source.data_type == "f"}
    last = len(cells)
    while last and cells[last - 1].value is None and last - 1 not in formulas:
        last -= 1
    shown = [_show(cell) for cell in cells[:last]]
    for at in formulas:
        if cells[at].value is None or (stale and cells[at].value == 0):
            shown[at] = ("=…", "uncalculated")
    return shown


def _show(cell: Any) -> tuple[str, Kind]:  # noqa: ANN401
    value = cell.value
    match value:
        case None:
            return "", "text"
        case bool():
            return ("TRUE" if value else "FALSE"), "boolean"
        case date() | time() | timedelta():
            return show_moment(value, _format_of(cell))
        case int() | float():
            from_1904 = cell.parent.parent.epoch.year == _MAC_YEAR
            return show_value(value, _format_of(cell), from_1904=from_1904)
    return str(value), ("error" if cell.data_type == "e" else "text")


def _format_of(cell: Any) -> str:  # noqa: ANN401
    number = cell.style_array.numFmtId
    return str(CHINESE_FORMATS.get(number) or cell.number_format or "General")
