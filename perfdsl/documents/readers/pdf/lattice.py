"""A lattice: the rows and columns that a group of touching rules draws, and the cells between them."""

from __future__ import annotations

from typing import NamedTuple


class Area(NamedTuple):
    """A cell of a lattice: it covers ``rows`` × ``columns`` places from ``row``, ``column``."""

    row: int
    column: int
    rows: int
    columns: int


class Lattice(NamedTuple):
    """``xs`` and ``ys`` of its rules (1/100 pt, one more than there are columns and rows), and its cells.

    ``owners``: for each place, row by row, the index of the cell that covers it.
    """

    xs: tuple[int, ...]
    ys: tuple[int, ...]
    areas: tuple[Area, ...]
    owners: tuple[tuple[int, ...], ...]

    @property
    def size(self) -> int:
        """Its surface."""
        return (self.xs[-1] - self.xs[0]) * (self.ys[-1] - self.ys[0])
