"""Places the cells of a web table, each over the columns and rows that it claims, as browsers do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.documents.readers.bounds import MOST_COLUMNS, MOST_SPAN, MOST_STEPS
from perfdsl.documents.readers.unreadable import UnreadableDocumentError


class Claim(NamedTuple):
    """What a cell says of itself: columns, and rows (0: to the end of its section)."""

    columns: int
    rows: int


class Placed(NamedTuple):
    """Where a cell came to stand, from 0 on. ``overlap``: another one claims a part of it."""

    row: int
    column: int
    rows: int
    columns: int
    overlap: bool


class SpanPlacer:
    """Places the tables of one document, and counts the steps that it takes."""

    __slots__ = ("_steps",)

    def __init__(self) -> None:
        """Start with no steps."""
        self._steps = 0

    def place(self, rows: Sequence[Sequence[Claim]], ends: Sequence[int]) -> list[list[Placed]]:
        """Place each row's cells from the left into what the rows above leave free.

        ``ends``: for each row, the row after the last one of its section; no cell goes beyond. A cell that
        runs into one from above is cut before it, and both are marked. UnreadableDocumentError beyond bounds.
        """
        taken_until: list[int] = []
        owners: list[tuple[int, int]] = []
        placed: list[list[Placed]] = []
        for row, claims in enumerate(rows):
            placed.append([])
            column = 0
            for claim in claims:
                column = self._first_free(taken_until, row, column)
                columns = self._free(taken_until, row, column, min(max(claim.columns, 1), MOST_SPAN))
                end = column + columns
                cut = columns < min(max(claim.columns, 1), MOST_SPAN)
                if cut:
                    _mark(placed, owners[end])
                bottom = min(row + claim.rows, ends[row]) if claim.rows > 0 else ends[row]
                grown = max(end - len(taken_until), 0)
                taken_until += [0] * grown
                owners += [(0, 0)] * grown
                taken_until[column:end] = [bottom] * columns
                owners[column:end] = [(row, len(placed[row]))] * columns
                placed[row].append(Placed(row, column, max(bottom - row, 1), columns, cut))
                column = end
        return placed

    def _first_free(self, taken_until: list[int], row: int, column: int) -> int:
        start = column
        while column < len(taken_until) and taken_until[column] > row:
            column += 1
        self._count(column - start + 1)
        if column >= MOST_COLUMNS:
            raise UnreadableDocumentError("too_wide")
        return column

    def _free(self, taken_until: list[int], row: int, column: int, wanted: int) -> int:
        """Count the free places from a free one on, up to what is wanted."""
        self._count(wanted)
        end = min(column + wanted, len(taken_until))
        for at in range(column + 1, end):
            if taken_until[at] > row:
                return at - column
        return wanted

    def _count(self, steps: int) -> None:
        self._steps += steps
        if self._steps > MOST_STEPS:
            raise UnreadableDocumentError("too_wide")


def _mark(placed: list[list[Placed]], owner: tuple[int, int]) -> None:
    row, index = owner
    placed[row][index] = placed[row][index]._replace(overlap=True)
