"""Tells whether the grid that a page begins with is the rest of the one that the page before ends with."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from perfdsl.documents.document import Cell, Grid, OnPage, Prose
from perfdsl.importers.grids.cut_forms import is_title, title_key
from perfdsl.importers.labels import head_name, words
from perfdsl.importers.levels import known_level1, known_level2
from perfdsl.importers.tidy_text import key_of

NEAR = 300
"""Hundredths of a point: three points, the width of a thick rule."""

_MOST_LINES = 4
_MOST_CHARACTERS = 60
_MOST_ROWS = 12
_HEADING = re.compile(
    r"(?:第[0-9一二三四五六七八九十]{1,3}(?:部分|章|节)|[(（]?[一二三四五六七八九十]{1,3}[)）、.]|附[件表录]?[0-9一二三四五六七八九十]{0,2}[:：、]?)"
)


def shift(last: Grid, grid: Grid) -> int | None:
    """Tell how far the columns of a grid stand right of those of the grid on the page before, in 1/100 pt.

    0 between the same outer rules. Else (pages of a bound book move in turns) all its columns must be found
    again. None where the two do not match.
    """
    if not grid.page or grid.page != last.page + 1 or not last.edges or not grid.edges:
        return None
    by = grid.edges[0] - last.edges[0]
    if abs(grid.edges[-1] - last.edges[-1] - by) > NEAR:
        return None
    if abs(by) <= NEAR:
        return 0
    return by if has_columns(last, grid, by) else None


def has_columns(last: Grid, grid: Grid, by: int = 0) -> bool:
    """Whether all columns of a grid are columns of the one before, and not only the outermost."""
    return len(grid.edges) > 2 and all(_is_near(last.edges, edge - by) for edge in grid.edges)  # noqa: PLR2004


def _is_near(edges: Sequence[int], edge: int) -> bool:
    at = bisect_left(edges, edge - NEAR)
    return at < len(edges) and edges[at] <= edge + NEAR


def may_stand_between(lines: Sequence[Prose], title: str) -> bool:
    """Whether lines between two grids may be margins: few, short, no heading, no title of another form."""
    return len(lines) <= _MOST_LINES and all(_may_be_margin(line.text, title) for line in lines)


def _may_be_margin(text: str, title: str) -> bool:
    if is_title(text):
        return bool(title) and title_key(text) == title
    said = key_of(text[:_MOST_CHARACTERS])
    if any(said.startswith(word) for word in words("foot_words")):
        return False
    return len(text) <= _MOST_CHARACTERS and _HEADING.match(said) is None


def repeated_rows(first: Grid, grid: Grid) -> int:
    """Count the rows at the top of a page that are those at the top of the table (a workbook's print titles).

    None where another project is named below them.
    """
    above, below = _leading(first), _leading(grid)
    count = 0
    while (
        count < min(len(above), len(below), grid.rows - 1) and above[count] and above[count] == below[count]
    ):
        count += 1
    count = min((cell.row for cell in grid.cells if cell.row < count < cell.row + cell.rows), default=count)
    return 0 if begins_form(grid, count) else count


def _leading(grid: Grid) -> list[list[tuple[int, str]]]:
    """Give the texts of the first rows, each with its column."""
    rows: list[list[tuple[int, str]]] = [[] for _ in range(min(_MOST_ROWS, grid.rows))]
    for cell in grid.cells:
        if cell.row < len(rows) and cell.text.strip():
            rows[cell.row].append((cell.column, key_of(cell.text)))
    return rows


def without_rows(grid: Grid, count: int) -> Grid:
    """Take the first rows off a grid."""
    cells = tuple(cell._replace(row=cell.row - count) for cell in grid.cells if cell.row >= count)
    return grid._replace(rows=grid.rows - count, cells=cells) if count else grid


def begins_form(grid: Grid, first: int = 0) -> bool:
    """Whether the rows of a grid from ``first`` on name a project."""
    for cell in grid.cells:
        if cell.row < first:
            continue
        if cell.row >= _MOST_ROWS + first:
            return False
        if cell.text and len(cell.text) <= _MOST_CHARACTERS and head_name(cell.text) in {"code", "name"}:
            return cell.column + cell.columns < grid.columns
    return False


def stray_level(line: Prose) -> bool:
    """Whether a line is the text of a merged cell of levels, which a spreadsheet prints beside the table."""
    return bool(known_level1(line.text) or known_level2(line.text))


def put_back(line: Prose, grid: Grid, *, last: bool) -> Grid:
    """Put a stray level into the blank cell at the page break, in the last row or the first."""
    spot = next((spot for spot in line.spots if isinstance(spot, OnPage)), None)
    if spot is None or spot.page != grid.page or not grid.edges:
        return grid
    cells = [
        _filled(cell, line, grid, spot) if _is_at_break(cell, grid, last=last) else cell
        for cell in grid.cells
    ]
    return grid._replace(cells=tuple(cells))


def _is_at_break(cell: Cell, grid: Grid, *, last: bool) -> bool:
    return cell.row + cell.rows == grid.rows if last else cell.row == 0


def _filled(cell: Cell, line: Prose, grid: Grid, spot: OnPage) -> Cell:
    left, right = grid.edges[cell.column], grid.edges[min(cell.column + cell.columns, len(grid.edges) - 1)]
    if cell.text.strip() or not left - NEAR <= spot.left <= spot.right <= right + NEAR:
        return cell
    return cell._replace(text=line.text, spots=(*cell.spots, spot), flags=cell.flags | {"joined_over_page"})
