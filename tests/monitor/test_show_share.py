"""Shares are shown on the side of a bound on which they are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.monitor.show_share import percent, show_wan
from perfdsl.report.monitor_words import show_points_apart, show_share
from tests.monitor.monitoring import SHEET, facts, line_of, project_of

BOUNDS = (Fraction(3, 5), Fraction(4, 5), Fraction(1))


@pytest.mark.parametrize(
    ("share", "shown"),
    [
        ("0.59998", "59.998%"),
        ("0.6", "60%"),
        ("0.599949", "59.99%"),
        ("0.9999999", "99.99999%"),
        ("0.7", "70%"),
    ],
)
def test_as_many_digits_as_tell_the_side(share: str, shown: str) -> None:
    assert percent(Fraction(share), BOUNDS) == shown


@given(st.fractions(0, 2, max_denominator=10**9))
def test_what_is_shown_lies_on_the_same_side(share: Fraction) -> None:
    for text in (percent(share, BOUNDS), show_share(share, BOUNDS)):
        shown = Fraction(text.removesuffix("%")) / 100
        assert [shown < bound for bound in BOUNDS] == [share < bound for bound in BOUNDS]
        assert [shown > bound for bound in BOUNDS] == [share > bound for bound in BOUNDS]


def test_a_gap_too() -> None:
    assert show_points_apart(Fraction("-0.10001"), (Fraction(1, 10),)) == "-10.001"


def test_money_is_exact_where_it_ends() -> None:
    assert [show_wan(Fraction(each)) for each in ("34999", "350000", "175000/3")] == [
        "3.4999万元",
        "35万元",
        "5.83万元",
    ]


def test_the_reason_of_a_light_agrees_with_its_numbers() -> None:
    text = SHEET.replace("12万元", "10万元") + facts("2022-07-31", "执行数 34999元", "满意度 = 89.99999%")
    money = project_of(text, "2022-07-31").money
    assert money.shone.light == "red"
    assert "3.4999万元" in money.shone.why.zh
    assert "进度 59.998%；" in money.shone.why.zh
    line = line_of(text, "2022-07-31", "满意度")
    assert show_share(line.progress, line.shone.bounds) == "99.99999%"
    assert "= 99.99999%；" in line.shone.why.zh
