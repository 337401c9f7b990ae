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


def sloped(*pieces: tuple[int, int, int]) -> list[Segment]:
    """Segments of one unit each from 0 on: rise, value at 0, and case."""
    return [
        Segment(
            (Fraction(at), 0), (Fraction(at + 1), 0), Form(Fraction(p), Fraction(q), Fraction(0), ONE), case
        )
        for at, (p, q, case) in enumerate(pieces)
    ]


def test_a_fall_between_stretches_that_rise_themselves() -> None:
    segments = sloped((2, 0, 0), (1, 0, 1))  # 0 to 2, then 1 to 2
    assert first_fall(segments, 1) == (segments[0], segments[1])
    assert first_fall(sloped((2, 0, 0), (1, 1, 1)), 1) is None  # 0 to 2, then 2 to 3
    mirrored = sloped((-1, 3, 0), (-1, 5, 1))  # less is better: 3 to 2, then 4 to 3
    assert first_fall(mirrored, -1) == (mirrored[1], mirrored[0])
    assert first_fall(sloped((-1, 3, 0), (-1, 3, 1)), -1) is None


def test_a_fall_within_a_stretch() -> None:
    (down,), (up,), (flat,) = sloped((-1, 3, 0)), sloped((1, 3, 0)), sloped((0, 3, 0))
    assert [first_fall([each], 1) for each in (down, up, flat)] == [(down, down), None, None]
    assert [first_fall([each], -1) for each in (down, up, flat)] == [None, (up, up), None]


def test_what_points_come_to_far_out() -> None:
    near, beyond = (Fraction(1), 0), Form(Fraction(3), ONE, Fraction(2), Fraction(7))
    assert (
        end_of(Segment(near, None, beyond, 0)) == start_of(Segment(None, near, beyond, 0)) == Fraction(3, 2)
    )
    assert end_of(Segment(near, None, number(Fraction(5)), 0)) == 5
    assert end_of(Segment(near, None, Form(ONE, ONE, Fraction(0), ONE), 0)) is None
    assert end_of(Segment(near, None, None, 0)) is None


def test_a_jump_between_stretches_that_slope() -> None:
    curve = Curve(
        (
            Segment(None, (Fraction(0), 0), number(Fraction(0)), 0),
            *sloped((2, 0, 0), (1, 3, 1)),  # 0 to 2, then 4 to 5
            Segment((Fraction(2), 0), None, None, 2),
        )
    )
    assert [jump_at(curve, Fraction(x)) for x in ("0", "1/2", "1", "2", "3")] == [0, 0, 2, 0, 0]
