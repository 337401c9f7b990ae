"""A document as one stream of characters without blanks, which knows what stood between them and where."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.documents.document import Line, OnLines, OnPage, Spot

MOST_LINES = 200_000
MOST_IN_LINE = 4_000
MOST_CHARACTERS = 4_000_000
"""Beyond these, lines are left unread; ``Flow.is_cut_short`` tells, but of what is too long for a line."""

GLUED, BLANK, BREAK, PAGE = 0, 1, 2, 3
"""What stands before a character: nothing, a blank, the end of a line, the end of a page."""

_PAGE_NUMBER = re.compile(
    r"[-—–－·\s]+[0-9]{1,4}[-—–－·\s]+|第\s*[0-9]{1,4}\s*页(?:\s*[,，/]?\s*共\s*[0-9]{1,4}\s*页)?"
)
_INDENTED = re.compile(r"[ \u3000\t\u00a0]\S")
_VISIBLE = re.compile(r"[^\s\u200b\ufeff\u00ad]")


class Flow(NamedTuple):
    """Characters ``text``; ``gaps[i]`` stands before the i-th; it was read from ``lines[line_of[i]]``.

    A stretch is a pair of positions in ``text``, the second excluded. ``taken`` is the account of what was
    used, shared by all parts of one stream: ``taken[origin[i]]`` is set once a field or a known label holds
    the i-th character.
    """

    text: str
    gaps: bytes
    line_of: array[int]
    column_of: array[int]
    lines: Sequence[Line]
    page_numbers: tuple[Line, ...] = ()
    is_cut_short: bool = False
    origin: Sequence[int] = range(0)
    taken: bytearray = bytearray()

    def is_soft(self, at: int) -> bool:
        """Whether a cell may end before this character."""
        return at >= len(self.text) or at == 0 or self.gaps[at] != GLUED

    def softs(self, start: int, end: int) -> Iterator[int]:
        """Give the positions inside a stretch before which a cell may end."""
        return (at for at in range(start + 1, end) if self.gaps[at] != GLUED)

    def raw(self, start: int, end: int) -> str:
        """Give what was printed, with its blanks and ends of lines."""
        return "\n".join(self.printed(*piece) for piece in self.pieces(start, end))

    def printed(self, start: int, end: int) -> str:
        """Give what was printed in a stretch that lies on one line."""
        line = self.lines[self.line_of[start]].text
        return line[self.column_of[start] : self.column_of[end - 1] + 1]

    def pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut a stretch where lines end."""
        first = start
        for at in range(start + 1, end):
            if self.line_of[at] != self.line_of[at - 1]:
                yield first, at
                first = at
        if start < end:
            yield first, end

    def take(self, start: int, end: int) -> None:
        """Note that a field, or a known label, holds a stretch."""
        for at in self.origin[start:end]:
            self.taken[at] = 1

    def has_page_break(self, start: int, end: int) -> bool:
        """Whether a page ends inside a stretch."""
        return PAGE in self.gaps[start + 1 : end]

    def spots(self, start: int, end: int) -> tuple[Spot, ...]:
        """Tell where a stretch stands: one range of lines, or one box a page."""
        used = dict.fromkeys(self.line_of[start:end])
        return join_spots([self.lines[at].spot for at in used])

    def without(self, stretches: Sequence[tuple[int, int]]) -> Flow:
        """Leave out stretches (headers repeated after a page break); what follows one begins a page."""
        kept, gaps, at = [], bytearray(self.gaps), 0
        for start, end in sorted(stretches):
            kept.append((at, start))
            if end < len(gaps):
                gaps[end] = PAGE
            at = end
        kept.append((at, len(self.text)))
        line_of, column_of, origin = array("l"), array("l"), array("l")
        for start, end in kept:
            line_of.extend(self.line_of[start:end])
            column_of.extend(self.column_of[start:end])
            origin.extend(self.origin[start:end])
        text = "".join(self.text[start:end] for start, end in kept)
        left = b"".join(bytes(gaps[start:end]) for start, end in kept)
        return self._replace(text=text, gaps=left, line_of=line_of, column_of=column_of, origin=origin)

    def part(self, start: int, end: int) -> Flow:
        """Give a stretch as a flow of its own."""
        return self._replace(
            text=self.text[start:end],
            gaps=self.gaps[start:end],
            line_of=self.line_of[start:end],
            column_of=self.column_of[start:end],
            origin=self.origin[start:end],
        )


def join_spots(spots: Sequence[Spot]) -> tuple[Spot, ...]:
    """Put together ranges of lines, and boxes on one page; other places are given one by one."""
    if spots and all(isinstance(spot, OnLines) for spot in spots):
        numbers = [number for spot in spots if isinstance(spot, OnLines) for number in spot]
        return (OnLines(min(numbers), max(numbers)),)
    joined: dict[object, Spot] = {}
    for spot in spots:
        key = spot.page if isinstance(spot, OnPage) else spot
        before = joined.get(key)
        joined[key] = _around(before, spot) if before is not None else spot
    return tuple(joined.values())


def _around(one: Spot, other: Spot) -> Spot:
    if not isinstance(one, OnPage) or not isinstance(other, OnPage):
        return one
    left, top = min(one.left, other.left), min(one.top, other.top)
    return OnPage(one.page, left, top, max(one.right, other.right), max(one.bottom, other.bottom))


def flow_of(lines: Sequence[Line]) -> Flow:
    """Make the stream; printed page numbers (``- 3 -``, ``第3页``) are kept apart."""
    bounded = lines[:MOST_LINES]
    indented = sum(_INDENTED.match(line.text) is not None for line in bounded)
    marks_pages = 0 < indented * 20 < len(bounded)
    text, gaps, line_of, column_of = [], bytearray(), array("l"), array("l")
    numbers: list[Line] = []
    page, gap = 0, BREAK
    for at, line in enumerate(bounded):
        shown = line.text[:MOST_IN_LINE]
        now = line.spot.page if isinstance(line.spot, OnPage) else page
        turned = now != page or "\f" in shown or (marks_pages and _INDENTED.match(shown) is not None)
        gap, page = (PAGE if turned else max(gap, BREAK)), now
        if _PAGE_NUMBER.fullmatch(shown.strip()):
            numbers.append(line)
            gap = PAGE
            continue
        last = -1
        for found in _VISIBLE.finditer(shown):
            column = found.start()
            gaps.append(gap if last < 0 else BLANK if column > last + 1 else GLUED)
            text.append(found[0])
            line_of.append(at)
            column_of.append(column)
            last = column
        gap = BREAK if last >= 0 else gap
        if len(text) > MOST_CHARACTERS:
            break
    is_cut_short = len(lines) > MOST_LINES or len(text) > MOST_CHARACTERS
    account = range(len(text)), bytearray(len(text))
    return Flow(
        "".join(text), bytes(gaps), line_of, column_of, bounded, tuple(numbers), is_cut_short, *account
    )
