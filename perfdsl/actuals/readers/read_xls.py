"""Reads the cells of an ``.xls`` workbook (Excel 97 and later), as their number formats show them.

The records are those of [MS-XLS]. The usual libraries are not used: they drop the number formats (90% becomes
0.9), or lay a sheet out whole, so that one cell placed far away takes all memory.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from perfdsl.actuals.readers.bounds import MOST_CHARACTERS, MOST_COLUMNS
from perfdsl.actuals.readers.compound_file import CompoundFile
from perfdsl.actuals.readers.number_format import BUILT_IN_FORMATS
from perfdsl.actuals.readers.workbook import (
    Area,
    SheetCells,
    SheetRow,
    UnreadableWorkbookError,
    damage_is_told,
    show_value,
)
from perfdsl.actuals.readers.xls_strings import read_shared_strings, read_string
from perfdsl.actuals.table import Kind

_BOF, _EOF, _CONTINUE = 0x809, 0x0A, 0x3C
_BIFF8 = 0x0600
_ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}

Shown = tuple[str, Kind]


@dataclass(slots=True)
class _Workbook:
    """What the head of the workbook says about all sheets."""

    formats: dict[int, str] = field(default_factory=dict)
    format_of_style: list[int] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    sheets: list[tuple[int, str, bool]] = field(default_factory=list)
    from_1904: bool = False

    def show(self, value: float, style: int) -> Shown:
        number = self.format_of_style[style] if style < len(self.format_of_style) else 0
        code = self.formats.get(number) or BUILT_IN_FORMATS.get(number, "General")
        return show_value(value, code, from_1904=self.from_1904)


def sheets_of_xls(data: bytes, *, layout: bool = False) -> Iterator[SheetCells]:
    """Give the worksheets one by one; what is merged and hidden in them only where ``layout`` is asked for.

    UnreadableWorkbookError where the file is damaged, encrypted, too old or no workbook.
    """
    with damage_is_told():
        container = CompoundFile(data)
        if "EncryptedPackage" in container.names():
            raise UnreadableWorkbookError("encrypted")
        if not {"Workbook", "Book"} & container.names():
            raise UnreadableWorkbookError("no_workbook")
        stream = container.stream("Workbook" if "Workbook" in container.names() else "Book")
        workbook = _read_head(stream)
    ends = sorted([*(start for start, _, _ in workbook.sheets), len(stream)])
    for start, name, hidden in workbook.sheets:
        with damage_is_told():
            # No part of the stream may be read as two sheets: sixty sheets could share one large part.
            part = stream[start : ends[ends.index(start) + 1]]
            sheet = SheetCells(
                name, _read_sheet(part, workbook), hidden, *(_read_layout(part) if layout else ())
            )
        yield sheet


def _records(stream: bytes) -> Iterator[tuple[int, bytes, list[bytes]]]:
    """Walk over the records of the part that the stream begins with: kind, body, and what continues it."""
    at, depth = 0, 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        body, at = stream[at + 4 : at + 4 + length], at + 4 + length
        more = []
        while stream[at : at + 2] == b"\x3c\x00" and at + 4 <= len(stream):
            length = struct.unpack_from("<H", stream, at + 2)[0]
            more.append(stream[at + 4 : at + 4 + length])
            at += 4 + length
        depth += (kind == _BOF) - (kind == _EOF)
        if depth == 0:
            return
        if depth == 1:  # charts inside a sheet have parts of their own
            yield kind, body, more
    raise UnreadableWorkbookError("damaged")


def _read_head(stream: bytes) -> _Workbook:
    workbook = _Workbook()
    for kind, body, more in _records(stream):
        match kind:
            case 0x809 if struct.unpack_from("<H", body)[0] != _BIFF8:
                raise UnreadableWorkbookError("too_old")
            case 0x2F:
                raise UnreadableWorkbookError("encrypted")
            case 0x22:
                workbook.from_1904 = body[:1] == b"\x01"
            case 0x41E:
                workbook.formats[struct.unpack_from("<H", body)[0]] = read_string(body, 2)
            case 0xE0:
                workbook.format_of_style.append(struct.unpack_from("<H", body, 2)[0])
            case 0x85 if body[5] == 0:  # a worksheet, no chart
                place, state = struct.unpack_from("<IB", body)
                workbook.sheets.append((place, read_string(body, 6, wide=False), state & 3 != 0))
            case 0xFC:
                workbook.strings = read_shared_strings([body, *more])
    return workbook


def _read_sheet(stream: bytes, workbook: _Workbook) -> list[SheetRow]:
    """Read the cells that are there, wherever they stand; rows come out in order."""
    rows: dict[int, dict[int, Shown]] = {}
    waiting: dict[int, Shown] | None = None  # the row and column of a formula whose text follows it
    column = 0
    for kind, body, _ in _records(stream):
        if kind == 0x207 and waiting is not None:  # noqa: PLR2004 (the text of the formula above)
            waiting[column] = (read_string(body, 0)[:MOST_CHARACTERS], "text")
        read = _CELLS.get(kind)
        if read is None:
            continue
        row, column = struct.unpack_from("<HH", body)
        cells = rows.setdefault(row, {})
        cells |= {at: shown for at, shown in read(body, workbook) if at <= MOST_COLUMNS}
        waiting = cells if kind == 0x06 else None  # noqa: PLR2004 (a formula)
    return [(row + 1, _lay_out(cells)) for row, cells in sorted(rows.items()) if cells]


def _read_layout(stream: bytes) -> tuple[tuple[Area, ...], frozenset[int], frozenset[int]]:
    """Read what is merged, and which rows and columns are hidden."""
    merges: list[Area] = []
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, body, _ in _records(stream):
        match kind:
            case 0xE5:
                areas = struct.iter_unpack("<4H", body[2 : 2 + (len(body) - 2) // 8 * 8])
                merges += [(top + 1, left + 1, bottom + 1, right + 1) for top, bottom, left, right in areas]
            case 0x208 if body[12:13] and body[12] & 0x20:
                rows.add(struct.unpack_from("<H", body)[0] + 1)
            case 0x7D if body[8:9] and body[8] & 1:
                first, last = struct.unpack_from("<HH", body)
                columns |= set(range(first + 1, min(last, MOST_COLUMNS) + 2))
    return tuple(merges), frozenset(rows), frozenset(columns)


def _lay_out(cells: dict[int, Shown]) -> list[Shown]:
    return [cells.get(at, ("", "text")) for at in range(max(cells) + 1)]


def _number(body: bytes, workbook: _Workbook) -> list[tuple[int, Shown]]:
    column, style, value = struct.unpack_from("<HHd", body, 2)
    return [(column, workbook.show(value, style))]


def _short_number(body: bytes, workbook: _Workbook) -> list[tuple[int, Shown]]:
    column, style, packed = struct.unpack_from("<HHI", body, 2)
    return [(column, workbook.show(_unpack(packed), style))]


def _short_numbers(body: bytes, workbook: _Workbook) -> list[tuple[int, Shown]]:
    first = struct.unpack_from("<H", body, 2)[0]
    pairs = struct.iter_unpack("<HI", body[4 : 4 + (len(body) - 6) // 6 * 6])
    return [(first + at, workbook.show(_unpack(packed), style)) for at, (style, packed) in enumerate(pairs)]


def _unpack(packed: int) -> float:
    """Unpack a number of 30 bits: whole or the head of a double, perhaps in hundredths."""
    if packed & 2:
        whole = (packed >> 2) - (1 << 30 if packed & 0x8000_0000 else 0)
        return whole / 100 if packed & 1 else whole
    value: float = struct.unpack("<d", struct.pack("<Q", (packed & 0xFFFF_FFFC) << 32))[0]
    return value / 100 if packed & 1 else value


def _shared_text(body: bytes, workbook: _Workbook) -> list[tuple[int, Shown]]:
    column, _, index = struct.unpack_from("<HHI", body, 2)
    return [(column, (workbook.strings[index], "text"))]


def _own_text(body: bytes, _: _Workbook) -> list[tuple[int, Shown]]:
    return [(struct.unpack_from("<H", body, 2)[0], (read_string(body, 6), "text"))]


def _boolean_or_error(body: bytes, _: _Workbook) -> list[tuple[int, Shown]]:
    column, _style, value, is_error = struct.unpack_from("<HHBB", body, 2)
    return [(column, _boolean_or_error_shown(value, is_error=bool(is_error)))]


def _boolean_or_error_shown(value: int, *, is_error: bool) -> Shown:
    if is_error:
        return _ERRORS.get(value, "#ERR!"), "error"
    return ("TRUE" if value else "FALSE"), "boolean"


def _formula(body: bytes, workbook: _Workbook) -> list[tuple[int, Shown]]:
    """Read the stored result of a formula; its text, if it is one, stands in the next record."""
    column, style, value = struct.unpack_from("<HHd", body, 2)
    if body[12:14] != b"\xff\xff":
        return [(column, workbook.show(value, style))]
    if body[6] in {1, 2}:
        return [(column, _boolean_or_error_shown(body[8], is_error=body[6] == 2))]  # noqa: PLR2004
    return [(column, ("", "text"))]


_CELLS: dict[int, Callable[[bytes, _Workbook], list[tuple[int, Shown]]]] = {
    0x06: _formula,
    0xBD: _short_numbers,
    0xD6: _own_text,
    0xFD: _shared_text,
    0x203: _number,
    0x204: _own_text,
    0x205: _boolean_or_error,
    0x27E: _short_number,
}
