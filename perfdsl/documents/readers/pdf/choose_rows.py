"""Chooses the rows of text that look like a table: several of several cells, in the same columns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from perfdsl.documents.readers.pdf.merge_rules import NEAR
from perfdsl.documents.readers.pdf.piece import frame
from perfdsl.documents.readers.pdf.stack_rows import Row

_LEAST_ROWS = 3
_LEAST_CELLS = 3
"""A table without rules has at least so many rows of at least so many cells."""
_SHARED = (3, 5)
"""And at least so many of its cells begin where another one begins."""
_APART = 4
"""Rows farther apart than so many lines are not of one table."""


def choose_rows(rows: Sequence[Row]) -> list[list[Row]]:
    """Give the tables."""
    tables: list[list[Row]] = []
    table: list[Row] = []
    for row in rows:
        if table and not _belongs(row, table):
            tables.append(table)
            table = []
        if table or len(row) > 1:
            table.append(row)
    tables.append(table)
    trimmed = [_trim(each) for each in tables]
    return [each for each in trimmed if _is_table(each)]


def _belongs(row: Row, table: list[Row]) -> bool:
    """Whether a row may go on with a table; a line that runs over its columns from the left is a title."""
    _, top, right, bottom = _box(row)
    before = _box(table[-1])
    height = row[0].pieces[0].height
    if top > before[3] + _APART * height or bottom < before[1] - _APART * height:
        return False
    if len(row) > 1:
        return True
    first = min(each[0].left for each in table[-_LEAST_ROWS * 4 :])
    seconds = [each[1].left for each in table[-_LEAST_ROWS * 4 :] if len(each) > 1]
    return row[0].left > first + NEAR or right <= min(seconds, default=right)


def _trim(table: list[Row]) -> list[Row]:
    """Take off rows at the top that keep to no columns, and single cells at the end."""
    starts = sorted(stack.left for row in table for stack in row)
    first = 0
    while first < len(table) and _is_alone(table[first], starts):
        first += 1
    last = len(table)
    while last > first and len(table[last - 1]) == 1 and table[last - 1][0].left <= starts[0] + NEAR:
        last -= 1
    return table[first:last]


def _is_alone(row: Row, starts: Sequence[int]) -> bool:
    """Whether most cells of a row, its first left out, begin where no others do."""
    shared = sum(_is_shared(stack.left, starts) for stack in row[1:])
    return shared * 2 < len(row) - 1


def _is_table(table: list[Row]) -> bool:
    starts = sorted(stack.left for row in table for stack in row)
    shared = sum(_is_shared(start, starts) for start in starts)
    return (
        sum(len(row) >= _LEAST_CELLS for row in table) >= _LEAST_ROWS
        and shared * _SHARED[1] >= len(starts) * _SHARED[0]
    )


def _is_shared(start: int, starts: Sequence[int]) -> bool:
    """Whether two cells or more begin there."""
    index = bisect_left(starts, start - NEAR)
    return index + 1 < len(starts) and starts[index + 1] <= start + NEAR


def _box(row: Row) -> tuple[int, int, int, int]:
    return frame([piece for stack in row for piece in stack.pieces])
