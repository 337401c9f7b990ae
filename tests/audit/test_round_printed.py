"""Printed numbers beside exact ones: rounded, cut off, or computed by a spreadsheet with its noise."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.audit.read_entry import read_number
from perfdsl.audit.round_printed import is_computed, is_rounded, lost_decimals
from perfdsl.exact import show

exact_numbers = st.fractions(0, 10_000, max_denominator=9_999)


@given(exact_numbers, st.integers(0, 6))
def test_a_number_as_people_round_it_is_rounded(exact: Fraction, places: int) -> None:
    printed = read_number(show(exact, places))
    assert printed is not None
    assert is_rounded(printed, exact)


@given(exact_numbers, st.integers(0, 4), st.integers(1, 3))
def test_two_units_of_the_last_decimal_are_too_many(exact: Fraction, places: int, off: int) -> None:
    printed = read_number(show(exact + Fraction(1 + off, 10**places), places))
    assert printed is not None
    assert not is_rounded(printed, exact)


@given(st.fractions(Fraction(1, 10), 1000, max_denominator=9_999), st.integers(-3, 3))
def test_the_noise_of_a_spreadsheet_is_let_pass(exact: Fraction, off: int) -> None:
    """A computed number has 15 digits; the last of them may be off."""
    places = 15 - len(str(int(exact))) if exact >= 1 else 15
    printed = read_number(show(exact + Fraction(off, 10**places), places))
    assert printed is not None
    assert is_computed(printed)
    assert is_rounded(printed, exact)
    assert not is_rounded(printed, exact + Fraction(1, 10**8))


@pytest.mark.parametrize(
    ("printed", "exact", "lost"),
    [
        ("9", "9.3", True), ("9.00", "9.3", True), ("9.00", "9.004", False), ("9", "9.004", False),
        ("10", "9.996", False), ("10", "9.6", True), ("9.3", "9.3", False), ("9", "9", False),
        ("9.000", "9.004", True),
    ],
)  # fmt: skip
def test_what_has_lost_its_decimals(printed: str, exact: str, lost: bool) -> None:
    number = read_number(printed)
    assert number is not None
    assert lost_decimals(number, Fraction(exact)) is lost
