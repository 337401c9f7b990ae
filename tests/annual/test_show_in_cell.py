from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.annual.show_in_cell import show_in_cell


@pytest.mark.parametrize(
    ("text", "number", "code"),
    [
        ("4.80万元", "4.80", '0.00"万元"'),
        ("96%", "0.96", "0%"),
        ("91.67%", "0.9167", "0.00%"),
        ("12.50", "12.50", "0.00"),
        ("4.80 ×10⁴ yuan", "4.80", '0.00" ×10⁴ yuan"'),
        ("+1.50", "1.50", "+0.00;-0.00;0.00"),
        ("-2.00", "-2.00", "0.00"),
        ("0", "0", "0"),
    ],
)
def test_a_number_is_held_as_one(text: str, number: str, code: str) -> None:
    shown = show_in_cell(text)
    assert (shown.number, shown.code, shown.text) == (Decimal(number), code, text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "[61.50, 89.00)",
        "≈100%",
        "=1",
        "1e5",
        "12次",
        "1234567890123456",
        "0x1",
        "１２",
        "1,000",
        "12.",
        "inf",
    ],
)
def test_anything_else_stays_a_text(text: str) -> None:
    assert show_in_cell(text).number is None
    assert show_in_cell(text).code == ""


@given(st.decimals(-(10**9), 10**9, places=4))
def test_no_digit_is_lost(number: Decimal) -> None:
    shown = show_in_cell(f"{number:f}")
    assert shown.number == number
    assert shown.number == Decimal(repr(float(number)))


@given(st.text())
def test_no_text_breaks_it(text: str) -> None:
    assert isinstance(show_in_cell(text).text, str)
