"""The sheets of a report in a workbook: each a table below a few lines of text."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.annual.text_blocks import Look


class Cell(NamedTuple):
    """What a cell shows; numbers are found in its text, unless it ``is_words``.

    ``link``: the anchor that it leads to, ``mark``: that which stands here.
    """

    text: str = ""
    link: str = ""
    mark: str = ""
    look: Look = ""
    is_words: bool = False


class Head(NamedTuple):
    """The head of a column and its width in letters."""

    text: str
    width: int


class SheetTable(NamedTuple):
    """A sheet: lines above, then the head and the rows of its table."""

    name: str
    above: tuple[Cell, ...]
    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def first(self) -> int:
        """Row of the first data, counted from 0."""
        return len(self.above) + 1
