"""The score curve: points as a function of one actual, exact, in segments that partition the line."""

from __future__ import annotations

from bisect import bisect_right
from fractions import Fraction
from typing import NamedTuple

from perfdsl.plan.form import Form
from perfdsl.plan.piecewise import Cut

UNDEFINED = -1
"""Index of a case where no case gives a number (a division by zero)."""


class Segment(NamedTuple):
    """Points from a cut to the next: a form, the case that made it, and whether 0 or the weight cut it."""

    low: Cut | None
    high: Cut | None
    form: Form | None
    case: int
    clamped: bool = False


class Curve:
    """Segments in order; they partition the line, which is asserted."""

    __slots__ = ("_highs", "segments")

    def __init__(self, segments: tuple[Segment, ...]) -> None:
        """Take segments from the lowest actual to the highest."""
        lows, highs = [s.low for s in segments], [s.high for s in segments]
        if not segments or lows[0] is not None or highs[-1] is not None or lows[1:] != highs[:-1]:
            raise AssertionError("segments of a curve must partition the line")
        self.segments = segments
        self._highs = [high for high in highs if high is not None]

    def segment_at(self, x: Fraction) -> Segment:
        """Find the segment of an actual."""
        # A cut (v, 0) lies before v itself, so v is already in the segment above it.
        return self.segments[bisect_right(self._highs, (x, 0))]

    def points_at(self, x: Fraction) -> Fraction | None:
        """Give the points of an actual; None where they are undefined."""
        form = self.segment_at(x).form
        return None if form is None else form.at(x)

    def __eq__(self, other: object) -> bool:
        """Curves are equal where their segments are."""
        return isinstance(other, Curve) and self.segments == other.segments

    def __hash__(self) -> int:
        """Agree with equality."""
        return hash(self.segments)

    def __repr__(self) -> str:
        """Show the segments."""
        return f"Curve({self.segments!r})"
