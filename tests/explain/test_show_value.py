"""Exact values for people."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.diagnostic import Text
from perfdsl.explain.show_value import show_exact_points, show_known, show_result, show_share
from perfdsl.scheme.known_units import BOOL, DATE, POINTS, RATIO, TIMES, YUAN


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ("19/20", "95%"),
        ("11/12", "11/12 ≈ 91.67%"),
        ("1", "100%"),
        ("1/3000", "1/3000 ≈ 0.03%"),
        ("7/8", "87.5%"),
    ],
)
def test_shares(share, shown) -> None:
    assert show_share(Fraction(share)) == shown


@pytest.mark.parametrize(
    ("points", "shown"), [("275/24", "275/24 ≈ 11.4583"), ("21/2", "10.5"), ("-10/3", "-10/3 ≈ -3.3333")]
)
def test_points(points, shown) -> None:
    assert show_exact_points(Fraction(points)) == shown


def test_a_fraction_of_many_digits_is_rounded() -> None:
    assert show_exact_points(Fraction(10**40, 3 * 10**39 + 1)) == "≈ 3.3333"


@pytest.mark.parametrize(
    ("value", "unit", "word", "zh"),
    [
        (None, TIMES, "", "没有值"),
        (True, BOOL, "met", "达标"),
        (False, BOOL, "finished", "未完成"),
        (False, BOOL, "", "否"),
        (Fraction(11), TIMES, "", "11次"),
        (Fraction(38, 51), RATIO, "", "≈74.5098%"),
        (Fraction(738000), DATE, "", "2021-07-29"),
        (Fraction(7, 2), DATE, "", "3.5"),
    ],
)
def test_values(value, unit, word, zh) -> None:
    found = show_known(value, unit, word)
    assert isinstance(found, Text)
    assert found.zh == zh


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (True, BOOL, ""),
        (None, TIMES, ""),
        (Fraction(1, 3), POINTS, "1/3 ≈ 0.3333分"),
        (Fraction(5), YUAN, "5元"),
    ],
)
def test_results(value, unit, shown) -> None:
    assert show_result(value, unit) == shown
