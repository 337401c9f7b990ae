"""How many lines a text takes in a cell of some width, and so how high its row must be."""

from __future__ import annotations

import re
from unicodedata import east_asian_width

FONT_SIZE = 10
"""Points; the width of a Chinese character."""

LINE_HEIGHT = 14
PADDING = 6
"""Points between the text and the rules of its cell, left and right together; above and below likewise."""

_PIECES = re.compile(r"[!-~\u00a0-\u00ff]+[ \t]*|[^\S\n]+|.", re.DOTALL)
_WIDE = frozenset("FWA")
_NARROW = 58
_CAPITAL = 76
_NEVER_FIRST = frozenset("，。、；：！？）》”’】％%,.;:!?)]}")


def count_lines(text: str, width: int) -> int:
    """Count the lines of a text in a cell so many points wide; words of Latin letters are not divided."""
    room = max(width - PADDING, FONT_SIZE) * 10
    return sum(_lines_of_paragraph(paragraph, room) for paragraph in text.split("\n"))


def height_of(lines: int) -> int:
    """Points that so many lines take."""
    return lines * LINE_HEIGHT + PADDING


def _lines_of_paragraph(text: str, room: int) -> int:
    """Fill lines as a printer does; a mark that may not begin a line takes a character with it."""
    lines, used, last = 1, 0, 0
    for piece in _PIECES.findall(text):
        wide = sum(map(_width, piece.rstrip() or piece))
        if used and used + wide > room:
            lines += 1
            used = last if piece[0] in _NEVER_FIRST else 0
        lines += (wide - 1) // room if wide > room else 0
        used = wide % room if wide > room else used + wide
        last = wide
    return lines


def _width(character: str) -> int:
    """Tenths of a point; a little more than most typefaces need."""
    if east_asian_width(character) in _WIDE:
        return FONT_SIZE * 10
    return _CAPITAL if character.isupper() or character in "%@&+<>=~mwMW—" else _NARROW
