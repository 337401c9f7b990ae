"""Reads the sheets of an ``.xlsx`` workbook as grids, their numbers as their formats show them.

The parts are read directly: one pass gives values, formulas, merged cells and what is hidden, where openpyxl
needs two, and a cell placed far away costs nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Context, Decimal, InvalidOperation
from typing import Any

from perfdsl.actuals.readers.bounds import MOST_UNPACKED_BYTES
from perfdsl.actuals.readers.workbook import DIGITS_KEPT, Area, show_exact
from perfdsl.actuals.table import Kind
from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Document
from perfdsl.documents.readers.bounds import MOST_CELLS
from perfdsl.documents.readers.cell_names import LAST_COLUMN, read_area, read_name
from perfdsl.documents.readers.lay_out_book import lay_out_book
from perfdsl.documents.readers.lay_out_sheet import SheetCell, UsedSheet
from perfdsl.documents.readers.open_workbook import (
    GENERAL,
    OpenWorkbook,
    S,
    SheetPart,
    Style,
    text_of,
    unescape,
)
from perfdsl.documents.readers.parse_xml import load_lxml
from perfdsl.documents.readers.read_by_content import read_by_content
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

# lxml carries no types: its elements are Any.

_NUMBER = re.compile(r"\s*[+-]?(?:\d{1,400}\.?\d{0,400}|\.\d{1,400})(?:[eE][+-]?\d{1,3})?\s*")
_AS_TYPED = Context(prec=DIGITS_KEPT)


def read(file: str, data: bytes, diagnostics: Diagnostics) -> Document | None:
    """Read an ``.xlsx`` file; see ``read_by_content``."""
    return read_by_content("xlsx", file, data, diagnostics)


def read_content(file: str, data: bytes, diagnostics: Diagnostics) -> Document:
    """Give a grid for each sheet that is not hidden; UnreadableDocumentError or a parser's error else."""
    load_lxml()
    reader = _SheetReader(OpenWorkbook(data))
    sheets = (
        (sheet.name, sheet.hidden, lambda sheet=sheet: reader.read(sheet)) for sheet in reader.workbook.sheets
    )
    return Document(file, "xlsx", lay_out_book(file, sheets, diagnostics, Counter()))


class _SheetReader:
    """Reads sheets of one workbook; numbers that were shown once are shown again from memory."""

    __slots__ = ("_bytes", "_cells", "_shown", "workbook")

    def __init__(self, workbook: OpenWorkbook) -> None:
        self.workbook = workbook
        self._shown: dict[tuple[str, str], tuple[str, Kind]] = {}
        self._bytes = self._cells = 0

    def read(self, sheet: SheetPart) -> UsedSheet:
        """Read the cells that are there, wherever they stand."""
        self._bytes += self.workbook.size_of(sheet.part)  # many sheets may share one part
        if self._bytes > MOST_UNPACKED_BYTES:
            raise UnreadableDocumentError("unpacks_too_large")
        root = self.workbook.read_part(sheet.part)
        cells: dict[tuple[int, int], SheetCell] = {}
        hidden: set[int] = set()
        number = 0
        for row in root.iterfind(f"{S}sheetData/{S}row"):
            said = row.get("r") or ""
            number = int(said) if said.isdecimal() and len(said) <= 7 else number + 1  # noqa: PLR2004
            if row.get("hidden") in {"1", "true"}:
                hidden.add(number)
            self._read_row(row, number, cells)
        return UsedSheet(sheet.name, cells, _merges(root), frozenset(hidden), _hidden_columns(root))

    def _read_row(self, row: Any, number: int, cells: dict[tuple[int, int], SheetCell]) -> None:  # noqa: ANN401
        column = 0
        for element in row:
            name = element.get("r")
            place = (number, column + 1) if name is None else read_name(name)
            if place is None:
                raise UnreadableDocumentError("damaged")
            column = place[1]
            if len(element):
                shown = self._show(element)
                if shown.text:
                    cells[place] = shown
                    self._cells += 1
                    if self._cells > MOST_CELLS:
                        raise UnreadableDocumentError("too_many_cells")

    def _show(self, cell: Any) -> SheetCell:  # noqa: ANN401
        styles, said = self.workbook.styles, cell.get("s") or "0"
        at = int(said) if said.isdecimal() and len(said) < 8 else 0  # noqa: PLR2004
        style = styles[at] if at < len(styles) else GENERAL
        kind = cell.get("t") or "n"
        if kind == "inlineStr":
            inside = cell.find(S + "is")
            return SheetCell("" if inside is None else text_of(inside), "text", style.vertical)
        text = cell.findtext(S + "v") or ""
        has_formula = cell.find(S + "f") is not None
        if has_formula and kind != "str" and (not text or (self.workbook.is_stale and text == "0")):
            return SheetCell("=…", "uncalculated", style.vertical)
        return SheetCell(*self._show_value(kind, text, style), style.vertical)

    def _show_value(self, kind: str, text: str, style: Style) -> tuple[str, Kind]:
        match kind:
            case "s":
                return self._shared(text), "text"
            case "b":
                return ("TRUE" if text.strip() == "1" else "FALSE"), "boolean"
            case "e":
                return text, "error"
            case "n":
                return self._show_number(text, style.code)
        return (unescape(text) if "_x" in text else text), "text"  # str; d, an ISO date

    def _shared(self, text: str) -> str:
        if text and not text.isdecimal():
            raise UnreadableDocumentError("damaged")
        return self.workbook.strings[int(text)] if text else ""

    def _show_number(self, text: str, code: str) -> tuple[str, Kind]:
        known = self._shown.get((text, code))
        if known is None:
            known = self._shown[text, code] = show_stored(text, code, from_1904=self.workbook.from_1904)
        return known


def show_stored(text: str, code: str, *, from_1904: bool = False) -> tuple[str, Kind]:
    """Show a number as a part stores it (``0.90000000000000002``) under a format; its 15 digits count."""
    if not text:
        return "", "text"
    if not _NUMBER.fullmatch(text):
        return text, "not_a_number"
    try:
        exact = _AS_TYPED.create_decimal(text.strip())
    except InvalidOperation:
        return text, "not_a_number"
    return show_exact(exact or Decimal(0), code, from_1904=from_1904)


def _merges(root: Any) -> tuple[Area, ...]:  # noqa: ANN401
    areas = (read_area(merge.get("ref") or "") for merge in root.iterfind(f"{S}mergeCells/{S}mergeCell"))
    return tuple(area for area in areas if area is not None)


def _hidden_columns(root: Any) -> frozenset[int]:  # noqa: ANN401
    hidden: set[int] = set()
    for column in root.iterfind(f"{S}cols/{S}col"):
        first, last = column.get("min") or "", column.get("max") or ""
        if column.get("hidden") in {"1", "true"} and first.isdecimal() and last.isdecimal():
            hidden |= set(range(int(first[:6]), min(int(last[:6]), LAST_COLUMN) + 1))
    return frozenset(hidden)
