"""Lays a table of a web page out as a grid."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Any, NamedTuple

from perfdsl.documents.document import Cell, Flag, Grid, InTable
from perfdsl.documents.readers.bounds import MOST_CELLS, WIDE_SPAN
from perfdsl.documents.readers.gather_page_text import PageText, gather_page, is_hidden, is_vertical
from perfdsl.documents.readers.place_spans import Claim, Placed, SpanPlacer
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

# lxml carries no types: its elements are Any.

CELLS = frozenset({"td", "th"})
_SECTIONS = {"thead": 0, "tbody": 1, "tfoot": 2}


class _Row(NamedTuple):
    """A row: its cells, which section it is of (in the order of the page), and whether it is hidden."""

    cells: list[Any]
    section: int
    hidden: bool


class PageTableReader:
    """Reads the tables of one page; it counts their cells against the bound."""

    __slots__ = ("_cells", "_left_out", "_placer")

    def __init__(self, left_out: Any) -> None:  # noqa: ANN401 (a Counter of str)
        """Share the count of what is left out."""
        self._left_out = left_out
        self._placer = SpanPlacer()
        self._cells = 0

    def read(self, table: Any, number: int) -> Grid | None:  # noqa: ANN401
        """Give the grid; None for a table without cells. ``number``: which table of the page it is."""
        rows = rows_of(table)
        self._cells += sum(len(row.cells) for row in rows)
        if self._cells > MOST_CELLS:
            raise UnreadableDocumentError("too_many_cells")
        placed = self._placer.place([list(map(_claim, row.cells)) for row in rows], _ends(rows))
        starts = _columns_kept([at for line in placed for at in line])
        if not starts:
            return None
        cells = [
            self._cell(element, at, row.hidden, InTable(number, at.row + 1, place))
            for row, line in zip(rows, placed, strict=True)
            for place, (element, at) in enumerate(zip(row.cells, line, strict=True), start=1)
        ]
        if len(starts) < max(cell.column + cell.columns for cell in cells):
            cells = [_narrow(cell, starts) for cell in cells]
        cells.sort(key=lambda cell: (cell.row, cell.column))
        return Grid(len(rows), len(starts), tuple(cells))

    def _cell(self, element: Any, at: Placed, hidden: bool, spot: InTable) -> Cell:  # noqa: ANN401
        into = PageText(self._left_out)
        gather_page(element, into)
        more: set[Flag] = set()
        if hidden or is_hidden(element):
            more.add("hidden")
        if at.overlap:
            more.add("overlap")
        if is_vertical(element):
            more.add("vertical_text")
        text, flags = into.take()
        return Cell(at.row, at.column, at.rows, at.columns, text, (spot,), flags | more)


def rows_of(table: Any) -> list[_Row]:  # noqa: ANN401
    """Give the rows as they are shown: those of the head first, those of the foot last."""
    rows = list(_rows(table, "tbody", [0]))
    order = [_SECTIONS[name] for name, _ in rows]
    return [rows[at][1] for at in sorted(range(len(rows)), key=order.__getitem__)]


def _rows(parent: Any, section: str, count: list[int]) -> Iterator[tuple[str, _Row]]:  # noqa: ANN401
    """Find rows wherever a page has put them, but not in tables inside this one."""
    loose: list[Any] = []  # cells without a row make one together
    for child in parent:
        tag = child.tag
        if tag in CELLS:
            loose.append(child)
            continue
        if loose:
            yield section, _Row(loose, count[0], hidden=False)
            loose = []
        if tag == "tr":
            yield section, _Row(list(_cells(child)), count[0], is_hidden(child) or is_hidden(parent))
        elif tag in _SECTIONS:
            count[0] += 1
            yield from _rows(child, tag, count)
            count[0] += 1
        elif isinstance(tag, str) and tag not in {"table", "caption"}:
            yield from _rows(child, section, count)
    if loose:
        yield section, _Row(loose, count[0], hidden=False)


def _cells(parent: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in parent:
        if child.tag in CELLS:
            yield child
        elif isinstance(child.tag, str) and child.tag not in {"table", "tr"}:
            yield from _cells(child)


def _ends(rows: list[_Row]) -> list[int]:
    """Give, for each row, the row after the last one of its section."""
    ends = [len(rows)] * len(rows)
    for at in range(len(rows) - 2, -1, -1):
        ends[at] = ends[at + 1] if rows[at].section == rows[at + 1].section else at + 1
    return ends


def _columns_kept(placed: list[Placed]) -> list[int]:
    """Give the columns to keep: all; where a cell claims a hundred, only those that some cell begins in."""
    if any(at.columns >= WIDE_SPAN for at in placed):
        return sorted({at.column for at in placed})
    return list(range(max((at.column + at.columns for at in placed), default=0)))


def _narrow(cell: Cell, kept: list[int]) -> Cell:
    first, end = bisect_left(kept, cell.column), bisect_left(kept, cell.column + cell.columns)
    return cell._replace(column=first, columns=end - first)


def _claim(cell: Any) -> Claim:  # noqa: ANN401
    return Claim(_number(cell.get("colspan"), 1), _number(cell.get("rowspan"), 1))


def _number(text: str | None, otherwise: int) -> int:
    digits = (text or "").strip()[:12]
    return int(digits) if digits.isascii() and digits.isdecimal() else otherwise


def is_layout(table: Any) -> bool:  # noqa: ANN401
    """Whether a table is there to place other tables: these hold more of the text than it does itself."""
    inner = list(_outermost(table))
    if not inner:
        return False
    inside = sum(map(_length, inner))
    return inside > _length(table) - inside


def _outermost(parent: Any) -> Iterator[Any]:  # noqa: ANN401
    for child in parent:
        if child.tag == "table":
            yield child
        else:
            yield from _outermost(child)


def _length(element: Any) -> int:  # noqa: ANN401
    return sum(len(text.strip()) for text in element.itertext())
