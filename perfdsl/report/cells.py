"""How much room a text takes on a terminal, and how it is cut, padded and wrapped there.

A cell is the width of one Latin letter; East Asian wide characters take two, combining marks none, and
characters of ambiguous width (such as ``≤`` or ``│``) are counted as one. Text of other people goes through
``visible`` before it is shown: what a terminal would obey, or hide, is spelt out instead.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

LONGEST = 2000
"""Characters of one field that a person is shown; the rest of a longer one is left out."""

_JOINERS = "\u200c\u200d"
_MOST_MARKS = 4
_CLOSING = frozenset("，。；：、！？）】》〉」』〕”’％…,.;:!?)]}%")
_OPENING = frozenset("（【《〈「『〔“‘([{")


@lru_cache(maxsize=8192)
def _cells_of(char: str) -> int:
    if unicodedata.category(char) in {"Mn", "Me", "Cf"} or "\u1160" <= char <= "\u11ff":
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def cells(text: str) -> int:
    """Width of an already visible text, in terminal cells."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def _is_hidden(char: str) -> bool:
    """Whether a terminal would obey or hide a character: controls, formats, surrogates, no characters."""
    category = unicodedata.category(char)
    if category == "Cn":
        return ascii(char).endswith(("fffe'", "ffff'")) or "\ufdd0" <= char <= "\ufdef"
    return category in {"Cc", "Cf", "Cs", "Zl", "Zp"} and char not in _JOINERS


def _spell(char: str) -> str:
    return ascii(char)[1:-1]


@lru_cache(maxsize=8192)
def _visible_char(char: str) -> str:
    return _spell(char) if _is_hidden(char) else char


def visible_pieces(text: str) -> list[str]:
    """One visible piece for each character; a heap of combining marks on one letter is spelt out too."""
    pieces: list[str] = []
    marks = 0
    for char in text:
        marks = marks + 1 if _cells_of(char) == 0 else 0
        pieces.append(_spell(char) if marks > _MOST_MARKS else _visible_char(char))
    return pieces


def visible(text: str) -> str:
    r"""Spell out what must not reach a terminal: ``\x1b``, ``\u202e``, ``\n``, ``\ud800``."""
    return text if text.isascii() and text.isprintable() else "".join(visible_pieces(text))


def one_line(text: str, longest: int = LONGEST) -> str:
    """Visible text with each run of white space as one blank; what goes beyond ``longest`` is left out."""
    joined = " ".join(text[: longest + 1].split())
    return visible(joined if len(text) <= longest else joined[:longest] + "…")


def cut(text: str, width: int) -> str:
    """Shorten a visible text to at most ``width`` (> 0) cells; an ellipsis says that something is missing."""
    if cells(text) <= width:
        return text
    return _split(text, width - 1)[0] + "…"


def pad(text: str, width: int, *, right: bool = False) -> str:
    """Fill a visible text with blanks up to ``width`` cells, after it or (``right``) before it."""
    blanks = " " * max(width - cells(text), 0)
    return blanks + text if right else text + blanks


def wrap(text: str, width: int) -> list[str]:
    """Break a visible text into lines of at most ``width`` (at least 2) cells: at blanks or between hanzi.

    A closing mark does not begin a line, an opening one does not end it, unless nothing else fits.
    """
    lines, line, used = [], "", 0
    for unit in _units(text):
        for piece in _split(unit, width):
            size = cells(piece)
            if used + size > width:
                lines.append(line.rstrip(" "))
                line, used = "", 0
            if line or piece != " ":
                line, used = line + piece, used + size
    return [*lines, line.rstrip(" ")]


def _units(text: str) -> list[str]:
    """Pieces that stay on one line where they fit."""
    units: list[str] = []
    for char in text:
        if units and _joins(units[-1][-1], char):
            units[-1] += char
        else:
            units.append(char)
    return units


def _joins(before: str, char: str) -> bool:
    """Whether no line may end between two neighbours."""
    if " " in (before, char):
        return False
    if _cells_of(char) == 0 or char in _CLOSING or before in _OPENING:
        return True
    return _cells_of(before) <= 1 and _cells_of(char) == 1


def _split(unit: str, width: int) -> list[str]:
    """Cut a unit that is wider than a whole line."""
    if cells(unit) <= width:
        return [unit]
    pieces, piece, used = [], "", 0
    for char in unit:
        size = _cells_of(char)
        if used + size > width:
            pieces.append(piece)
            piece, used = "", 0
        piece, used = piece + char, used + size
    return [*pieces, piece]
