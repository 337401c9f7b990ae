"""Lays a table of a Word document out as a grid: cells over several columns, and down several rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from perfdsl.documents.document import Cell, Flag, Grid, InTable
from perfdsl.documents.readers.bounds import MOST_CELLS, MOST_COLUMNS, MOST_ROWS, MOST_SPAN
from perfdsl.documents.readers.gather_text import CONTENT_CONTROL, TABLE, Gathered, W, gather, is_on
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

# lxml carries no types: its elements are Any.

_ROW, _CELL, _CELL_PROPERTIES, _VALUE = W + "tr", W + "tc", W + "tcPr", W + "val"
_COLUMNS, _DOWN, _ACROSS, _DIRECTION = W + "gridSpan", W + "vMerge", W + "hMerge", W + "textDirection"
_Properties = dict[str, str | None]
_WRAPPERS = frozenset({CONTENT_CONTROL, W + "sdtContent", W + "customXml", W + "ins", W + "moveTo"})
_DOWNWARDS = frozenset({"tbRl", "tbRlV", "tbLrV", "btLr", "rl", "rlV", "lr", "lrV"})


class _Open(NamedTuple):
    """A merged cell that may go on in the next row: where it ends, and which of the cells it is."""

    end: int
    place: int


class TableReader:
    """Reads the tables of one document; it counts their cells against the bound."""

    __slots__ = ("_left_out", "cells")

    def __init__(self, left_out: Any) -> None:  # noqa: ANN401 (a Counter of str)
        """Share the count of what is left out."""
        self._left_out = left_out
        self.cells = 0

    def read(self, table: Any, number: int) -> Grid | None:  # noqa: ANN401
        """Give the grid; None for a table without cells. ``number``: which table of the document it is."""
        cells: list[Cell] = []
        opened: dict[int, _Open] = {}
        row = 0
        for element in rows_of(table):
            properties = element.find(W + "trPr")
            if properties is not None and properties.find(W + "del") is not None:
                self._left_out["deleted"] += 1
                continue
            opened = self._read_row(element, properties, (number, row), cells, opened)
            row += 1
        if row > MOST_ROWS:
            raise UnreadableDocumentError("too_many_cells")
        if not cells:
            return None
        return Grid(row, max(cell.column + cell.columns for cell in cells), tuple(cells))

    def _read_row(
        self,
        row: Any,  # noqa: ANN401
        properties: Any,  # noqa: ANN401
        at: tuple[int, int],
        cells: list[Cell],
        opened: dict[int, _Open],
    ) -> dict[int, _Open]:
        """Add a row's cells; give the merged cells that may go on below it."""
        column, hidden = _start(properties)
        still: dict[int, _Open] = {}
        for place, element in enumerate(_children(row, _CELL), start=1):
            said = _properties(element)
            columns, down, across = _spans(said)
            above = opened.get(column) if down == "continue" else None
            if across and cells and cells[-1].row == at[1]:
                cells[-1] = cells[-1]._replace(columns=cells[-1].columns + columns)
            elif above is not None and above.end == column + columns:
                cells[above.place] = self._go_on(cells[above.place], element, at[1])
                still[column] = above
            else:
                self._count(column + columns)
                text, flags = self._text(element, said, hidden=hidden)
                if above is not None:  # it goes on, but not as wide as it began
                    flags |= {"overlap"}
                    cells[above.place] = _marked(cells[above.place])
                spot = InTable(at[0], at[1] + 1, place)
                cells.append(Cell(at[1], column, 1, columns, text, (spot,), flags))
                if down:
                    still[column] = _Open(column + columns, len(cells) - 1)
            column += columns
        return still

    def _count(self, end: int) -> None:
        self.cells += 1
        if self.cells > MOST_CELLS or end > MOST_COLUMNS:
            raise UnreadableDocumentError("too_wide" if self.cells <= MOST_CELLS else "too_many_cells")

    def _text(
        self,
        cell: Any,  # noqa: ANN401
        said: _Properties,
        *,
        hidden: bool,
    ) -> tuple[str, frozenset[Flag]]:
        into = Gathered(self._left_out)
        gather(cell, into)
        if said and said.get(_DIRECTION) in _DOWNWARDS:
            into.flags.add("vertical_text")
        if hidden:
            into.flags.add("hidden")
        return into.text, frozenset(into.flags)

    def _go_on(self, cell: Cell, covered: Any, row: int) -> Cell:  # noqa: ANN401
        """Stretch a merged cell down. Words in what it covers are not printed."""
        into = Gathered(self._left_out)
        gather(covered, into)
        flags = cell.flags
        if into.text.strip():
            self._left_out["covered"] += 1
            flags |= {"overlap"}
        return cell._replace(rows=row - cell.row + 1, flags=flags)


def _start(properties: Any) -> tuple[int, bool]:  # noqa: ANN401
    """Give the column where a row begins, and whether it is hidden."""
    if properties is None:
        return 0, False
    before = properties.find(W + "gridBefore")
    column = 0 if before is None else _number(before.get(_VALUE), 0)
    return column, is_on(properties.find(W + "hidden"))


def _marked(cell: Cell) -> Cell:
    return cell._replace(flags=cell.flags | {"overlap"})


def rows_of(table: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give the rows of a table, also those inside content controls."""
    return _children(table, _ROW)


def cells_of(row: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give the cells of a row, also those inside content controls."""
    return _children(row, _CELL)


def is_layout(table: Any) -> bool:  # noqa: ANN401
    """Whether a table is there to place other tables: these hold more of the text than it does itself."""
    inner = next((each for each in table.iter(TABLE) if each is not table), None)
    if inner is None:
        return False
    own = _length(table)
    inside = sum(_length(each) for cell in table.iter(_CELL) for each in cell if each.tag == TABLE)
    return inside > own - inside


def _length(element: Any) -> int:  # noqa: ANN401
    return sum(len(text.text or "") for text in element.iter(W + "t"))


def _children(element: Any, wanted: str) -> Iterator[Any]:  # noqa: ANN401
    for child in element:
        if child.tag == wanted:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _children(child, wanted)


def _properties(cell: Any) -> _Properties:  # noqa: ANN401
    """Give what is said of a cell, by tag; a property without a value is there with None."""
    style = cell[0] if len(cell) and cell[0].tag == _CELL_PROPERTIES else None
    return {} if style is None else {each.tag: each.get(_VALUE) for each in style}


def _spans(properties: _Properties) -> tuple[int, str, bool]:
    """Give a cell's columns, ``restart`` or ``continue`` of a merge down, and whether it goes on across."""
    columns = min(max(_number(properties.get(_COLUMNS), 1), 1), MOST_SPAN)
    merge = ""
    if _DOWN in properties:
        merge = "restart" if properties[_DOWN] == "restart" else "continue"
    return columns, merge, _ACROSS in properties and properties[_ACROSS] != "restart"


def _number(text: str | None, otherwise: int) -> int:
    if text is None or not text.isdecimal() or len(text) > 12:  # noqa: PLR2004
        return otherwise
    return min(int(text), MOST_COLUMNS)
