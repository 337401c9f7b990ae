"""Doubts rows that were cut where the basis of the other rows ends, if their own may go on there."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.importers.flat import messages
from perfdsl.importers.flat.find_rows import Row
from perfdsl.importers.flat.flow import BLANK, BREAK, Flow
from perfdsl.importers.flat.line_width import first_unit, width

_FIRST_CJK = "\u2e80"


def doubt_cuts(flow: Flow, rows: Sequence[Row], least: int) -> list[Row]:
    """Doubt the rows on both sides of a cut that is not sure.

    It is sure at a blank between two Chinese characters, which only stands between cells; and at the end of a
    line with room for what follows, because a cell goes on there. ``least``: quarters of a character that the
    column is wide at least, as its header shows; the cut rows may show more.
    """
    cut = [row for row in rows if row.is_cut]
    pieces = [piece for row in cut for piece in flow.pieces(*row.behind)]
    room = max([least, *(width(flow, *piece)[0] for piece in pieces)])
    doubted: list[Row] = []
    is_after = False
    for row in rows:
        is_unsure = row.is_cut and not _is_sure(flow, row, room)
        doubts = (messages.cut_at_basis(),) if is_unsure or is_after else ()
        doubted.append(row._replace(doubts=(*row.doubts, *doubts)))
        is_after = is_unsure
    return doubted


def _is_sure(flow: Flow, row: Row, room: int) -> bool:
    at = row.behind[1]
    if flow.gaps[at] == BLANK:
        return min(flow.text[at - 1], flow.text[at]) >= _FIRST_CJK
    if flow.gaps[at] < BREAK or row.behind[0] >= at:
        return False
    *_, last = flow.pieces(*row.behind)
    stop = at + 1
    while stop < len(flow.text) and flow.line_of[stop] == flow.line_of[at]:
        stop += 1
    needed = width(flow, last[0], first_unit(flow, at, stop))[1]
    return needed <= room
