"""Finds the rows of a table in a stream: each segment of a level holds one for each target in it."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.find_blocks import Block, find_blocks
from perfdsl.importers.flat.find_levels import Segment, find_segments
from perfdsl.importers.flat.flow import Flow
from perfdsl.importers.flat.split_rows import common_words, split_at
from perfdsl.importers.flat.table_columns import Columns


class Row(NamedTuple):
    """A row in the stream: its levels, its closed columns, and what stands before and behind these.

    ``is_cut``: it ends where the words end that stand behind the other rows, too.
    """

    segment: Segment
    before: Stretch
    block: Block | None
    behind: Stretch
    doubts: tuple[Text, ...] = ()
    is_first: bool = True
    is_cut: bool = False

    @property
    def whole(self) -> Stretch:
        """From the first character to the last; the levels belong to the first row of a segment."""
        return self.segment.start if self.is_first else self.before[0], self.behind[1]


class Found(NamedTuple):
    """The rows of a table in the stream, and how many places there are where a row's end is not sure."""

    rows: list[Row]
    unsure: int


def find_rows(flow: Flow, start: int, end: int, columns: Columns) -> Found:
    """Find the rows: a segment of a level holds one for each stretch that reads as the closed columns.

    Where words stand behind these, the next row of the same segment begins where the words end that all other
    rows have there; if they are not alike, nothing can tell.
    """
    segments = find_segments(flow, start, end)
    blocks = [find_blocks(flow, each.body, each.end, columns.closed) for each in segments]
    common = common_words(flow, segments, blocks) if columns.behind else None
    rows: list[Row] = []
    unsure = 0
    for segment, inside in zip(segments, blocks, strict=True):
        found = _rows_of(flow, segment, inside, common, columns)
        unsure += any(row.doubts for row in found)
        rows += found
    return Found(_mark_neighbours(rows), unsure)


def _rows_of(
    flow: Flow, segment: Segment, blocks: list[Block], common: str | None, columns: Columns
) -> list[Row]:
    one_column = columns.closed == ("target",)
    cut = split_at(flow, segment, blocks, common, has_one_column=one_column) if common else None
    if cut is None and columns.behind:
        cut = [((segment.body, segment.end), blocks)]
    if cut is None:
        ends = [*(block.end for block in blocks[:-1]), segment.end]
        starts = [segment.body, *ends[:-1]]
        cut = [(where, [block]) for where, block in zip(zip(starts, ends, strict=True), blocks, strict=False)]
        cut = cut or [((segment.body, segment.end), [])]
    rows = [_row(flow, segment, where, inside, common or "") for where, inside in cut]
    last = len(rows) - 1 if common else 0
    return [row._replace(is_first=at == 0, is_cut=at < last) for at, row in enumerate(rows)]


def _row(flow: Flow, segment: Segment, where: Stretch, blocks: list[Block], common: str) -> Row:
    """Make one row; of several targets the first is taken, and without one nothing is told apart."""
    start, end = where
    if not blocks:
        is_whole = not flow.text.endswith(common, start + 1, end)
        behind = end if is_whole else end - len(common)
        return Row(segment, (start, behind), None, (behind, end), (messages.no_value(),))
    doubts = (messages.several_values(len(blocks)),) if len(blocks) > 1 else ()
    return Row(segment, (start, blocks[0].start), blocks[0], (blocks[0].end, end), doubts)


def _mark_neighbours(rows: list[Row]) -> list[Row]:
    """Doubt the rows beside one whose limits are not sure."""
    unsure = [bool(row.doubts) for row in rows]
    return [
        row._replace(doubts=(messages.beside_doubt(),))
        if not row.doubts and any(unsure[max(0, at - 1) : at + 2])
        else row
        for at, row in enumerate(rows)
    ]
