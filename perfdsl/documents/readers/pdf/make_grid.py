"""Makes a grid of cells with their text and places from a filled lattice."""

from __future__ import annotations

from perfdsl.documents.document import Cell, Flag, Grid, OnPage
from perfdsl.documents.readers.pdf.fill_cells import Contents
from perfdsl.documents.readers.pdf.lattice import Area, Lattice
from perfdsl.documents.readers.pdf.page import Character
from perfdsl.documents.readers.pdf.read_lines import read_text, split_lines, text_of


def make_grid(page: int, lattice: Lattice, contents: Contents, overflow: dict[int, list[Character]]) -> Grid:
    """Make the grid. ``overflow``: what was printed below a cell, by the cell's index."""
    cells = [
        _make_cell(page, lattice, area, contents[index], overflow.get(index, []))
        for index, area in enumerate(lattice.areas)
    ]
    return Grid(len(lattice.ys) - 1, len(lattice.xs) - 1, tuple(cells), lattice.xs, page)


def _make_cell(
    page: int, lattice: Lattice, area: Area, inside: list[Character], below: list[Character]
) -> Cell:
    text, downwards = read_text(inside)
    flags: set[Flag] = {"vertical_text"} if downwards else set()
    if below:
        flags.add("overflow_text")
        text = "\n".join(filter(None, [text, *map(text_of, split_lines(below))]))
    row, column, rows, columns = area
    xs, ys = lattice.xs, lattice.ys
    spot = OnPage(page, xs[column], ys[row], xs[column + columns], ys[row + rows])
    return Cell(*area, text, (spot,), frozenset(flags))
