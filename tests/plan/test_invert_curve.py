"""A curve read backwards: what gives so many points, and the nearest of it; on random methods and by hand."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from perfdsl.plan.compile_method import compile_method
from perfdsl.plan.curve import UNDEFINED, Curve, Segment
from perfdsl.plan.find_written import nearest_at_least, nearest_written
from perfdsl.plan.form import ACTUAL, Form, NotACurve, Steps, number
from perfdsl.plan.grain import FINEST, Grain
from perfdsl.plan.invert_curve import (
    EVERYWHERE,
    Highest,
    Nearest,
    Stretch,
    common,
    highest,
    nearest,
    where_at_least,
)
from tests.properties.random_methods import calls, settings_of, sizes

TINY = Fraction(1, 10**15)
many = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
levels = st.one_of(
    st.fractions(min_value=0, max_value=16, max_denominator=40), st.integers(0, 15).map(Fraction)
)
WHOLE = Grain(Fraction(1), 0, 0, EVERYWHERE)
CENTS = Grain(Fraction(1, 100), 2, FINEST, EVERYWHERE)
grains = st.sampled_from([WHOLE, CENTS, Grain(Fraction(10000), 2, FINEST, Stretch((Fraction(0), 0), None))])


@st.composite
def curves(draw) -> Curve:
    call = draw(calls(3))
    try:
        return compile_method(call, draw(settings_of(call)))
    except NotACurve:
        assume(False)
        raise


def gives(curve: Curve, x: Fraction, points: Fraction) -> bool:
    found = curve.points_at(x)
    return found is not None and found >= points


def marks_of(curve: Curve) -> list[Fraction]:
    """Every end of a segment, closely around it, between neighbours, and far out."""
    ends = sorted({segment.high[0] for segment in curve.segments if segment.high is not None})[:30]
    between = [(a + b) / 2 for a, b in pairwise(ends)]
    around = [x for end in ends for x in (end - TINY, end, end + TINY)]
    return [*around, *between, *map(Fraction, (-(10**12), -7, 0, 7, 10**12))]


@many
@given(curves(), levels, st.lists(sizes, max_size=8))
def test_the_set_holds_just_the_actuals_that_give_the_points(curve, points, others) -> None:
    found = where_at_least(curve, points)
    more = where_at_least(curve, points, more=True)
    for x in [*marks_of(curve), *others]:
        assert any(each.holds(x) for each in found) == gives(curve, x, points), x
        got = curve.points_at(x)
        assert any(each.holds(x) for each in more) == (got is not None and got > points), x
    for one, other in pairwise(found):
        assert one.high is not None
        assert other.low is not None
        assert one.high < other.low


@many
@given(curves(), levels, sizes, st.sampled_from([-1, 0, 1]), st.lists(sizes, max_size=8))
def test_nothing_nearer_gives_the_points(curve, points, x, side, others) -> None:
    found = nearest(where_at_least(curve, points), x, side)
    tried = [each for each in [*marks_of(curve), *others, x] if gives(curve, each, points)]
    tried = [each for each in tried if (each - x) * side >= 0]
    if found is None:
        assert not tried
        return
    assert (found.actual - x) * side >= 0
    assert all(abs(each - x) >= abs(found.actual - x) for each in tried)
    if found.reached:
        assert gives(curve, found.actual, points)
    else:
        assert not gives(curve, found.actual, points)
        beside = [found.actual + TINY**3, found.actual - TINY**3]
        assert any(gives(curve, each, points) for each in beside)


@many
@given(curves(), levels, sizes, grains, st.sampled_from([-1, 0, 1]))
def test_what_is_written_gives_the_points_and_no_number_so_short_is_nearer(
    curve, points, x, grain, side
) -> None:
    answer = nearest_at_least(curve, points, x, grain, side)
    if answer is None or answer.written is None:
        return
    written, step = answer.written, grain.unit / 10**grain.places
    assert gives(curve, written, points)
    assert grain.within.holds(written)
    assert abs(answer.exact.actual - x) <= abs(written - x)
    assert (written - x) * side >= 0
    if written == x:
        return
    inward = -1 if written > x else 1
    for count in range(1, 40):
        nearer = written + inward * count * step
        if (nearer - x) * inward >= 0:
            break
        on_grid = (nearer / step).denominator == 1
        assert not on_grid or not gives(curve, nearer, points)


@many
@given(curves())
def test_the_highest_points_are_the_bound_of_what_can_be_reached(curve) -> None:
    most = highest(curve)
    if most is None:
        assert not where_at_least(curve, Fraction(0))
        return
    assert bool(where_at_least(curve, most.points)) == most.reached
    assert not where_at_least(curve, most.points, more=True)
    assert most.points <= 0 or where_at_least(curve, most.points - min(TINY, most.points))
    assert all((curve.points_at(x) or 0) <= most.points for x in marks_of(curve))


def line(*parts: tuple[Fraction | None, int, Form | None]) -> Curve:
    """A curve from its lower cuts and forms."""
    lows = [None if value is None else (value, after) for value, after, _ in parts]
    ends = zip(lows, [*lows[1:], None], parts, strict=True)
    return Curve(tuple(Segment(low, high, form, at) for at, (low, high, (_, _, form)) in enumerate(ends)))


ZERO, TEN = number(Fraction(0)), number(Fraction(10))
SHARE = line((None, 0, ZERO), (Fraction(0), 0, ACTUAL.scaled(Fraction(10, 12))), (Fraction(12), 0, TEN))
"""10 points for 12, less in proportion."""
UP_TO_THREE = line((None, 0, ZERO), (Fraction(0), 0, ACTUAL), (Fraction(3), 0, ZERO))
TENDS_TO_FIVE = Form(Fraction(5), Fraction(1), Fraction(1), Fraction(1))


def test_a_share_is_read_backwards() -> None:
    nine = nearest_at_least(SHARE, Fraction(9), Fraction(3), WHOLE)
    assert nine is not None
    assert nine.exact == Nearest(Fraction(54, 5), reached=True)
    assert nine.written == 11
    assert nearest_at_least(SHARE, Fraction(11), Fraction(3), WHOLE) is None
    assert where_at_least(SHARE, Fraction(9)) == (Stretch((Fraction(54, 5), 0), None),)


def test_a_band_that_is_open_at_its_lower_end() -> None:
    curve = line((None, 0, ZERO), (Fraction(1, 2), 1, TEN))
    found = nearest_at_least(curve, Fraction(5), Fraction(0), CENTS)
    assert found is not None
    assert found.exact == Nearest(Fraction(1, 2), reached=False)
    assert found.written == Fraction(1, 2) + Fraction(1, 10**4)


def test_a_stretch_too_narrow_for_few_decimals() -> None:
    low, high = Fraction(123451, 10**6), Fraction(123459, 10**6)
    curve = line((None, 0, ZERO), (low, 0, TEN), (high, 0, ZERO))
    stretches = where_at_least(curve, Fraction(1))
    assert nearest_written(stretches, Fraction(0), CENTS) == low
    assert nearest_written(stretches, Fraction(1), CENTS) == Fraction(123458, 10**6)
    assert nearest_written(stretches, Fraction(0), WHOLE) is None


def test_a_single_actual_that_no_decimal_writes() -> None:
    third = Fraction(1, 3)
    curve = line((None, 0, ZERO), (third, 0, TEN), (third, 1, ZERO))
    found = nearest_at_least(curve, Fraction(1), Fraction(0), CENTS)
    assert found is not None
    assert found.exact == Nearest(third, reached=True)
    assert found.written is None


def test_steps_are_read_backwards() -> None:
    deduction = Form(Fraction(-2), Fraction(10), Fraction(0), Fraction(1), Steps(Fraction(1, 5), Fraction(0)))
    curve = line((None, 0, TEN), (Fraction(0), 0, deduction), (Fraction(20), 0, ZERO))
    found = nearest_at_least(curve, Fraction(6), Fraction(100), CENTS, -1)
    assert found is not None
    assert found.exact == Nearest(Fraction(15), reached=False)
    assert found.written == 15 - Fraction(1, 10**4)


def test_of_two_as_near_the_upper_is_taken() -> None:
    curve = line((None, 0, TEN), (Fraction(-2), 1, ZERO), (Fraction(2), 0, TEN))
    stretches = where_at_least(curve, Fraction(1))
    assert nearest(stretches, Fraction(0)) == Nearest(Fraction(2), reached=True)
    assert nearest_written(stretches, Fraction(0), WHOLE) == 2
    assert nearest_written(stretches, Fraction(0), WHOLE, -1) == -2
    assert nearest_written(stretches, Fraction(1, 3) - 1, WHOLE) == -2


def test_bounds_of_what_can_be() -> None:
    curve = line((None, 0, TEN), (Fraction(0), 0, ZERO))
    below_zero = Grain(Fraction(1), 0, 0, Stretch((Fraction(0), 0), None))
    assert nearest_at_least(curve, Fraction(5), Fraction(3), below_zero) is None
    assert common([EVERYWHERE], [Stretch((Fraction(1), 1), (Fraction(1), 1))]) == ()


@pytest.mark.parametrize(
    ("curve", "most"),
    [
        (SHARE, Highest(Fraction(10), reached=True)),
        (line((None, 0, None)), None),
        (UP_TO_THREE, Highest(Fraction(3), False)),
        (line((None, 0, ZERO), (Fraction(1), 0, TENDS_TO_FIVE)), Highest(Fraction(5), False)),
    ],
)  # fmt: skip
def test_highest(curve, most) -> None:
    assert highest(curve) == most


def test_undefined_points_are_not_enough() -> None:
    curve = Curve((Segment(None, None, None, UNDEFINED),))
    assert where_at_least(curve, Fraction(0)) == ()
