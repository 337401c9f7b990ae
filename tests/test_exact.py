"""Exact numerals: reading, rounding and writing."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.exact import (
    MOST_DIGITS,
    decimals_needed,
    numeral_problem,
    read_numeral,
    round_to,
    show,
    show_trimmed,
)

PYTHON_MODES = {"half_up": ROUND_HALF_UP, "half_even": ROUND_HALF_EVEN, "truncate": ROUND_DOWN}


@pytest.mark.parametrize(
    ("text", "value"),
    [("0", "0"), ("10.50", "10.50"), ("+5", "5"), ("-5", "-5"), ("1,234.5", "1234.5"), ("1,234,567", "1234567"),
     ("007", "7"), ("0" * 34 + "1", "1"), ("9" * MOST_DIGITS, "9" * MOST_DIGITS)],
)  # fmt: skip
def test_numerals_keep_their_zeros(text, value):
    assert str(read_numeral(text)) == value
    assert numeral_problem(text) == ""


@pytest.mark.parametrize(
    "text",
    ["", "12,34", ",123", "1,2345", "1234,567", "1.", ".5", "1e5", "NaN", "Infinity", "１２", "1 2", "--1", "1_000",
     "x" * 100, "1\n", "٣"],
)  # fmt: skip
def test_what_is_no_numeral(text):
    assert numeral_problem(text) == "not_a_numeral"
    assert read_numeral(text) is None


@pytest.mark.parametrize("text", ["1" * (MOST_DIGITS + 1), "0." + "0" * MOST_DIGITS + "1", "1" * 100_000])
def test_too_long_is_told_apart(text):
    assert numeral_problem(text) == "too_long"
    assert read_numeral(text) is None


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6), st.integers(0, 5),
       st.sampled_from(["half_up", "half_even", "truncate"]))  # fmt: skip
def test_rounding_agrees_with_decimal(value, places, mode):
    with localcontext() as context:
        context.prec = 200
        expected = value.quantize(Decimal(1).scaleb(-places), rounding=PYTHON_MODES[mode])
    assert round_to(Fraction(value), places, mode) == Fraction(expected)


def test_the_worked_cases():
    assert show(Fraction("13.125"), 2) == "13.13"
    assert show(Fraction("-13.125"), 2) == "-13.13"
    assert round_to(Fraction("13.125"), 2, "half_even") == Fraction("13.12")
    assert round_to(Fraction("13.135"), 2, "half_even") == Fraction("13.14")
    assert round_to(Fraction("-13.129"), 2, "truncate") == Fraction("-13.12")


@pytest.mark.parametrize(
    ("x", "places", "text"),
    [("1/3", None, "0.3333"), ("105/8", None, "13.125"), ("-1/1000", 2, "0.00"), ("5", 2, "5.00"), ("5", None, "5"),
     ("-1/2", 0, "-1"), ("0", None, "0"), ("1/1024", None, "0.0009765625")],
)  # fmt: skip
def test_showing(x, places, text):
    assert show(Fraction(x), places) == text


def test_trimmed_and_needed():
    assert show_trimmed(Fraction("10.50")) == "10.5"
    assert show_trimmed(Fraction(100)) == "100"
    assert show_trimmed(Fraction(2, 3), 2) == "0.67"
    assert show_trimmed(Fraction(1, 100000), 2) == "0"
    assert decimals_needed(Fraction(1, 2**31)) is None
    assert decimals_needed(Fraction(1, 8)) == 3


def test_very_long_whole_numbers_are_written():
    text = show(Fraction(10**9000 + 1))
    assert len(text) == 9001
    assert text.endswith("0001")


@given(st.integers(-(10**14), 10**14), st.integers(0, 12))
def test_what_is_shown_reads_back(whole, places):
    x = Fraction(whole, 10**places)
    assert Fraction(read_numeral(show(x)) or 0) == x
