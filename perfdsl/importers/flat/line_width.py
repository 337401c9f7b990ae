"""How wide the lines of a cell are, and so between which widths its column lies: in quarters of a character.

A line that is not the last of its cell is full: what begins the next line had no room any more. Widths of
Latin letters, digits and marks are not known exactly, so each is a range; the column's width then is one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.flow import BLANK, Flow

WIDEST = 480
"""Columns of 120 characters or more are not told apart."""

_NEVER_FIRST = "、，。：；！？）》〉」』】〕”’…—·％%‰℃,.:;!?)]}"
_NEVER_LAST = "（《〈「『【〔“‘([{"
_SQUEEZED = "、，。：；！？（）《》〈〉「」『』【】〔〕“”‘’…—·"
_LATIN = re.compile(r"[A-Za-z0-9]")
_WIDE = 4
_NARROW = (1, 4)
_DIGIT = (2, 3)
_SQUEEZABLE = (2, 4)
_BLANK = (0, 2)

Range = tuple[int, int]


def _range_of(character: str) -> Range:
    if character.isdigit() and character.isascii():
        return _DIGIT
    if character in _SQUEEZED:
        return _SQUEEZABLE
    return _NARROW if ord(character) < 0x2E80 else (_WIDE, _WIDE)  # noqa: PLR2004 (where CJK begins)


def width(flow: Flow, start: int, end: int) -> Range:
    """Give the least and the greatest width of a stretch on one line."""
    low = high = 0
    for at in range(start, end):
        one = _range_of(flow.text[at])
        low, high = low + one[0], high + one[1]
        if at > start and (flow.gaps[at] == BLANK or _meets_latin(flow.text[at - 1], flow.text[at])):
            high += _BLANK[1]
    return low, high


def _meets_latin(before: str, after: str) -> bool:
    return (before.isascii()) != (after.isascii())


def first_unit(flow: Flow, start: int, end: int) -> int:
    """Tell where the first unbreakable part of a line ends (kinsoku; words and numbers stay whole)."""
    at = start
    while at < end - 1 and flow.text[at] in _NEVER_LAST:
        at += 1
    if at < end and flow.text[at].isascii():
        while at + 1 < end and flow.text[at + 1].isascii() and flow.gaps[at + 1] != BLANK:
            at += 1
    at += 1
    while at < end and flow.text[at] in _NEVER_FIRST:
        at += 1
    return at


def column_range(flow: Flow, lines: Sequence[Stretch]) -> Range:
    """Give the widths of a column whose cell is set in these lines: from, and up to but without."""
    least, most = 0, WIDEST
    for at, (start, end) in enumerate(lines):
        low, high = width(flow, start, end)
        hangs = 2 if flow.text[end - 1] in _NEVER_FIRST else 0
        least = max(least, low - hangs)
        if at + 1 < len(lines):
            following, stop = lines[at + 1]
            high += width(flow, following, first_unit(flow, following, stop))[1] + _BLANK[1] * _joint(
                flow, end
            )
            most = min(most, high)
    return least, most


def _joint(flow: Flow, at: int) -> bool:
    return at < len(flow.text) and _meets_latin(flow.text[at - 1], flow.text[at])


def widths(span: Range) -> int:
    """Give a range as a set of bits, one for each width."""
    least, most = span
    return (1 << min(most, WIDEST)) - (1 << least) if least < most else 0


def common_range(flow: Flow, paragraphs: Sequence[Stretch]) -> Range:
    """Give the widths that a column may have in which all of these paragraphs are set."""
    ranges = [column_range(flow, list(flow.pieces(*each))) for each in paragraphs]
    return max((least for least, _ in ranges), default=0), min((most for _, most in ranges), default=WIDEST)
