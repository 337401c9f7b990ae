"""A line cut into pieces, each with one form or truth value: what an expression is as the actual varies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from typing import Generic, NamedTuple, TypeVar

from perfdsl.diagnostic import Text
from perfdsl.plan.form import Form, NotACurve

Cut = tuple[Fraction, int]
"""A place between actuals: just before a value (0) or just after it (1)."""

MOST_PIECES = 400
"""Pieces of one curve; a hostile method must not grow without end."""

V = TypeVar("V")
W = TypeVar("W")
R = TypeVar("R")


class Piece(NamedTuple, Generic[V]):
    """A value from a cut to another; None for no end."""

    low: Cut | None
    high: Cut | None
    value: V


Pieces = tuple[Piece[V], ...]


def everywhere(value: V) -> Pieces[V]:
    """Make the line with one value."""
    return (Piece(None, None, value),)


def overlay(
    one: Pieces[V], other: Pieces[W], meet: Callable[[Cut | None, Cut | None, V, W], Iterable[Piece[R]]]
) -> Pieces[R]:
    """Cut the line wherever either is cut, and let ``meet`` give the pieces of each stretch."""
    found: list[Piece[R]] = []
    i = j = 0
    low: Cut | None = None
    while True:
        a, b = one[i], other[j]
        high = _nearer(a.high, b.high)
        found.extend(meet(low, high, a.value, b.value))
        if len(found) > MOST_PIECES:
            raise NotACurve(Text("分段太多", "too many pieces"))
        if high is None:
            return merged(found)
        i += a.high == high
        j += b.high == high
        low = high


def combined(one: Pieces[V], other: Pieces[W], value: Callable[[V, W], R]) -> Pieces[R]:
    """Cut the line wherever either is cut, and give each stretch one value of both."""
    return overlay(one, other, lambda low, high, a, b: (Piece(low, high, value(a, b)),))


def mapped(pieces: Pieces[V], value: Callable[[V], R]) -> Pieces[R]:
    """Change the value of each piece."""
    return merged([Piece(piece.low, piece.high, value(piece.value)) for piece in pieces])


def each(pieces: Pieces[V], change: Callable[[Cut | None, Cut | None, V], Iterable[Piece[R]]]) -> Pieces[R]:
    """Let ``change`` give the pieces of each piece."""
    return merged([made for piece in pieces for made in change(piece.low, piece.high, piece.value)])


def merged(pieces: list[Piece[R]]) -> Pieces[R]:
    """Join neighbours that have the same value."""
    joined: list[Piece[R]] = []
    for piece in pieces:
        if joined and joined[-1].value == piece.value:
            joined[-1] = Piece(joined[-1].low, piece.high, piece.value)
        else:
            joined.append(piece)
    return tuple(joined)


def split_by_sign(
    low: Cut | None, high: Cut | None, form: Form
) -> Iterator[tuple[Cut | None, Cut | None, int]]:
    """Cut a stretch, all over which a form has a value, where its sign (-1, 0 or 1) changes."""
    constant = form.constant
    if constant is not None:
        yield low, high, _sign(constant)
        return
    cuts = sorted({cut for root in _roots(form) for cut in _cuts_at(root, form) if _inside(cut, low, high)})
    ends: list[Cut | None] = [low, *cuts, high]
    for start, end in pairwise(ends):
        value = form.at(sample(start, end))
        if value is None:  # pragma: no cover - division cuts out where its result has no value
            raise NotACurve(Text("除数为零", "a division by zero"))
        yield start, end, _sign(value)


def sample(low: Cut | None, high: Cut | None) -> Fraction:
    """Give an actual inside a stretch: its only one, or one that is not an end."""
    if low is None:
        return Fraction(0) if high is None else high[0] - 1
    if high is None:
        return low[0] + 1
    return low[0] if low[0] == high[0] else (low[0] + high[0]) / 2


def _roots(form: Form) -> list[Fraction]:
    roots = []
    if form.p:
        roots.append(-form.q / form.p)
    if form.r:
        roots.append(-form.s / form.r)
    return roots


def _cuts_at(root: Fraction, form: Form) -> list[Cut]:
    """Cuts around a root: for steps, where their number passes it."""
    if form.steps is None:
        return [(root, 0), (root, 1)]
    g, h = form.steps.g, form.steps.h
    side = 0 if g > 0 else 1
    return [((n - h) / g, side) for n in {ceil(root), floor(root) + 1}]


def _inside(cut: Cut, low: Cut | None, high: Cut | None) -> bool:
    return (low is None or cut > low) and (high is None or cut < high)


def _nearer(one: Cut | None, other: Cut | None) -> Cut | None:
    if one is None:
        return other
    return one if other is None or one < other else other


def _sign(value: Fraction) -> int:
    return (value > 0) - (value < 0)
