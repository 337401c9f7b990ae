"""Values as forms print them, and what a workbook holds for them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.actuals.readers.number_format import show_number as as_a_workbook_shows
from perfdsl.forms.show_value import show_day, show_decimal, show_points, show_target, show_weight
from perfdsl.syntax.read_target import read_target
from tests.forms.random_contents import targets, units


@given(st.integers(-(10**14), 10**14), st.integers(0, 4), units)
def test_number_and_format_show_the_text(digits: int, places: int, unit: str) -> None:
    shown = show_decimal(Decimal(digits).scaleb(-places), unit)
    assert shown.number is not None
    assert as_a_workbook_shows(shown.number, shown.code)[0] == shown.text


@pytest.mark.parametrize("value", [10**15, Decimal("0.1234567890123456"), Decimal("1E+30")])
def test_what_a_workbook_would_cut_off_stays_text(value: Decimal) -> None:
    assert show_decimal(Decimal(value)).number is None


def test_a_unit_with_a_quotation_mark_stays_text() -> None:
    assert show_decimal(Decimal(3), '"寸').number is None


@given(targets())
def test_a_target_is_read_as_it_was_written(text: str) -> None:
    target = read_target(text).target
    assert target is not None
    assert show_target(target) == text


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("不低于 1,234.50元", "≥1,234.50元"),
        ("2022年底前", "≤2022年12月31日"),
        ("90%-100%", "90%~100%"),
        ("≥二十三万元", "≥230000元"),
        ("是 健全", "是：健全"),
    ],
)
def test_other_ways_to_write_a_target_become_one(text: str, printed: str) -> None:
    assert show_target(read_target(text).target) == printed


def test_no_target_is_blank() -> None:
    assert show_target(None) == ""


@pytest.mark.parametrize(("text", "serial"), [("2022-12-31", 44926), ("1900-03-01", 61)])
def test_days_are_serial_numbers(text: str, serial: int) -> None:
    assert show_day(text).number == serial
    assert show_day(text).text == text


@pytest.mark.parametrize("text", ["1899-12-31", "2022-02-30", "2022年12月", "健全", "20220-01-01"])
def test_other_texts_are_no_days(text: str) -> None:
    assert show_day(text).number is None


@pytest.mark.parametrize(
    ("points", "text"), [(Fraction(25, 2), "12.5"), (Fraction(10), "10"), (Fraction(50, 3), "16.6667")]
)
def test_weights_have_the_decimals_that_they_need(points: Fraction, text: str) -> None:
    assert show_weight(points).text == text


def test_points_have_the_decimals_of_their_rubric() -> None:
    assert [show_points(Fraction(10), 2).text, show_points(Fraction(50, 3), 1).text] == ["10.00", "16.7"]
