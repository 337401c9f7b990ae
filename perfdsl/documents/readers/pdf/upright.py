"""Turns places of a PDF page (points, from the lower left corner) into those of the upright page."""

from __future__ import annotations

from typing import Any, NamedTuple

from perfdsl.documents.readers.pdf.bounds import FARTHEST

Box = tuple[int, int, int, int]
"""Left, top, right, bottom."""


class Upright(NamedTuple):
    """The visible part of a page, in hundredths of a point, and by how many quarters it is turned."""

    left: int
    bottom: int
    right: int
    top: int
    quarters: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the upright page."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.quarters % 2 else (width, height)

    def box(self, left: int, bottom: int, right: int, top: int) -> Box:
        """Place of a box; its sides are given in any order."""
        x1, y1 = self.point(left, bottom)
        x2, y2 = self.point(right, top)
        return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)

    def point(self, x: int, y: int) -> tuple[int, int]:
        """Place of a point."""
        match self.quarters:
            case 0:
                return x - self.left, self.top - y
            case 1:
                return y - self.bottom, x - self.left
            case 2:
                return self.right - x, y - self.bottom
            case _:
                return self.top - y, self.right - x


def hundredths(points: Any) -> int:  # noqa: ANN401 (a C float)
    """Give a length as an integer; what lies beyond every page, or is no number, is put at its end."""
    scaled = points * 100
    if -FARTHEST < scaled < FARTHEST:
        nearest: int = round(scaled)
        return nearest
    return FARTHEST if scaled > 0 else -FARTHEST
