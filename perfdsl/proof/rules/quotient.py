"""Quotients of sums: what an amount of a rule is under a guard, and how two are joined and compared."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from perfdsl.proof.rules.formula import (
    NOT_LINEAR,
    Formula,
    Inequality,
    Linear,
    all_of,
    compared,
    number,
    variable,
)

ZERO = number(0)


class Choice(NamedTuple):
    """What an amount is under a guard: a sum over a sum that is above zero."""

    guard: tuple[Formula, ...]
    top: Linear
    bottom: Linear = number(1)

    @property
    def is_linear(self) -> bool:
        """Whether it could be written so."""
        return self.bottom != ZERO


def comparison(one: Choice, sign: str, other: Choice) -> Formula:
    """Compare two amounts where both guards hold; bottoms are above zero.

    Where the comparison is not linear it may turn out either way: what is proved then holds all the same.
    """
    left, right = _times(one.top, other.bottom), _times(other.top, one.bottom)
    if one.bottom == other.bottom:
        left, right = one.top, other.top
    if left is None or right is None:
        return all_of((*one.guard, *other.guard, _EITHER_WAY))
    return all_of((*one.guard, *other.guard, compared(left, sign, right)))


def joined(one: Choice, op: str, other: Choice) -> Iterator[Choice]:
    """Add, subtract, multiply or divide; a divisor is above or below zero."""
    guard = (*one.guard, *other.guard)
    match op:
        case "+" | "-":
            sign = Fraction(1 if op == "+" else -1)
            if one.bottom == other.bottom:
                yield Choice(guard, one.top.plus(other.top.times(sign)), one.bottom)
                return
            left, right = _times(one.top, other.bottom), _times(other.top, one.bottom)
            whole = None if left is None or right is None else left.plus(right.times(sign))
            yield _made(guard, whole, _times(one.bottom, other.bottom))
        case "*":
            yield _made(guard, _times(one.top, other.top), _times(one.bottom, other.bottom))
        case _:
            for sign in (Fraction(1), Fraction(-1)):
                divisor = other.top.times(sign)
                if not divisor.fixed or divisor.constant > 0:
                    positive = compared(ZERO, "<", divisor)
                    top = _times(one.top.times(sign), other.bottom)
                    yield _made((*guard, positive), top, _times(one.bottom, divisor))


def _times(one: Linear, other: Linear) -> Linear | None:
    if one.fixed:
        return other.times(one.constant)
    return one.times(other.constant) if other.fixed else None


def _made(guard: tuple[Formula, ...], top: Linear | None, bottom: Linear | None) -> Choice:
    if top is None or bottom is None:
        return Choice(guard, ZERO, ZERO)
    return Choice(guard, top, bottom)


_EITHER_WAY = Inequality(variable(NOT_LINEAR), "=")
NOTHING = Choice((), ZERO)
