"""One piece of a curve: a quotient of two linear forms of the actual, or of a whole number of steps of it."""

from __future__ import annotations

from fractions import Fraction
from math import floor, gcd, lcm
from typing import NamedTuple

from perfdsl.diagnostic import Text

MOST_BITS = 2000
"""Size of a coefficient (some 600 digits): numbers of a text have 30, and few of them meet in one form."""


class NotACurve(Exception):  # noqa: N818 — a verdict, not an error: the exact engine evaluates such methods directly
    """A method does not fit into a curve; ``why``, for people."""

    def __init__(self, why: Text) -> None:
        """Say why in both languages."""
        super().__init__(why.en)
        self.why = why


class Steps(NamedTuple):
    """The whole number ``floor(g·x + h)``."""

    g: Fraction
    h: Fraction

    def count(self, x: Fraction) -> int:
        """Count the steps at an actual."""
        return floor(self.g * x + self.h)


class Form(NamedTuple):
    """``(p·x + q) / (r·x + s)``, where x is the actual, or the number of steps where there are ``steps``."""

    p: Fraction
    q: Fraction
    r: Fraction
    s: Fraction
    steps: Steps | None = None

    def at(self, x: Fraction) -> Fraction | None:
        """Value at an actual; None where the denominator is zero."""
        n = x if self.steps is None else Fraction(self.steps.count(x))
        below = self.r * n + self.s
        return None if below == 0 else (self.p * n + self.q) / below

    @property
    def constant(self) -> Fraction | None:
        """The one value that the form has everywhere, if it has only one."""
        if self.p * self.s == self.q * self.r and (self.r or self.s):
            return self.q / self.s if self.s else self.p / self.r
        return None

    def scaled(self, factor: Fraction) -> Form:
        """Multiply by a number."""
        if not factor:
            return number(Fraction(0))
        return Form(self.p * factor, self.q * factor, self.r, self.s, self.steps)

    def inverted(self) -> Form:
        """One divided by the form."""
        return Form(self.r, self.s, self.p, self.q, self.steps)

    @property
    def too_long(self) -> bool:
        """Whether a coefficient has more digits than a curve may."""
        parts = (whole for part in (self.p, self.q, self.r, self.s) for whole in part.as_integer_ratio())
        return any(part.bit_length() > MOST_BITS for part in parts)

    def integers(self) -> tuple[int, int, int, int]:
        """The same quotient with whole coefficients that share no factor."""
        parts = (self.p, self.q, self.r, self.s)
        scale = lcm(*(part.denominator for part in parts))
        whole = [int(part * scale) for part in parts]
        shared = gcd(*whole) or 1
        p, q, r, s = (part // shared for part in whole)
        return p, q, r, s


def number(value: Fraction) -> Form:
    """Make the form of a number."""
    return Form(Fraction(0), value, Fraction(0), Fraction(1))


ACTUAL = Form(Fraction(1), Fraction(0), Fraction(0), Fraction(1))
"""The actual itself."""


def add(one: Form, other: Form) -> Form:
    """Add two forms."""
    a, b = one.constant, other.constant
    if a is not None and b is not None:
        return number(a + b)
    if b is not None:
        return _shift(one, b)
    if a is not None:
        return _shift(other, a)
    if one.steps != other.steps:
        raise NotACurve(Text("两个不同的分段取整相加", "two different step counts are added"))
    factor = _same_denominator(one, other)
    if factor is None:
        raise NotACurve(Text("两个不同的分式相加", "two different quotients are added"))
    return Form(one.p + other.p * factor, one.q + other.q * factor, one.r, one.s, one.steps)


def floored(form: Form) -> Form:
    """Take the whole part, downward."""
    constant = form.constant
    if constant is not None:
        return number(Fraction(floor(constant)))
    if form.r:
        raise NotACurve(Text("对分式取整", "the whole part of a quotient"))
    p, q = form.p / form.s, form.q / form.s
    if form.steps is None:
        return Form(Fraction(1), Fraction(0), Fraction(0), Fraction(1), Steps(p, q))
    if p.denominator != 1:
        raise NotACurve(Text("取整后再取整", "the whole part of a fraction of steps"))
    return Form(p, Fraction(floor(q)), Fraction(0), Fraction(1), form.steps)


def multiply(one: Form, other: Form) -> Form:
    """Multiply two forms."""
    a, b = one.constant, other.constant
    if b is not None:
        return number(a * b) if a is not None else one.scaled(b)
    if a is not None:
        return other.scaled(a)
    if one.steps != other.steps:
        raise NotACurve(Text("两个不同的分段取整相乘", "two different step counts are multiplied"))
    if not one.r and not other.p:
        return Form(one.p * other.q, one.q * other.q, other.r * one.s, other.s * one.s, one.steps)
    if not other.r and not one.p:
        return multiply(other, one)
    if not one.r and other.r and one.p * other.s == one.q * other.r:
        # The numerator cancels the other's denominator but for a factor.
        return Form(other.p, other.q, Fraction(0), Fraction(1), one.steps).scaled(one.p / one.s / other.r)
    if not other.r and one.r and other.p * one.s == other.q * one.r:
        return multiply(other, one)
    raise NotACurve(
        Text("实际值的平方，或两个变量之积", "a square of the actual, or a product of two variables")
    )


def _shift(form: Form, by: Fraction) -> Form:
    return Form(form.p + by * form.r, form.q + by * form.s, form.r, form.s, form.steps)


def _same_denominator(one: Form, other: Form) -> Fraction | None:
    """Factor by which the other's fraction must be widened to get this denominator."""
    if one.r * other.s != one.s * other.r:
        return None
    return one.r / other.r if other.r else one.s / other.s if not one.r else None
