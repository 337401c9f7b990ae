"""Lays a document's blocks out as one list of lines, and puts tables that a page break cut together again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.documents.document import Block, Cell, Document, Grid, OnPage, Prose
from perfdsl.importers.form_rows import Piece, Row
from perfdsl.importers.heal_labels import heal_labels
from perfdsl.importers.tidy_text import key_of

MOST_ROW_CELLS = 3_000_000
"""Cells counted once for every row that they reach into; beyond, a document is not laid out."""

MOST_CELLS = 300
"""Cells of a row; one with more is no row of a form."""

_FURNITURE = re.compile(r"(?:第?[-—–·]*[0-9]{1,4}[-—–·]*页?(?:[,/]?共?[0-9]{1,4}页?)?)")
_RUNNING = 3
_NEAR = 300  # hundredths of a point: three points, the width of a thick rule


class Flow(NamedTuple):
    """Lines of a document in order.

    ``wide``: rows of more cells than any form has, which are not read; ``is_cut``: the document was longer
    than the bound.
    """

    pieces: tuple[Piece, ...]
    wide: tuple[Row, ...] = ()
    is_cut: bool = False


class _Laid(NamedTuple):
    grid: Grid
    number: int
    is_continued: bool


def lay_out(document: Document) -> Flow:
    """Give the lines of a document; one table over several pages counts as one grid."""
    pieces: list[Piece] = []
    wide: list[Row] = []
    first_row, carried = 0, 0
    for block in _stitched(document.blocks):
        if isinstance(block, Prose):
            pieces.append(block)
            continue
        carried += sum(cell.rows for cell in block.grid.cells)
        if carried > MOST_ROW_CELLS:
            return Flow(heal_labels(pieces), tuple(wide), is_cut=True)
        for row in _rows(block, first_row):
            (pieces if len(row.cells) <= MOST_CELLS else wide).append(row)
        first_row += block.grid.rows
    return Flow(heal_labels(pieces), tuple(wide))


def _rows(laid: _Laid, first: int) -> Iterator[Row]:
    """Spread cells over the rows that they reach into."""
    grid = laid.grid
    lines: list[list[Cell]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        moved = cell._replace(row=cell.row + first)
        for row in range(max(cell.row, 0), min(cell.row + max(cell.rows, 1), grid.rows)):
            lines[row].append(moved)
    for number, line in enumerate(lines):
        line.sort(key=lambda cell: (cell.column, cell.row))
        yield Row(first + number, laid.number, tuple(line), laid.is_continued and number == 0, grid.name)


def _stitched(blocks: Sequence[Block]) -> Iterator[Prose | _Laid]:
    """Put grids that go on a page later into the columns of one table, without the page numbers between."""
    repeated = _repeated_lines(blocks)
    chains: list[list[Grid]] = []
    order: list[Prose | tuple[int, int]] = []
    waiting: list[Prose] = []
    for block in blocks:
        if isinstance(block, Prose):
            waiting.append(block)
            continue
        between = [line for line in waiting if not _is_furniture(line, repeated)]
        goes_on = bool(chains) and not between and _goes_on(chains[-1][-1], block)
        order += [] if goes_on else waiting
        waiting = []
        chains += [] if goes_on else [[]]
        chains[-1].append(block)
        order.append((len(chains) - 1, len(chains[-1]) - 1))
    joined = [union_columns(chain) for chain in chains]
    for one in (*order, *waiting):
        if isinstance(one, Prose):
            yield one
        else:
            yield _Laid(joined[one[0]][one[1]], one[0], one[1] > 0)


def _goes_on(last: Grid, grid: Grid) -> bool:
    """Whether a grid is the rest of the one before it: on the next page, between the same outer rules."""
    if not grid.page or grid.page != last.page + 1 or not last.edges or not grid.edges:
        return False
    return abs(last.edges[0] - grid.edges[0]) <= _NEAR and abs(last.edges[-1] - grid.edges[-1]) <= _NEAR


def _repeated_lines(blocks: Sequence[Block]) -> frozenset[tuple[str, int]]:
    """Find running heads and feet: the same words at the same height of three pages or more."""
    pages: dict[tuple[str, int], set[int]] = {}
    for block in blocks:
        if isinstance(block, Prose):
            for spot in block.spots:
                if isinstance(spot, OnPage):
                    pages.setdefault((key_of(block.text[:200]), spot.top // _NEAR), set()).add(spot.page)
    return frozenset(line for line, found in pages.items() if len(found) >= _RUNNING)


def _is_furniture(line: Prose, repeated: frozenset[tuple[str, int]]) -> bool:
    """Whether a line of prose is a page number, or a running head or foot."""
    said = key_of(line.text[:200])
    if not said or _FURNITURE.fullmatch(said):
        return True
    return any(isinstance(spot, OnPage) and (said, spot.top // _NEAR) in repeated for spot in line.spots)


def union_columns(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Give stitched grids the union of their columns' edges."""
    if len(grids) == 1:
        return tuple(grids)
    edges: list[int] = []
    for edge in sorted(edge for grid in grids for edge in grid.edges):
        if not edges or edge - edges[-1] > _NEAR:
            edges.append(edge)
    return tuple(_onto(grid, edges) for grid in grids)


def _onto(grid: Grid, edges: Sequence[int]) -> Grid:
    at = [min(max(bisect_left(edges, edge - _NEAR), 0), len(edges) - 1) for edge in grid.edges]
    cells = []
    for cell in grid.cells:
        left, right = at[cell.column], at[min(cell.column + cell.columns, len(at) - 1)]
        cells.append(cell._replace(column=left, columns=max(right - left, 1)))
    return grid._replace(columns=len(edges) - 1, cells=tuple(cells), edges=tuple(edges))
