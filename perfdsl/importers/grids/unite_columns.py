"""Gives the parts of a table that stand on several pages one set of columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from perfdsl.documents.document import Grid
from perfdsl.importers.grids.match_grids import NEAR


def moved(grid: Grid, by: int) -> Grid:
    """Give a grid whose columns stand ``by`` hundredths of a point further right."""
    return grid._replace(edges=tuple(edge + by for edge in grid.edges)) if by else grid


def union_columns(grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Give stitched grids the union of their columns' edges."""
    if len(grids) == 1:
        return tuple(grids)
    edges: list[int] = []
    for edge in sorted(edge for grid in grids for edge in grid.edges):
        if not edges or edge - edges[-1] > NEAR:
            edges.append(edge)
    return tuple(_onto(grid, edges) for grid in grids)


def _onto(grid: Grid, edges: Sequence[int]) -> Grid:
    at = [min(max(bisect_left(edges, edge - NEAR), 0), len(edges) - 1) for edge in grid.edges]
    cells = []
    for cell in grid.cells:
        left, right = at[cell.column], at[min(cell.column + cell.columns, len(at) - 1)]
        cells.append(cell._replace(column=left, columns=max(right - left, 1)))
    return grid._replace(columns=len(edges) - 1, cells=tuple(cells), edges=tuple(edges))
