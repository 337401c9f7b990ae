"""A piece of a line: characters that follow each other without a wide gap, with the box around them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.documents.readers.pdf.page import Character
from perfdsl.documents.readers.pdf.read_lines import text_of


class Piece(NamedTuple):
    """Characters of one line, from left to right, and their box."""

    characters: tuple[Character, ...]
    left: int
    top: int
    right: int
    bottom: int

    @property
    def height(self) -> int:
        """Height of its box."""
        return self.bottom - self.top

    @property
    def text(self) -> str:
        """Its text, without blanks at its ends."""
        return text_of(self.characters)


class Stack(NamedTuple):
    """Pieces below each other: a cell without rules."""

    pieces: list[Piece]

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, top, right and bottom."""
        return frame(self.pieces)

    @property
    def left(self) -> int:
        """Where it begins."""
        return min(piece.left for piece in self.pieces)


def frame(parts: Sequence[Piece] | Sequence[Character]) -> tuple[int, int, int, int]:
    """Give the box around parts."""
    return (
        min(part.left for part in parts), min(part.top for part in parts),
        max(part.right for part in parts), max(part.bottom for part in parts),
    )  # fmt: skip
