from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.audit.read_points import read_points


@pytest.mark.parametrize(
    ("text", "value", "places"),
    [
        ("10", "10", 0),
        ("9.50", "9.5", 2),
        ("10分", "10", 0),
        (" １２．５ 分", "12.5", 1),
        ("0", "0", 0),
        ("1,000", "1000", 0),
    ],
)
def test_points(text: str, value: str, places: int) -> None:
    found = read_points(text)
    assert found is not None
    assert (found.value, found.places) == (Fraction(value), places)


@pytest.mark.parametrize(
    "text", ["", "优", "-1", "10/10", "9 8", "10%", "10分分", "1e3", "NaN", "1" * 31, "9" * 10_000]
)
def test_no_points(text: str) -> None:
    assert read_points(text) is None


def test_a_weight_may_be_a_share_of_the_whole() -> None:
    found = read_points("10%", is_weight=True)
    assert found is not None
    assert found.value == 10


@given(st.decimals(0, 10**6, places=3))
def test_what_is_printed_is_read_exactly(number: Decimal) -> None:
    found = read_points(f"{number:f}")
    assert found is not None
    assert (found.value, found.places) == (Fraction(number), 3)


@given(st.text(max_size=100))
def test_no_text_is_too_much(text: str) -> None:
    found = read_points(text)
    assert found is None or found.value >= 0
