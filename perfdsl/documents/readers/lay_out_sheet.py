"""Lays the cells of a worksheet out as a grid: its used area with merged cells, long empty stretches cut."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import pairwise
from typing import NamedTuple

from perfdsl.actuals.readers.workbook import Area
from perfdsl.actuals.table import Kind
from perfdsl.documents.document import Cell, Flag, Grid, InSheet
from perfdsl.documents.readers.bounds import MOST_BLANK, MOST_CELLS, MOST_COLUMNS, MOST_PLACES, MOST_ROWS
from perfdsl.documents.readers.cell_names import cell_name
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

_FLAGS: dict[Kind, Flag] = {
    "error": "error",
    "uncalculated": "uncalculated",
    "digits_lost": "digits_lost",
    "disguised": "disguised",
    "not_a_number": "error",
}


class SheetCell(NamedTuple):
    """What a cell shows, what it holds, and whether it is written downwards."""

    text: str
    kind: Kind = "text"
    vertical: bool = False


class UsedSheet(NamedTuple):
    """A worksheet. Rows and columns count from 1; ``cells`` by row and column, in any order."""

    name: str
    cells: Mapping[tuple[int, int], SheetCell]
    merges: tuple[Area, ...]
    hidden_rows: frozenset[int]
    hidden_columns: frozenset[int]


class _Merged(NamedTuple):
    """A merged cell in the grid's own rows and columns (from 0, ends excluded), and its area in the sheet."""

    top: int
    left: int
    bottom: int
    right: int
    area: Area


class _Merges(NamedTuple):
    """Merged cells, which of them owns a place, and those that others run into."""

    owners: dict[tuple[int, int], int]
    cells: list[_Merged]
    clashing: set[int]


class _Lines(NamedTuple):
    """The numbers of the rows and columns that the grid keeps."""

    rows: list[int]
    columns: list[int]

    def cut(self, area: Area) -> tuple[range, range]:
        """Give the grid's rows and columns that an area covers."""
        top, left, bottom, right = area
        return (
            range(bisect_left(self.rows, top), bisect_right(self.rows, bottom)),
            range(bisect_left(self.columns, left), bisect_right(self.columns, right)),
        )


def lay_out_sheet(sheet: UsedSheet, left_out: Counter[str]) -> Grid | None:
    """Give the grid; None for a sheet without text. UnreadableDocumentError beyond the bounds.

    Blank cells inside the used area are cells too, unless there are too many of them.
    """
    filled = [place for place, cell in sheet.cells.items() if cell.text.strip()]
    if not filled:
        return None
    lines = _Lines(_kept({row for row, _ in filled}), _kept({column for _, column in filled}))
    if len(lines.rows) > MOST_ROWS or len(lines.columns) > MOST_COLUMNS:
        raise UnreadableDocumentError("too_wide" if len(lines.columns) > MOST_COLUMNS else "too_many_cells")
    merges = _place_merges(sheet.merges, lines)
    covering = _covering(sheet, merges, lines, left_out)
    cells: list[Cell] = []
    for row, column in _places(lines, filled, merges):
        owner = merges.owners.get((row, column))
        if owner is None:
            area = (lines.rows[row], lines.columns[column]) * 2
            cells.append(_cell(sheet, (row, column, row + 1, column + 1), area, overlap=False))
        elif merges.cells[owner][:2] == (row, column):
            box, area = merges.cells[owner][:4], merges.cells[owner].area
            cells.append(_cell(sheet, box, area, overlap=owner in covering))
    return Grid(len(lines.rows), len(lines.columns), tuple(cells), name=sheet.name)


def _kept(used: set[int]) -> list[int]:
    """Give the numbers from the first used to the last, without what is beyond the bound in an unused run."""
    numbers = sorted(used)
    kept = [numbers[0]]
    for before, here in pairwise(numbers):
        kept += range(max(before + 1, here - MOST_BLANK), here + 1)
    return kept


def _place_merges(merges: Iterable[Area], lines: _Lines) -> _Merges:
    """Cut the merged cells to the area that is kept. Of two that overlap the later one is dropped."""
    found = _Merges({}, [], set())
    budget = MOST_PLACES
    for area in sorted(merges):
        rows, columns = lines.cut(area)
        budget -= len(rows) * len(columns) + 1
        if budget < 0:
            raise UnreadableDocumentError("too_wide")
        places = [(row, column) for row in rows for column in columns]
        clashes = {found.owners[place] for place in places if place in found.owners}
        if clashes:
            found.clashing.update(clashes)
        elif places:
            found.owners.update(dict.fromkeys(places, len(found.cells)))
            found.cells.append(_Merged(rows.start, columns.start, rows.stop, columns.stop, area))
    return found


def _covering(sheet: UsedSheet, merges: _Merges, lines: _Lines, left_out: Counter[str]) -> set[int]:
    """Give the merged cells that others run into, or that cover words of other cells: no one sees them."""
    covering = set(merges.clashing)
    for (row, column), owner in merges.owners.items():
        here = (lines.rows[row], lines.columns[column])
        if here != merges.cells[owner].area[:2] and here in sheet.cells and sheet.cells[here].text.strip():
            covering.add(owner)
            left_out["covered"] += 1
    return covering


def _places(lines: _Lines, filled: list[tuple[int, int]], merges: _Merges) -> Iterable[tuple[int, int]]:
    """Give the places that get a cell, in order: all, or those that hold something where all are too many."""
    rows, columns = lines
    if len(rows) * len(columns) <= MOST_CELLS:
        return ((row, column) for row in range(len(rows)) for column in range(len(columns)))
    row_of = {number: at for at, number in enumerate(rows)}
    column_of = {number: at for at, number in enumerate(columns)}
    found = {(row_of[row], column_of[column]) for row, column in filled}
    return sorted(found | {(merged.top, merged.left) for merged in merges.cells})


def _cell(sheet: UsedSheet, box: tuple[int, int, int, int], area: Area, *, overlap: bool) -> Cell:
    """Make a cell. ``box``: its place in the grid; ``area``: what it is in the sheet."""
    shown = sheet.cells.get(area[:2])
    flags: set[Flag] = {"overlap"} if overlap else set()
    if shown is not None and shown.kind in _FLAGS:
        flags.add(_FLAGS[shown.kind])
    if shown is not None and shown.vertical:
        flags.add("vertical_text")
    if {area[0], area[2]} <= sheet.hidden_rows or {area[1], area[3]} <= sheet.hidden_columns:
        flags.add("hidden")
    row, column, bottom, right = box
    spot = InSheet(sheet.name, cell_name(area))
    text = "" if shown is None else shown.text
    return Cell(row, column, bottom - row, right - column, text, (spot,), frozenset(flags))
