"""Cuts a segment of a table into rows at the words with which every row of the table ends."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.find_blocks import MOST_IN_VALUE, SIGNS, Block
from perfdsl.importers.flat.find_levels import Segment
from perfdsl.importers.flat.flow import Flow

_ENOUGH_ALIKE = 3


def common_words(flow: Flow, segments: Sequence[Segment], blocks: Sequence[list[Block]]) -> str | None:
    """Give the words that stand behind the last row of every segment, if there are enough segments.

    Of one or two, where another row follows whose target cannot be told, they are only the beginning; where
    the unit of a target is not known, the end.
    """
    texts = [
        flow.text[found[-1].end : segment.end]
        for segment, found in zip(segments, blocks, strict=True)
        if found and not flow.has_page_break(segment.start, segment.end)
    ]
    common = min(texts, key=len, default="")
    alike = texts.count(common)
    is_common = alike >= _ENOUGH_ALIKE and alike * 2 > len(texts)
    is_in_all = all(text.startswith(common) or text.endswith(common) for text in texts)
    return common if common and is_common and is_in_all else None


def split_at(
    flow: Flow, segment: Segment, blocks: Sequence[Block], common: str, *, has_one_column: bool
) -> list[tuple[Stretch, list[Block]]] | None:
    """Cut where the common words end; None where that cannot be told.

    Only those behind targets count where the segment does not end with them, or where a page break may have
    put its text out of order. Each row has the blocks that stand in it; where there is none, and targets have
    one column, what begins with a sign right before the common words is one, whatever it says.
    """
    ends = list(_ends(flow, segment, common))
    is_whole = bool(ends) and ends[-1] == segment.end
    cut = [
        (where, _blocks_in(flow, where, blocks, common, is_signed=has_one_column and is_whole))
        for where in pairwise([segment.body, *ends])
    ]
    is_broken = flow.has_page_break(segment.start, segment.end) and not all(inside for _, inside in cut)
    return _behind_blocks(flow, segment, blocks, common) if is_broken or not is_whole else cut


def _blocks_in(
    flow: Flow, where: Stretch, blocks: Sequence[Block], common: str, *, is_signed: bool
) -> list[Block]:
    first = bisect_left(blocks, where[0], key=_start)
    inside = [
        block for block in blocks[first : bisect_left(blocks, where[1], key=_start)] if block.end <= where[1]
    ]
    may_be_signed = not inside and is_signed and not flow.has_page_break(*where)
    return _signed(flow, where[0], where[1] - len(common)) if may_be_signed else inside


def _start(block: Block) -> int:
    return block.start


def _behind_blocks(
    flow: Flow, segment: Segment, blocks: Sequence[Block], common: str
) -> list[tuple[Stretch, list[Block]]] | None:
    """Cut behind the common words that follow each target but the last; None unless all are followed so."""
    ends = [block.end + len(common) for block in blocks[:-1]]
    is_sure = all(
        flow.text.startswith(common, block.end) and end < following.start and flow.is_soft(end)
        for block, end, following in zip(blocks, ends, blocks[1:], strict=False)
    )
    if len(blocks) < 2 or not is_sure:  # noqa: PLR2004 (one target is one row)
        return None
    places = pairwise([segment.body, *ends, segment.end])
    return [(where, [block]) for where, block in zip(places, blocks, strict=True)]


def _ends(flow: Flow, segment: Segment, common: str) -> Iterator[int]:
    at = flow.text.find(common, segment.body, segment.end)
    while at >= 0:
        end = at + len(common)
        if flow.is_soft(at) and (end == segment.end or flow.is_soft(end)):
            yield end
        at = flow.text.find(common, end, segment.end)


def _signed(flow: Flow, start: int, end: int) -> list[Block]:
    for at in range(end - 1, max(start, end - MOST_IN_VALUE) - 1, -1):
        if flow.text[at] in SIGNS and flow.is_soft(at):
            return [Block(at, end, (("target", (at, end)),), (messages.up_to_basis(),))]
    return []
