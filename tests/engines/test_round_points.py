"""Rounding of points and of the ends of intervals."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.engines.exact.round_points import add_up, capped, round_band, round_interval, round_within
from perfdsl.exact import round_to
from perfdsl.scheme.rubric_scheme import RoundingStep
from perfdsl.scorecard import Interval

HALF_UP, HALF_EVEN, CUT = (RoundingStep(2, mode) for mode in ("half_up", "half_even", "truncate"))


def interval(low: str, high: str, *, is_open: bool = False) -> Interval:
    return Interval(Fraction(low), Fraction(high), high_open=is_open)


@pytest.mark.parametrize(
    ("before", "step", "after"),
    [
        (interval("9", "12", is_open=True), None, interval("9", "12", is_open=True)),
        (interval("9", "12.005"), HALF_UP, interval("9", "12.01")),
        (interval("9", "12.005", is_open=True), HALF_UP, interval("9", "12")),
        (interval("9", "12.015", is_open=True), HALF_EVEN, interval("9", "12.01")),
        (interval("9", "12", is_open=True), HALF_UP, interval("9", "12")),
        (interval("9", "12", is_open=True), CUT, interval("9", "12", is_open=True)),
        (interval("9", "12.003", is_open=True), CUT, interval("9", "12")),
        (interval("9.004", "9.006"), CUT, interval("9", "9")),
    ],
)
def test_round_interval(before: Interval, step: RoundingStep | None, after: Interval) -> None:
    assert round_interval(before, step) == after


def test_a_band_keeps_what_belongs_to_the_next_level_out() -> None:
    band = interval("9", "12", is_open=True)
    assert round_band(band, HALF_UP) == band
    assert round_within(Fraction("11.999"), band, HALF_UP) == Fraction("11.99")
    assert round_within(Fraction("11.994"), band, HALF_UP) == Fraction("11.99")
    assert round_band(interval("9", "11.999", is_open=True), HALF_UP) == interval("9", "11.99")
    assert round_band(interval("12", "15"), HALF_UP) == interval("12", "15")
    assert round_band(interval("11.995", "11.999", is_open=True), HALF_UP) == interval("11.99", "11.99")
    assert round_band(interval("9", "11.999", is_open=True), None) == interval("9", "11.999", is_open=True)


def test_points_do_not_exceed_a_weight_of_finer_decimals() -> None:
    assert capped(interval("12.35", "12.35"), Fraction("12.345"), HALF_UP) == interval("12.34", "12.34")
    assert capped(interval("0", "12.35"), Fraction("12.345"), HALF_UP) == interval("0", "12.34")
    assert capped(interval("0", "12.34"), Fraction("12.345"), HALF_UP) == interval("0", "12.34")
    assert capped(interval("0", "12.345"), Fraction("12.345"), None) == interval("0", "12.345")


def test_add_up() -> None:
    assert add_up([]) == interval("0", "0")
    assert add_up([interval("1", "2"), interval("3", "5", is_open=True)]) == interval("4", "7", is_open=True)


thousandths = st.integers(0, 30000).map(lambda n: Fraction(n, 1000))


@given(thousandths, thousandths, st.booleans(), st.sampled_from([HALF_UP, HALF_EVEN, CUT]), st.data())
def test_a_rounded_interval_holds_what_was_in_it(one, other, is_open, step, data) -> None:
    low, high = sorted((one, other))
    if low == high:
        return
    rounded = round_interval(Interval(low, high, high_open=is_open), step)
    inside = data.draw(st.fractions(min_value=low, max_value=high, max_denominator=10**6))
    if is_open and inside == high:
        return
    value = round_to(inside, step.places, step.mode)
    assert rounded.low <= value <= rounded.high
    assert value < rounded.high or not rounded.high_open
