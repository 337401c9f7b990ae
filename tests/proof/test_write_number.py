"""Numbers of witnesses: what is written without ≈ is the number itself."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.proof.write_number import written, written_in


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("12", "12"),
        ("3.14155", "3.14155"),
        ("7.41640786499868", "7.41640786499868"),
        ("1/3", "≈0.333333"),
        ("1/3000000000", "≈0.0000000003"),
        ("-1/6", "≈-0.166667"),
        ("0.0000000000000000000001", "≈0.0000000000000000000001"),
    ],
)
def test_it_is_exact_or_marked(number: str, text: str) -> None:
    assert written(Fraction(number)) == text


def test_the_fraction_stands_beside_what_is_only_near() -> None:
    assert written_in(Fraction(100, 3), "%") == "≈33.333333% (= 100/3%)"
    assert written_in(Fraction(25, 2), "次") == "12.5次"
    assert written_in(Fraction(1, 3**60), "次").startswith("≈")


@given(st.fractions())
def test_what_is_not_marked_reads_back(number: Fraction) -> None:
    text = written(number)
    if not text.startswith("≈"):
        assert Fraction(text) == number
    else:
        assert number == 0 or Fraction(text[1:]) != 0


@given(st.integers(-(10**9), 10**9), st.integers(0, 6))
def test_short_ones_are_never_marked(digits: int, places: int) -> None:
    assert Fraction(written(Fraction(digits, 10**places))) == Fraction(digits, 10**places)
