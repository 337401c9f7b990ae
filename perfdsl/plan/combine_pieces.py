"""Arithmetic, comparison and choice of pieces: what holds of two forms, stretch by stretch.

Where a side is undefined (None, after a division by zero) so is the result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any

from perfdsl.plan.form import Form, add, floored, multiply
from perfdsl.plan.piecewise import Cut, Piece, Pieces, combined, mapped, overlay, split_by_sign

Value = Form | bool | None
"""A number, a truth value, or undefined."""

TESTS: dict[str, Callable[[int], bool]] = {
    ">=": lambda sign: sign >= 0,
    "<=": lambda sign: sign <= 0,
    ">": lambda sign: sign > 0,
    "<": lambda sign: sign < 0,
    "=": lambda sign: sign == 0,
}


def added(left: Pieces[Any], right: Pieces[Any]) -> Pieces[Any]:
    """Add."""
    return combined(left, right, lambda a, b: None if a is None or b is None else add(a, b))


def multiplied(left: Pieces[Any], right: Pieces[Any]) -> Pieces[Any]:
    """Multiply."""
    return combined(left, right, lambda a, b: None if a is None or b is None else multiply(a, b))


def negative(pieces: Pieces[Any]) -> Pieces[Any]:
    """Turn the sign."""
    return mapped(pieces, lambda value: None if value is None else value.scaled(Fraction(-1)))


def whole(pieces: Pieces[Any]) -> Pieces[Any]:
    """Take the whole part, downward."""
    return mapped(pieces, lambda value: None if value is None else floored(value))


def divided(left: Pieces[Any], right: Pieces[Any]) -> Pieces[Any]:
    """Divide; where the right side is zero the result is undefined."""

    def meet(low: Cut | None, high: Cut | None, a: Value, b: Value) -> Iterator[Piece[Value]]:
        if not isinstance(a, Form) or not isinstance(b, Form):
            yield Piece(low, high, None)
            return
        for start, end, sign in split_by_sign(low, high, b):
            yield Piece(start, end, multiply(a, b.inverted()) if sign else None)

    return overlay(left, right, meet)


def compared(left: Pieces[Any], right: Pieces[Any], op: str) -> Pieces[Any]:
    """Pieces of truth: where the left side stands so to the right."""
    test = TESTS[op]
    return by_difference(left, right, lambda sign, _a, _b: test(sign))


def extreme(left: Pieces[Any], right: Pieces[Any], direction: int) -> Pieces[Any]:
    """Give the greater (1) or the smaller (-1) of two sides."""
    return by_difference(left, right, lambda sign, a, b: a if sign * direction >= 0 else b)


def by_difference(
    left: Pieces[Any], right: Pieces[Any], choose: Callable[[int, Form, Form], Value]
) -> Pieces[Any]:
    """Cut where the two sides cross, and choose a value by the sign of their difference."""

    def meet(low: Cut | None, high: Cut | None, a: Value, b: Value) -> Iterator[Piece[Value]]:
        if not isinstance(a, Form) or not isinstance(b, Form):
            yield Piece(low, high, None)
            return
        for start, end, sign in split_by_sign(low, high, add(a, b.scaled(Fraction(-1)))):
            yield Piece(start, end, choose(sign, a, b))

    return overlay(left, right, meet)


def chosen_by(truth: Pieces[Any], yes: Pieces[Any], no: Pieces[Any]) -> Pieces[Any]:
    """Take one side where a condition holds and the other where it does not."""
    pairs = combined(yes, no, lambda a, b: (a, b))
    return combined(truth, pairs, lambda t, pair: None if t is None else pair[0] if t else pair[1])
