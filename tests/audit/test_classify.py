from __future__ import annotations

from fractions import Fraction
from typing import get_args

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from perfdsl.audit.classify import Given, classify
from perfdsl.audit.difference import Comparable
from perfdsl.audit.published import Points
from perfdsl.audit.read_points import read_points
from perfdsl.exact import round_to

KINDS = set(get_args(Comparable))
TEN = Fraction(10)


def points(text: str) -> Points:
    found = read_points(text)
    assert found is not None
    return found


def missed(exact: str, given_points: str = "") -> Given:
    return Given(Fraction(exact), Fraction(given_points or exact), met=False)


MET = Given(TEN, TEN, met=True)


@pytest.mark.parametrize(
    ("given_", "awarded", "kind"),
    [
        (MET, "10", "equal"),
        (MET, "9.99", "met_but_deducted"),
        (MET, "0", "met_but_deducted"),
        (MET, "11", "above"),
        (missed("9.8"), "9.8", "equal"),
        (missed("2/3", "0.67"), "0.67", "equal"),  # what the rubric's own rounding gives
        (missed("9.8"), "10", "missed_but_full"),  # and not rounded: it was not met
        (missed("9.8"), "9", "truncated"),
        (missed("8.8"), "9", "rounded"),
        (missed("8.5"), "9", "rounded"),  # half goes up
        (missed("8.5"), "8", "truncated"),
        (missed("8.2"), "8", "rounded"),  # rounding and cutting agree: it is called rounded
        (missed("8.125", "8.13"), "8.1", "rounded"),
        (missed("8.166", "8.17"), "8.1", "truncated"),
        (missed("8.8"), "9.0", "rounded"),  # to a whole, however many decimals are printed
        (missed("8.8"), "9.1", "above"),
        (missed("8.8"), "11", "above"),
        (missed("8.8"), "7", "below"),
        (missed("0"), "10", "missed_but_full"),
        (Given(Fraction(8), Fraction(8), met=True), "8", "equal"),  # met, and the method takes off by itself
        (Given(Fraction(8), Fraction(8), met=True), "10", "above"),
        (Given(Fraction(8), Fraction(8), met=True), "7", "below"),
        (Given(TEN, TEN, met=False), "10", "equal"),  # past an “=” that counts as at least
        (Given(TEN, TEN, met=False), "9", "below"),
    ],
)
def test_each_class(given_: Given, awarded: str, kind: str) -> None:
    assert classify(given_, points(awarded), TEN) == kind


exacts = st.fractions(0, 10, max_denominator=997)
awards = st.builds(
    lambda cents, places: Points(round_to(Fraction(cents, 100), places, "half_up"), places),
    st.integers(0, 1200),
    st.integers(0, 2),
)


@given(exacts, awards, st.booleans())
def test_exactly_one_class(exact: Fraction, awarded: Points, met: bool) -> None:
    exact = TEN if met else exact
    kind = classify(Given(exact, round_to(exact, 2, "half_up"), met), awarded, TEN)
    assert kind in KINDS
    if kind in {"above", "below"}:
        assert (awarded.value > exact) == (kind == "above")
    if kind == "met_but_deducted":
        assert met
        assert awarded.value < TEN
    if kind == "missed_but_full":
        assert not met
        assert awarded.value == TEN


@given(exacts, st.integers(0, 1))
def test_what_was_rounded_is_called_so(exact: Fraction, places: int) -> None:
    """Unless rounding changes nothing, or makes full points of less."""
    awarded = Points(round_to(exact, places, "half_up"), places)
    own = round_to(exact, 2, "half_up")
    assume(awarded.value not in {exact, own, TEN})
    assert classify(Given(exact, own, met=False), awarded, TEN) == "rounded"


@given(exacts, st.integers(0, 1))
def test_what_was_cut_off_is_called_so(exact: Fraction, places: int) -> None:
    awarded = Points(round_to(exact, places, "truncate"), places)
    own = round_to(exact, 2, "half_up")
    rounded = {round_to(exact, at, "half_up") for at in (places, 0)}
    assume(awarded.value not in {exact, own} | rounded)
    assert classify(Given(exact, own, met=False), awarded, TEN) == "truncated"


@given(exacts, st.fractions(Fraction(1), 5))
def test_a_whole_point_off_is_neither_rounded_nor_cut(exact: Fraction, off: Fraction) -> None:
    above, below = Points(exact + off, 2), Points(exact - off, 2)
    given_ = Given(exact, exact, met=False)
    assert classify(given_, above, TEN + 100) == "above"
    assert classify(given_, below, TEN + 100) == "below"


@given(exacts, awards)
def test_full_points_for_what_is_missed(exact: Fraction, awarded: Points) -> None:
    assume(exact < TEN)
    own = round_to(exact, 2, "truncate")
    kind = classify(Given(exact, own, met=False), awarded._replace(value=TEN), TEN)
    assert kind == "missed_but_full"
