"""Curves: segments that partition the line, and forms that give points."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

from perfdsl.plan.curve import UNDEFINED, Curve, Segment
from perfdsl.plan.form import ACTUAL, Form, NotACurve, Steps, add, floored, multiply, number
from perfdsl.plan.piecewise import MOST_PIECES, Piece, everywhere, merged, overlay, sample

ONE = number(Fraction(1))


def test_segments_must_partition_the_line() -> None:
    whole = Segment(None, None, ONE, 0)
    assert Curve((whole,)).points_at(Fraction(5)) == 1
    left, right = (
        Segment(None, (Fraction(5), 0), number(Fraction(0)), 0),
        Segment((Fraction(5), 0), None, ONE, 1),
    )
    curve = Curve((left, right))
    assert [curve.points_at(Fraction(n)) for n in (4, 5, 6)] == [0, 1, 1]
    for wrong in ((), (left,), (right,), (right, left), (left, left, right)):
        with pytest.raises(AssertionError, match="partition"):
            Curve(wrong)


def test_curves_are_equal_where_their_segments_are() -> None:
    one, other = Curve((Segment(None, None, ONE, 0),)), Curve((Segment(None, None, ONE, 0),))
    assert one == other
    assert hash(one) == hash(other)
    assert one != Curve((Segment(None, None, None, UNDEFINED),))
    assert one != "curve"
    assert "Segment" in repr(one)


def test_undefined_points() -> None:
    assert Curve((Segment(None, None, None, UNDEFINED),)).points_at(Fraction(1)) is None
    assert Form(Fraction(1), Fraction(0), Fraction(1), Fraction(-1)).at(Fraction(1)) is None


def test_forms() -> None:
    half = ACTUAL.scaled(Fraction(1, 2))
    assert half.at(Fraction(3)) == Fraction(3, 2)
    assert ACTUAL.scaled(Fraction(0)) == number(Fraction(0))
    assert ACTUAL.inverted().at(Fraction(4)) == Fraction(1, 4)
    assert Form(Fraction(1, 2), Fraction(1, 3), Fraction(0), Fraction(1)).integers() == (3, 2, 0, 6)
    assert number(Fraction(0)).integers() == (0, 0, 0, 1)
    assert Form(Fraction(2), Fraction(0), Fraction(4), Fraction(0)).constant == Fraction(1, 2)
    assert Form(Fraction(2), Fraction(4), Fraction(1), Fraction(2)).constant == 2


def test_sums() -> None:
    assert add(ACTUAL, number(Fraction(2))).at(Fraction(3)) == 5
    assert add(number(Fraction(2)), ACTUAL).at(Fraction(3)) == 5
    quotient = Form(Fraction(1), Fraction(0), Fraction(1), Fraction(1))
    doubled = Form(Fraction(2), Fraction(0), Fraction(2), Fraction(2))
    assert add(quotient, doubled).at(Fraction(1)) == 1
    assert add(ACTUAL, Form(Fraction(1), Fraction(0), Fraction(0), Fraction(2))).at(Fraction(2)) == 3


def test_products() -> None:
    over = Form(Fraction(0), Fraction(1), Fraction(1), Fraction(1))
    assert multiply(ACTUAL, number(Fraction(3))).at(Fraction(2)) == 6
    assert multiply(number(Fraction(3)), ACTUAL).at(Fraction(2)) == 6
    assert multiply(ACTUAL, over).at(Fraction(1)) == Fraction(1, 2)
    assert multiply(over, ACTUAL).at(Fraction(1)) == Fraction(1, 2)
    shifted = Form(Fraction(2), Fraction(2), Fraction(0), Fraction(1))
    mixed = Form(Fraction(1), Fraction(5), Fraction(1), Fraction(1))
    assert multiply(shifted, mixed).at(Fraction(3)) == 16
    assert multiply(mixed, shifted).at(Fraction(3)) == 16


STEPS = floored(ACTUAL)
OTHER_STEPS = floored(ACTUAL.scaled(Fraction(1, 2)))
QUOTIENT = Form(Fraction(1), Fraction(0), Fraction(1), Fraction(1))


@pytest.mark.parametrize(
    "combine",
    [
        lambda: add(STEPS, OTHER_STEPS),
        lambda: add(QUOTIENT, Form(Fraction(1), Fraction(0), Fraction(1), Fraction(2))),
        lambda: add(QUOTIENT, ACTUAL),
        lambda: add(ACTUAL, QUOTIENT),
        lambda: multiply(ACTUAL, ACTUAL),
        lambda: multiply(STEPS, OTHER_STEPS),
        lambda: multiply(QUOTIENT, QUOTIENT),
        lambda: floored(QUOTIENT),
        lambda: floored(STEPS.scaled(Fraction(1, 2))),
    ],
)
def test_what_is_no_form(combine) -> None:
    with pytest.raises(NotACurve):
        combine()


def test_whole_parts() -> None:
    assert Form(Fraction(1), Fraction(0), Fraction(0), Fraction(1), Steps(Fraction(1), Fraction(0))) == STEPS
    assert STEPS.at(Fraction(-1, 2)) == -1
    assert floored(number(Fraction(7, 2))) == number(Fraction(3))
    again = floored(add(STEPS.scaled(Fraction(2)), number(Fraction(1, 2))))
    assert again.at(Fraction(7, 2)) == 6


def test_pieces() -> None:
    low, high = (Fraction(1), 0), (Fraction(1), 1)
    assert sample(None, None) == 0
    assert sample(None, low) < 1 < sample(high, None)
    assert sample(low, high) == 1
    assert 1 < sample(high, (Fraction(2), 0)) < 2
    assert merged([Piece(None, low, 1), Piece(low, None, 1)]) == everywhere(1)


def test_too_many_pieces() -> None:
    cuts = [(Fraction(n), 0) for n in range(MOST_PIECES + 5)]
    ends = [None, *cuts, None]
    many = tuple(Piece(a, b, n) for n, (a, b) in enumerate(pairwise(ends)))
    with pytest.raises(NotACurve, match="too many pieces"):
        overlay(many, everywhere(0), lambda low, high, a, b: (Piece(low, high, (a, b)),))
