"""Ends, slopes, falls and jumps of curves, steps included, against points very near to them."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from perfdsl.plan.curve import Curve, Segment
from perfdsl.plan.form import Form, Steps, number
from perfdsl.proof.read_curve import end_of, first_fall, jump_at, slope, start_of, stretch

TINY = Fraction(1, 10**12)
ONE = Fraction(1)
small = st.fractions(min_value=-3, max_value=3, max_denominator=6)
nonzero = small.filter(bool)


@given(nonzero, small, small, small, st.booleans())
def test_the_end_of_a_flight_of_steps(g, h, low, width, included) -> None:
    form = Form(ONE, Fraction(0), Fraction(0), ONE, Steps(g, h))
    high = low + abs(width) + 1
    segment = Segment((low, 0 if included else 1), (high, 1 if included else 0), form, 0)
    assert end_of(segment) == form.at(high if included else high - TINY)
    assert start_of(segment) == form.at(low if included else low + TINY)


@given(small, small, small, small)
def test_the_slope_is_that_of_two_points(p, q, r, s) -> None:
    form = Form(p, q, r, s)
    one, other = form.at(Fraction(100)), form.at(Fraction(101))
    if one is None or other is None or (r and -s / r > 99):
        return
    assert slope(form) == (other > one) - (other < one)


def line(points: list[tuple[int, int]]) -> Curve:
    """A curve of level stretches: value up to and without each mark."""
    segments, low = [], None
    for mark, value in points[:-1]:
        segments.append(Segment(low, (Fraction(mark), 0), number(Fraction(value)), 0))
        low = (Fraction(mark), 0)
    return Curve((*segments, Segment(low, None, number(Fraction(points[-1][1])), 0)))


def test_a_fall_is_found_in_the_direction_that_is_better() -> None:
    curve = line([(1, 0), (2, 5), (0, 3)])
    fall = first_fall(list(curve.segments), 1)
    assert fall is not None
    assert (end_of(fall.worse), start_of(fall.better)) == (5, 3)
    fall = first_fall(list(curve.segments), -1)
    assert fall is not None
    assert (start_of(fall.worse), end_of(fall.better)) == (5, 0)


def test_no_fall_within_a_stretch() -> None:
    curve = line([(1, 0), (2, 5), (0, 3)])
    assert first_fall(stretch(curve, None, (Fraction(2), 0)), 1) is None
    assert (
        first_fall(stretch(curve, (Fraction(1), 0), None), -1)
        is None
        is not first_fall(stretch(curve, (Fraction(1), 0), None), 1)
    )


def test_a_jump_has_a_size() -> None:
    curve = line([(1, 0), (2, 5), (0, 3)])
    assert [jump_at(curve, Fraction(x)) for x in (1, 2, 3)] == [5, 2, 0]


@given(small, small)
def test_a_stretch_holds_what_it_should(low, high) -> None:
    curve = line([(-1, 0), (1, 5), (0, 3)])
    if low > high:
        return
    pieces = stretch(curve, (low, 0), (high, 1))
    assert (pieces[0].low, pieces[-1].high) == ((low, 0), (high, 1))
    assert [one.high for one in pieces[:-1]] == [other.low for other in pieces[1:]]
