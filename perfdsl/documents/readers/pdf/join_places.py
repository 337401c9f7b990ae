"""Joins the places of a lattice between which no rule stands into cells, each of them a rectangle."""

from __future__ import annotations

from perfdsl.documents.readers.pdf.lattice import Area, Lattice

Walls = list[list[bool]]

_NOBODY = -1


def join_places(xs: list[int], ys: list[int], beside: Walls, below: Walls) -> Lattice:
    """Give the lattice.

    ``beside[x][row]``: a rule stands at the x-th position; ``below[y][column]`` likewise.
    """
    rows, columns = len(ys) - 1, len(xs) - 1
    owners = [[_NOBODY] * columns for _ in range(rows)]
    areas: list[Area] = []
    for row in range(rows):
        for column in range(columns):
            if owners[row][column] == _NOBODY:
                area = _grow(row, column, owners, beside, below)
                for each in range(row, row + area.rows):
                    owners[each][column : column + area.columns] = [len(areas)] * area.columns
                areas.append(area)
    return Lattice(tuple(xs), tuple(ys), tuple(areas), tuple(map(tuple, owners)))


def _grow(row: int, column: int, owners: list[list[int]], beside: Walls, below: Walls) -> Area:
    """Go right until a rule, then down while the row below is open on its whole length, and nobody's."""
    end = column + 1
    while end < len(owners[row]) and not beside[end][row] and owners[row][end] == _NOBODY:
        end += 1
    bottom = row + 1
    while (
        bottom < len(owners)
        and not any(below[bottom][column:end])
        and not any(beside[each][bottom] for each in range(column + 1, end))
        and all(owner == _NOBODY for owner in owners[bottom][column:end])
    ):
        bottom += 1
    return Area(row, column, bottom - row, end - column)
