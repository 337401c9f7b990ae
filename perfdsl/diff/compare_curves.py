"""Two methods of one line as curves: for which actuals the new points are higher, and for which lower."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from perfdsl.diff.apart import Apart
from perfdsl.diff.curve_change import CurveChange, Stretch
from perfdsl.diff.find_signs import find_signs
from perfdsl.plan.curve import Curve
from perfdsl.plan.form import Form, NotACurve
from perfdsl.plan.piecewise import Cut, Piece, Pieces, combined, sample
from perfdsl.plan.plan import MethodPlan
from perfdsl.scheme.known_units import BOOL
from perfdsl.scheme.scheme import Aim
from perfdsl.units import Unit, can_be_negative

MOST_DECIMALS = 6
"""Decimals up to which a rounder witness is looked for."""

Curves = tuple[tuple[bool | None, Curve], ...]
Asked = tuple[tuple[Cut | None, Cut | None], ...]
"""Stretches of actuals that can be."""

Both = tuple[Form | None, Form | None]


class Weighed(NamedTuple):
    """The method of a line and its weight."""

    method: MethodPlan
    weight: Fraction


def compare_curves(old: Weighed, new: Weighed, aim: Aim, *, from_zero: bool = False) -> CurveChange | None:
    """Compare the points of every actual; None where a side has no curve, or no weight.

    Shares of the weight are compared where the weights differ. Below zero nothing is compared where the unit
    of the target cannot be negative, or where ``from_zero`` says so; of a state only its two values are.
    """
    if not (old.method.curves and new.method.curves and old.weight and new.weight):
        return None
    asked = _asked(aim, from_zero=from_zero or not can_be_negative(aim.unit))
    unit = BOOL if aim.op == "is" else aim.unit
    return _compare(old.method.curves, new.method.curves, (old.weight, new.weight), asked, unit)


@lru_cache(maxsize=4096)
def _compare(
    old: Curves, new: Curves, weights: tuple[Fraction, Fraction], asked: Asked, unit: Unit
) -> CurveChange:
    """Compare curves; the same two are met again in many projects, and are then not compared anew."""
    shares = weights[0] != weights[1]
    factors = (1 / weights[0], 1 / weights[1]) if shares else (Fraction(1), Fraction(1))
    change = CurveChange(unit, shares=shares)
    for finished in _states(old, new):
        one, other = _pieces(old, finished, factors[0]), _pieces(new, finished, factors[1])
        try:
            together: Pieces[Both] = combined(one, other, lambda a, b: (a, b))
        except NotACurve:
            return change._replace(unclear=True)
        for low, high in asked:
            for piece in _between(together, low, high):
                change = _with_piece(change, piece, finished)
    return change


def _asked(aim: Aim, *, from_zero: bool) -> Asked:
    no, yes = Fraction(0), Fraction(1)
    if aim.op == "is":
        return ((no, 0), (no, 1)), ((yes, 0), (yes, 1))
    return (((no, 0) if from_zero else None, None),)


def _between(pieces: Pieces[Both], start: Cut | None, end: Cut | None) -> Iterator[Piece[Both]]:
    for low, high, value in pieces:
        first = low if start is None or (low is not None and low > start) else start
        last = high if end is None or (high is not None and high < end) else end
        if first is None or last is None or first < last:
            yield Piece(first, last, value)


def _states(old: Curves, new: Curves) -> tuple[bool | None, ...]:
    """States of 已完成 that either method asks about; only None where neither does."""
    asks = any(state is not None for curves in (old, new) for state, _ in curves)
    return (False, True) if asks else (None,)


def _pieces(curves: Curves, finished: bool | None, factor: Fraction) -> Pieces[Form | None]:
    known = dict(curves)
    curve = known[finished] if finished in known else known[None]
    return tuple(Piece(low, high, form and form.scaled(factor)) for low, high, form, _, _ in curve.segments)


def _with_piece(change: CurveChange, piece: Piece[Both], finished: bool | None) -> CurveChange:
    """Take in one stretch, in one state of 已完成."""
    old, new = piece.value
    if old is None or new is None:
        return change if old is new else change._replace(unclear=True)
    apart = Apart(old, new, piece.low, piece.high)
    try:
        signs = find_signs(apart)
    except NotACurve:
        return change._replace(unclear=True)
    for sign, found in signs.items():
        x = _rounder(apart, sign, found, change.unit)
        stretch = Stretch(piece.low, piece.high, x, old.at(x), new.at(x), finished)
        if sign > 0:
            change = change._replace(higher=_joined(change.higher, stretch))
        else:
            change = change._replace(lower=_joined(change.lower, stretch))
    return change


def _joined(known: Stretch | None, other: Stretch) -> Stretch:
    """Let a stretch reach on to another; the more telling of both witnesses stays."""
    if known is None or known.finished != other.finished:
        return known or other
    telling = other if _distance(other) > _distance(known) else known
    return telling._replace(low=known.low, high=other.high)


def _distance(stretch: Stretch) -> Fraction:
    return abs((stretch.new or Fraction(0)) - (stretch.old or Fraction(0)))


def _rounder(apart: Apart, sign: int, x: Fraction, unit: Unit) -> Fraction:
    """Give an actual near a witness that is one too, with few decimals in the unit that people read."""
    middle = sample(apart.low, apart.high)
    for near in (middle * 3 / 2 if apart.high is None else middle, x):
        for decimals in range(MOST_DECIMALS + 1):
            scale = Fraction(10**decimals) / unit.factor
            round_one = Fraction(round(near * scale)) / scale
            if apart.holds(round_one) and apart.sign(round_one) == sign:
                return round_one
    return x
