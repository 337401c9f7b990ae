"""Reads a score curve backwards, exactly: which actuals give so many points, and which of them is nearest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from math import ceil
from typing import Literal, NamedTuple

from perfdsl.plan.curve import Curve, Segment
from perfdsl.plan.form import Form, add, number
from perfdsl.plan.piecewise import Cut, Piece, merged, split_by_sign

Side = Literal[-1, 0, 1]
"""Where to look from an actual: below it, on either side, or above it."""


class Stretch(NamedTuple):
    """Actuals from a cut to another; None: without end. A cut says whether the end itself belongs to it."""

    low: Cut | None
    high: Cut | None

    def holds(self, x: Fraction) -> bool:
        """Whether an actual lies in it."""
        return (self.low is None or self.low <= (x, 0)) and (self.high is None or self.high > (x, 0))


Stretches = tuple[Stretch, ...]
"""A set of actuals: stretches in order that neither overlap nor touch."""

EVERYWHERE = Stretch(None, None)
NOT_NEGATIVE = Stretch((Fraction(0), 0), None)


class Nearest(NamedTuple):
    """The end of the actuals that serve. ``reached``: it serves itself; else only what lies beyond it."""

    actual: Fraction
    reached: bool


class Highest(NamedTuple):
    """The most points that a curve gives. ``reached``: some actual gives them, else it only comes close."""

    points: Fraction
    reached: bool


def where_at_least(curve: Curve, points: Fraction, *, more: bool = False) -> Stretches:
    """Give all actuals (in the curve's units) that give at least so many points, or with ``more`` more."""
    least = 1 if more else 0
    pieces = [
        Piece(low, high, sign >= least)
        for segment in curve.segments
        for low, high, sign in _signs(segment, points)
    ]
    return tuple(Stretch(piece.low, piece.high) for piece in merged(pieces) if piece.value)


def _signs(segment: Segment, points: Fraction) -> Iterator[tuple[Cut | None, Cut | None, int]]:
    """Cut a segment where it crosses so many points; -1 stands also for undefined."""
    if segment.form is None:
        yield segment.low, segment.high, -1
        return
    yield from split_by_sign(segment.low, segment.high, add(segment.form, number(-points)))


def common(one: Iterable[Stretch], other: Iterable[Stretch]) -> Stretches:
    """Give the actuals that two sets share."""
    others = tuple(other)
    met = (Stretch(_later(a.low, b.low), _earlier(a.high, b.high)) for a in one for b in others)
    return tuple(each for each in met if each.low is None or each.high is None or each.low < each.high)


def _later(one: Cut | None, other: Cut | None) -> Cut | None:
    return other if one is None else one if other is None else max(one, other)


def _earlier(one: Cut | None, other: Cut | None) -> Cut | None:
    return other if one is None else one if other is None else min(one, other)


def nearest(stretches: Stretches, x: Fraction, side: Side = 0) -> Nearest | None:
    """Give the actual nearest to ``x`` on a side, itself included; of two as near the upper one."""
    below = _below(stretches, x) if side <= 0 else None
    above = _above(stretches, x) if side >= 0 else None
    if below is None or above is None:
        return above or below
    return above if above.actual - x <= x - below.actual else below


def _above(stretches: Stretches, x: Fraction) -> Nearest | None:
    for each in stretches:
        if each.holds(x):
            return Nearest(x, reached=True)
        if each.low is not None and each.low > (x, 0):
            return Nearest(each.low[0], reached=each.low[1] == 0)
    return None


def _below(stretches: Stretches, x: Fraction) -> Nearest | None:
    for each in reversed(stretches):
        if each.holds(x):
            return Nearest(x, reached=True)
        if each.high is not None and each.high <= (x, 0):
            return Nearest(each.high[0], reached=each.high[1] == 1)
    return None


def highest(curve: Curve) -> Highest | None:
    """Give the most points of a curve; None where it gives none at all."""
    found = [most for segment in curve.segments for most in _ends(segment)]
    return max(found, default=None)


def _ends(segment: Segment) -> Iterator[Highest]:
    """Points at both ends of a segment; between them a form only rises or only falls."""
    form = segment.form
    if form is None:
        return
    if form.constant is not None:
        yield Highest(form.constant, reached=True)
        return
    yield from (_at_end(form, segment, upper=upper) for upper in (False, True))


def _at_end(form: Form, segment: Segment, *, upper: bool) -> Highest:
    cut = segment.high if upper else segment.low
    if cut is None:
        # Points are bounded, so a form that goes on without end is a quotient that tends to p/r.
        return Highest(form.p / form.r, reached=False)
    x, after = cut
    single = segment.low is not None and segment.high is not None and segment.low[0] == segment.high[0]
    inside = single or bool(after) == upper
    if form.steps is None or inside:
        points = form.at(x)
        assert points is not None  # noqa: S101 — a segment has points up to its ends
        return Highest(points, reached=inside)
    # The count of steps beside x: it has jumped at x on one side, and is there on the other.
    here = form.steps.g * x + form.steps.h
    rises = (form.steps.g > 0) == upper
    count = Fraction(ceil(here) - 1) if rises else Fraction(form.steps.count(x))
    return Highest((form.p * count + form.q) / (form.r * count + form.s), reached=True)
