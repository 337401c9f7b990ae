"""A text that a person wrote, and places in it that messages can point to."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

Span = tuple[int, int]
"""Start and end (exclusive) in code points of a source's text."""


class Position(NamedTuple):
    """A line and a column, both from 1; the column counts code points."""

    line: int
    column: int


class Source:
    """One text with the name that people know it by (a path, or ``-``)."""

    __slots__ = ("_starts", "name", "packed", "text")

    def __init__(self, name: str, text: str, packed: str = "") -> None:
        """Keep the text exactly as it was written; ``packed`` is its tree, where it was parsed beforehand."""
        self.name = name
        self.text = text
        self.packed = packed
        self._starts: list[int] | None = None

    def position(self, offset: int) -> Position:
        """Line and column of an offset; the end of the text is a place too."""
        starts = self._line_starts()
        line = bisect_right(starts, offset) - 1
        return Position(line + 1, offset - starts[line] + 1)

    def line(self, number: int) -> str:
        """Text of a line (from 1) without its line break; empty past the end."""
        starts = self._line_starts()
        if number > len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")

    def place(self, span: Span) -> TextPlace:
        """Point at a span of this source."""
        return TextPlace(self, span[0], span[1])

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = find_line_starts(self.text)
        return self._starts

    def __repr__(self) -> str:
        """Show the name and size, never the whole text."""
        return f"Source({self.name!r}, {len(self.text)} characters)"


def find_line_starts(text: str) -> list[int]:
    """Offsets at which lines begin; only line feeds end a line (as in the grammar)."""
    starts = [0]
    at = text.find("\n")
    while at >= 0:
        starts.append(at + 1)
        at = text.find("\n", at + 1)
    return starts


class TextPlace(NamedTuple):
    """A stretch of a text source."""

    source: Source
    start: int
    end: int

    @property
    def file(self) -> str:
        """Name of the source."""
        return self.source.name

    @property
    def position(self) -> Position:
        """Where the stretch begins."""
        return self.source.position(self.start)

    @property
    def text(self) -> str:
        """The stretch itself."""
        return self.source.text[self.start : self.end]


class CellPlace(NamedTuple):
    """A cell of a table that came from CSV, Excel or JSON.

    ``row`` counts as the file does (the header is row 1); ``column`` is the header as printed;
    ``column_number`` counts from 1; ``line`` is the file's own text of the row, for the excerpt.
    """

    file: str
    row: int
    column: str
    column_number: int
    text: str
    line: str
    sheet: str = ""

    @property
    def position(self) -> Position:
        """Row and column number."""
        return Position(self.row, self.column_number)

    @property
    def is_whole(self) -> bool:
        """Whether no cell is meant, but the file or one of its sheets."""
        return self.row == 1 and not (self.column or self.text or self.line)


Place = TextPlace | CellPlace
