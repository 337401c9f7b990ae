"""A document's blocks as one list of lines: rows of grids and prose, in their order."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.documents.document import Cell, Prose


class Row(NamedTuple):
    """A row of a grid.

    ``at``: its number in the document; ``cells``: those that begin in it or reach into it; they carry numbers
    of the document as well, so ``(row, column)`` names one of them. ``grid``: which table (stitched ones are
    one). ``follows_break``: the first row after a page break; ``name``: of the worksheet.
    """

    at: int
    grid: int
    cells: tuple[Cell, ...]
    follows_break: bool = False
    name: str = ""

    @property
    def own(self) -> tuple[Cell, ...]:
        """Cells that begin in this row."""
        return tuple(cell for cell in self.cells if cell.row == self.at)

    @property
    def filled(self) -> tuple[Cell, ...]:
        """Cells that begin in this row and hold text."""
        return tuple(cell for cell in self.cells if cell.row == self.at and cell.text.strip())

    def covering(self, column: int) -> Cell | None:
        """The cell over a column."""
        return next((cell for cell in self.cells if cell.column <= column < cell.column + cell.columns), None)

    def within(self, first: int, last: int) -> tuple[Cell, ...]:
        """Cells that touch the columns from ``first`` to before ``last``."""
        return tuple(cell for cell in self.cells if cell.column < last and first < cell.column + cell.columns)

    def right_of(self, cell: Cell) -> Cell | None:
        """The next cell to the right."""
        end = cell.column + cell.columns
        return next((other for other in self.cells if other.column >= end), None)


Piece = Row | Prose

Key = tuple[int, int]


def key(cell: Cell) -> Key:
    """Name a cell in its document."""
    return (cell.row, cell.column)


class Taken:
    """The cells that a field took so far."""

    __slots__ = ("_keys",)

    def __init__(self) -> None:
        """Start with none."""
        self._keys: set[Key] = set()

    def take(self, *cells: Cell) -> None:
        """Mark cells as used."""
        self._keys.update(map(key, cells))

    def has(self, cell: Cell) -> bool:
        """Whether a cell is used."""
        return key(cell) in self._keys
