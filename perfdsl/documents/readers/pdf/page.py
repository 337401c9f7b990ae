"""What stands on one page of a PDF: characters and rules, with their places.

Lengths are integers, in hundredths of a point, from the upper left corner of the upright page.
"""

from __future__ import annotations

from typing import NamedTuple

LINE_END = "\n"
"""Text of a character that only says: the file goes on elsewhere."""


class Character(NamedTuple):
    """A printed character, with the box that its font gives it."""

    text: str
    left: int
    top: int
    right: int
    bottom: int


class Rule(NamedTuple):
    """A straight line along a row or a column: ``at`` is its y (or x), it goes from ``start`` to ``end``."""

    at: int
    start: int
    end: int


class Rules(NamedTuple):
    """The rules of a page."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]


class Page(NamedTuple):
    """A page as drawn, ``characters`` in the order of the file. ``number`` from 1.

    ``unmapped``: how many characters have a shape but no known text. ``crowded``: it has more characters or
    things drawn on it than are read; ``things``: how many are drawn.
    """

    number: int
    width: int
    height: int
    characters: tuple[Character, ...]
    rules: Rules
    pictures: int = 0
    unmapped: int = 0
    crowded: bool = False
    things: int = 0

    @property
    def is_scanned(self) -> bool:
        """Whether it is a picture of a page: no text at all."""
        return self.pictures > 0 and not any(each.text.strip() for each in self.characters)
