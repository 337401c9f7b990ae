"""One line of a file with a stretch marked, cut to what a terminal can show around the mark."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.report.cells import cells, visible_pieces
from perfdsl.report.find_cell import find_cell
from perfdsl.source import CellPlace, Place, TextPlace

_TAB = "    "


class Marked(NamedTuple):
    """Part of a line, in its own characters; ``start`` and ``end`` count within ``text``.

    ``end < start`` where the mark cannot be seen. ``more_before`` and ``more_after``: the line goes on.
    """

    text: str
    start: int
    end: int
    more_before: bool = False
    more_after: bool = False


class Shown(NamedTuple):
    """Visible text of one line; the mark covers ``under`` cells (0: none) after ``before`` cells."""

    text: str
    before: int
    under: int


def mark(place: Place, reach: int) -> Marked:
    """Take the first line of a place, at most ``reach`` characters to either side of where it begins."""
    return _mark_text(place, reach) if isinstance(place, TextPlace) else _mark_cell(place, reach)


def _mark_text(place: TextPlace, reach: int) -> Marked:
    # Slices the text around the place: copying a whole line of 10 MB for each message would take seconds.
    text = place.source.text
    begin = place.start - place.position.column + 1
    first = max(begin, place.start - reach)
    stop = text.find("\n", place.start, place.start + reach)
    last = min(len(text), place.start + reach) if stop < 0 else stop
    line = text[first:last].rstrip("\r")
    start = min(place.start - first, len(line))
    end = max(start, min(place.end - first, len(line)))
    return Marked(line, start, end, first > begin, stop < 0 and last < len(text))


def _mark_cell(place: CellPlace, reach: int) -> Marked:
    if not place.line:
        return Marked(place.text[:reach], 0, min(len(place.text), reach), more_after=len(place.text) > reach)
    start, end = find_cell(place) or (0, -1)
    first, last = max(0, start - reach), min(len(place.line), start + reach)
    end = min(end - first, last - first)
    return Marked(place.line[first:last], start - first, end, first > 0, last < len(place.line))


def fit(marked: Marked, width: int) -> Shown:
    """Show as much as fits into ``width`` cells, the mark first; an ellipsis stands for what is left out."""
    pieces = [_TAB if piece == r"\t" else piece for piece in visible_pieces(marked.text)]
    sizes = [cells(piece) for piece in pieces]
    first, last = 0, len(pieces)
    if marked.more_before or marked.more_after or sum(sizes) > width - 1:
        first, last = _choose(sizes, marked, width - 3)
    head = "…" if first or marked.more_before else ""
    tail = "…" if last < len(pieces) or marked.more_after else ""
    before = len(head) + sum(sizes[first : marked.start])
    under = sum(sizes[marked.start : min(marked.end, last)])
    if marked.end < marked.start:
        before, under = 0, 0
    elif under == 0:
        under = 1
    return Shown(head + "".join(pieces[first:last]) + tail, before, under)


def _choose(sizes: list[int], marked: Marked, room: int) -> tuple[int, int]:
    """First and last (exclusive) piece to show: the mark, and what is around it in equal parts."""
    last, room = _extend(sizes, marked.start, max(marked.end, marked.start), room)
    first, left = _extend_back(sizes, marked.start, room // 2)
    last, room = _extend(sizes, last, len(sizes), room - room // 2 + left)
    first, _ = _extend_back(sizes, first, room)
    return first, last


def _extend(sizes: list[int], at: int, stop: int, room: int) -> tuple[int, int]:
    while at < stop and sizes[at] <= room:
        room -= sizes[at]
        at += 1
    return at, room


def _extend_back(sizes: list[int], at: int, room: int) -> tuple[int, int]:
    while at > 0 and sizes[at - 1] <= room:
        at -= 1
        room -= sizes[at]
    return at, room
