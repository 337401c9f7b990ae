"""Lays a document's blocks out as one list of lines, and puts tables that a page break cut together again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.documents.document import Block, Cell, Document, Grid, Prose
from perfdsl.importers.grids.cut_forms import is_title, title_key
from perfdsl.importers.grids.find_furniture import find_running, is_furniture
from perfdsl.importers.grids.form_rows import Piece, Row
from perfdsl.importers.grids.heal_labels import heal_labels
from perfdsl.importers.grids.match_grids import (
    begins_form,
    has_columns,
    may_stand_between,
    put_back,
    repeated_rows,
    shift,
    stray_level,
    without_rows,
)
from perfdsl.importers.grids.unite_columns import moved, union_columns

MOST_ROW_CELLS = 3_000_000
"""Cells counted once for every row that they reach into; beyond, a document is not laid out."""

MOST_CELLS = 300
"""Cells of a row; one with more is no row of a form."""

_MOST_BETWEEN = 40
"""Lines between two parts of one table."""


class Flow(NamedTuple):
    """Lines of a document in order.

    ``wide``: rows of more cells than any form has, which are not read; ``is_cut``: the document was longer
    than the bound; ``margins``: running heads and feet, and what else stands between the parts of one table.
    """

    pieces: tuple[Piece, ...]
    wide: tuple[Row, ...] = ()
    is_cut: bool = False
    margins: tuple[Prose, ...] = ()


class _Laid(NamedTuple):
    grid: Grid
    number: int
    is_continued: bool


def lay_out(document: Document) -> Flow:
    """Give the lines of a document; one table over several pages counts as one grid."""
    pieces: list[Piece] = []
    wide: list[Row] = []
    first_row, carried = 0, 0
    stitched = _Stitching(document.blocks)
    for block in stitched.joined():
        if isinstance(block, Prose):
            pieces.append(block)
            continue
        carried += sum(cell.rows for cell in block.grid.cells)
        if carried > MOST_ROW_CELLS:
            return Flow(heal_labels(pieces), tuple(wide), True, tuple(stitched.margins))
        for row in _rows(block, first_row):
            (pieces if len(row.cells) <= MOST_CELLS else wide).append(row)
        first_row += block.grid.rows
    return Flow(heal_labels(pieces), tuple(wide), margins=tuple(stitched.margins))


def _rows(laid: _Laid, first: int) -> Iterator[Row]:
    """Spread cells over the rows that they reach into."""
    grid = laid.grid
    lines: list[list[Cell]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        placed = cell._replace(row=cell.row + first)
        for row in range(max(cell.row, 0), min(cell.row + max(cell.rows, 1), grid.rows)):
            lines[row].append(placed)
    for number, line in enumerate(lines):
        line.sort(key=lambda cell: (cell.column, cell.row))
        yield Row(first + number, laid.number, tuple(line), laid.is_continued and number == 0, grid.name)


class _Stitching:
    """Puts grids that go on a page later into the columns of one table, without what pages print between."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.margins: list[Prose] = []
        self._chains: list[list[Grid]] = []
        self._order: list[Prose | tuple[int, int]] = []
        self._waiting: list[Prose] = []
        self._title = ""
        running = find_running(blocks)
        for block in blocks:
            if isinstance(block, Grid):
                self._take(block)
            elif id(block) in running:
                self.margins += [] if is_furniture(block) else [block]
            else:
                self._waiting.append(block)
        self._order += self._waiting

    def joined(self) -> Iterator[Prose | _Laid]:
        """Give lines and grids in their order."""
        joined = [union_columns(chain) for chain in self._chains]
        for one in self._order:
            if isinstance(one, Prose):
                yield one
            else:
                yield _Laid(joined[one[0]][one[1]], one[0], one[1] > 0)

    def _take(self, grid: Grid) -> None:
        by = self._goes_on(grid)
        if by is None:
            self._order += self._waiting
            self._chains.append([grid])
        else:
            self._join(moved(grid, -by))
        for line in self._waiting:
            if is_title(line.text):
                self._title = title_key(line.text)
        self._title = next(
            (title_key(cell.text) for cell in reversed(grid.cells) if is_title(cell.text)), self._title
        )
        self._waiting = []
        self._order.append((len(self._chains) - 1, len(self._chains[-1]) - 1))

    def _goes_on(self, grid: Grid) -> int | None:
        """Tell how far right a grid stands that is the rest of the last one; None where it is another."""
        by = shift(self._chains[-1][-1], grid) if self._chains else None
        if by is None or len(self._waiting) > _MOST_BETWEEN:
            return None
        between = [line for line in self._waiting if not is_furniture(line) and not stray_level(line)]
        if not between:
            return by
        is_same = has_columns(self._chains[-1][-1], grid, by) and not begins_form(grid)
        return by if is_same and may_stand_between(between, self._title) else None

    def _join(self, grid: Grid) -> None:
        chain = self._chains[-1]
        grid = without_rows(grid, repeated_rows(chain[0], grid))
        for line in self._waiting:
            if stray_level(line):
                chain[-1], grid = put_back(line, chain[-1], last=True), put_back(line, grid, last=False)
            elif not is_furniture(line):
                self.margins.append(line)
        chain.append(grid)
