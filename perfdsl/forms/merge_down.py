"""Merges cells of a worksheet over equal neighbours, one above the other: 产出指标 stands once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from typing import Any

# openpyxl carries no types: its sheets and cells are Any.


def runs_of(texts: Sequence[tuple[str, ...]], depth: int) -> Iterator[tuple[int, int]]:
    """Give first and last of the rows alike in their first ``depth`` texts; blank ones stay apart."""
    start = 0
    for at in range(1, len(texts) + 1):
        if at == len(texts) or texts[at][:depth] != texts[start][:depth] or not texts[start][depth - 1]:
            yield start, at - 1
            start = at


def merge_down(sheet: Any, first: int, columns: Sequence[int], texts: Sequence[tuple[str, ...]]) -> None:  # noqa: ANN401
    """Merge in columns (from 1), each within the runs of those before it. ``texts``: theirs, row by row."""
    for depth, column in enumerate(columns, 1):
        for start, end in runs_of(texts, depth):
            if end > start:
                _merge(sheet, first + start, first + end, column)


def _merge(sheet: Any, first: int, last: int, column: int) -> None:  # noqa: ANN401
    """Merge a column's cells, each with those that it is merged with in its row."""
    right = column
    for row in range(first, last + 1):
        for area in list(sheet.merged_cells.ranges):
            if area.min_row == area.max_row == row and area.min_col == column:
                right = area.max_col
                _part(sheet, area)
    sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=right)


def _part(sheet: Any, area: Any) -> None:  # noqa: ANN401
    """Take a merged area apart, and leave its cells their borders."""
    places = [(area.min_row, column) for column in range(area.min_col + 1, area.max_col + 1)]
    styles = {place: copy(sheet._cells[place]._style) for place in places}  # noqa: SLF001
    sheet.unmerge_cells(area.coord)
    for (row, column), style in styles.items():
        sheet.cell(row, column)._style = style  # noqa: SLF001
