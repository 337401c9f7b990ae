"""Finds the rows of a table in a stream: each segment of a level holds one for each target in it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.find_blocks import Block, find_blocks
from perfdsl.importers.flat.find_levels import Segment, find_segments
from perfdsl.importers.flat.flow import Flow
from perfdsl.importers.flat.table_columns import Columns

_ENOUGH_ALIKE = 3


class Row(NamedTuple):
    """A row in the stream: its levels, its closed columns, and what stands before and behind these."""

    segment: Segment
    before: Stretch
    block: Block | None
    behind: Stretch
    doubts: tuple[Text, ...] = ()
    is_first: bool = True

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
    common = _common(flow, segments, blocks) if columns.behind else None
    rows: list[Row] = []
    unsure = 0
    for segment, inside in zip(segments, blocks, strict=True):
        found = _rows_of(flow, segment, inside, common, has_words=bool(columns.behind))
        unsure += any(row.doubts for row in found)
        rows += found
    return Found(_mark_neighbours(rows), unsure)


def _common(flow: Flow, segments: Sequence[Segment], blocks: Sequence[list[Block]]) -> str | None:
    """Give the words that stand behind the closed columns in all segments of one row, if enough."""
    texts = [
        flow.text[found[0].end : segment.end]
        for segment, found in zip(segments, blocks, strict=True)
        if len(found) == 1 and not flow.has_page_break(segment.start, segment.end)
    ]
    alike = len(texts) >= _ENOUGH_ALIKE and len(set(texts)) == 1 and texts[0]
    return texts[0] if alike else None


def _rows_of(
    flow: Flow, segment: Segment, blocks: list[Block], common: str | None, *, has_words: bool
) -> list[Row]:
    if not blocks:
        end = segment.end
        return [Row(segment, (segment.body, end), None, (end, end), (messages.no_value(),))]
    ends = [block.end for block in blocks]
    if has_words and len(blocks) > 1:
        if common is None or not all(_ends_with(flow, one, other, common) for one, other in _pairs(blocks)):
            doubt = messages.several_values(len(blocks))
            before = (segment.body, blocks[0].start)
            return [Row(segment, before, blocks[0], (blocks[0].end, segment.end), (doubt,))]
        ends = [block.end + len(common) for block in blocks]
    ends[-1] = segment.end
    starts = [segment.body, *ends[:-1]]
    return [
        Row(segment, (start, block.start), block, (block.end, end), is_first=block is blocks[0])
        for start, block, end in zip(starts, blocks, ends, strict=True)
    ]


def _pairs(blocks: list[Block]) -> list[tuple[Block, Block]]:
    return list(pairwise(blocks))


def _ends_with(flow: Flow, block: Block, following: Block, common: str) -> bool:
    """Whether the words behind a block are the common ones, and a cell may end there."""
    stop = block.end + len(common)
    return flow.text.startswith(common, block.end) and stop < following.start and flow.is_soft(stop)


def _mark_neighbours(rows: list[Row]) -> list[Row]:
    """Doubt the rows beside one whose limits are not sure."""
    unsure = [bool(row.doubts) for row in rows]
    return [
        row._replace(doubts=(messages.beside_doubt(),))
        if not row.doubts and any(unsure[max(0, at - 1) : at + 2])
        else row
        for at, row in enumerate(rows)
    ]
