"""Makes a grid of cells with their text and places from a filled lattice."""

from __future__ import annotations

from perfdsl.documents.document import Cell, Flag, Grid, OnPage
from perfdsl.documents.readers.pdf.fill_cells import Contents
from perfdsl.documents.readers.pdf.find_overprints import is_overprinted, run_over
from perfdsl.documents.readers.pdf.lattice import Area, Lattice
from perfdsl.documents.readers.pdf.page import Character
from perfdsl.documents.readers.pdf.read_lines import read_text, split_lines, text_of


def make_grid(
    page: int,
    lattice: Lattice,
    contents: Contents,
    overflow: dict[int, list[Character]],
    spilled: frozenset[int] = frozenset(),
) -> Grid:
    """Make the grid.

    By the indices of cells, ``overflow``: what was printed below or beside them; ``spilled``: those that one
    line was shared out to.
    """
    over = run_over(lattice, contents) | spilled
    cells = [
        _make_cell(page, lattice, area, contents[index], overflow.get(index, []))
        for index, area in enumerate(lattice.areas)
    ]
    cells = [_flagged(cell, contents[index], is_over=index in over) for index, cell in enumerate(cells)]
    return Grid(len(lattice.ys) - 1, len(lattice.xs) - 1, tuple(cells), lattice.xs, page)


def _flagged(cell: Cell, inside: list[Character], *, is_over: bool) -> Cell:
    flags = set(cell.flags)
    if is_over:
        flags.add("overflow_text")
    if "vertical_text" not in flags and is_overprinted(inside):
        flags.add("overlap")
    return cell._replace(flags=frozenset(flags))


def _make_cell(
    page: int, lattice: Lattice, area: Area, inside: list[Character], outside: list[Character]
) -> Cell:
    edge = lattice.xs[-1]
    beside = [each for each in outside if each.left + each.right >= 2 * edge]
    below = [each for each in outside if each.left + each.right < 2 * edge]
    text, downwards = read_text([*inside, *beside])
    flags: set[Flag] = {"vertical_text"} if downwards else set()
    if outside:
        flags.add("overflow_text")
        text = "\n".join(filter(None, [text, *map(text_of, split_lines(below))]))
    row, column, rows, columns = area
    xs, ys = lattice.xs, lattice.ys
    spot = OnPage(page, xs[column], ys[row], xs[column + columns], ys[row + rows])
    return Cell(*area, text, (spot,), frozenset(flags))
