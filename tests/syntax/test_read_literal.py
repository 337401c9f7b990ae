"""One literal: its numeral, unit, date and bound."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.syntax.read_literal import MOST_CHARACTERS, read_literal


@pytest.mark.parametrize(
    ("text", "value", "unit", "unit_at", "bound"),
    [("12次", "12", "次", 2, ""), ("12 次", "12", "次", 3, ""), ("98 %(百分比)", "98", "%", 3, ""),
     ("100%（1.0）", "100", "%", 3, ""), ("三十五万六千元", "356000", "元", 6, ""), ("95%以上", "95", "%", 2, ">="),
     ("80%(含)以上", "80", "%", 2, ">="), ("80%以上（含80%）", "80", "%", 2, ">="), ("5万元以内", "5", "万元", 1, "<="),
     ("90%及以上", "90", "%", 2, ">="), ("5万元以下(不含)", "5", "万元", 1, "<"), ("5万元以外", "5", "万元", 1, ">"),
     ("1,234.50万元", "1234.50", "万元", 8, ""), ("-5%", "-5", "%", 2, ""), ("百分之九十五以上", "95", "%", 0, ">="),
     ("百分之百", "100", "%", 0, ""), ("千分之三", "3", "‰", 0, ""), ("2280（次）", "2280", "次", 5, ""),
     ("20平方 米", "20", "平方米", 2, ""), ("30m2", "30", "m2", 2, ""), ("28.40/株", "28.40", "/株", 5, ""),
     ("１２次", "12", "次", 2, ""), ("2022.12", "2022.12", "", 7, ""), ("1600年", "1600", "年", 4, ""), ("12 ", "12", "", 3, ""),
     ("12次abc", "12", "次abc", 2, ""), ("5天内", "5", "天", 1, "<="), ("≈", None, "", 0, "")],
)  # fmt: skip
def test_numbers(text, value, unit, unit_at, bound):
    reading = read_literal(text)
    if value is None:
        assert (reading.kind, reading.problem) == ("none", "not_a_number")
        return
    assert (reading.kind, str(reading.value), reading.unit, reading.bound) == ("number", value, unit, bound)
    assert reading.unit_at == unit_at
    assert reading.problem == ""


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", "not_a_number"), ("12,34", "not_a_number"), ("9 5%", "blank_between_digits"), ("1e5", "not_a_number"),
     ("1.2.3", "not_a_number"), ("1e999999999", "not_a_number"), ("9" * 31, "too_long"), ("9" * 500, "too_long"),
     ("x" * 500, "not_a_number"), ("约5次", "inexact"), ("100余人", "inexact"), ("5次左右", "inexact"), ("几十次", "inexact"),
     ("100%（0.9）", "values_differ"), ("100%（1.0人）", "values_differ"), ("100%（12,3）", "several_values"),
     ("90%（含80%）以上", "values_differ"), ("90%(含)以上(不含)", "values_differ"), ("2022-02-30", "impossible_date"),
     ("11月前", "two_readings"), ("12月31日前", "year_missing"), ("3万5千元", "several_values"), ("12次15次", "several_values"),
     ("100%，好", "not_a_number"), ("百分之九十人", "not_a_number"), ("百分之", "not_a_number"), ("二三百人", "not_a_number"),
     ("12m\n\nm", "not_a_number"), ("5\n平方\n米", ""), ("5次\x00", "")],
)  # fmt: skip
def test_problems(text, problem):
    reading = read_literal(text)
    assert reading.problem == problem
    assert reading.kind == ("none" if problem else "number")


@pytest.mark.parametrize(
    ("text", "kind", "day", "bound", "partial"),
    [("2022年底前", "date", (2022, 12, 31), "<=", False), ("2022年12月", "date", (2022, 12, 31), "", True),
     ("3月底", "month_end", (0, 3, 0), "", False), ("3月末", "month_end", (0, 3, 0), "", False)],
)  # fmt: skip
def test_dates(text, kind, day, bound, partial):
    reading = read_literal(text)
    assert (reading.kind, (reading.year, reading.month, reading.day)) == (kind, day)
    assert (reading.bound, reading.partial) == (bound, partial)


def test_a_bare_month_has_two_readings_and_still_reads():
    reading = read_literal("12月")
    assert (reading.kind, reading.value, reading.unit, reading.problem) == (
        "number",
        12,
        "月",
        "two_readings",
    )
    assert read_literal("18月").problem == ""
    assert read_literal("12个月").problem == ""


def test_where_the_number_ends():
    assert read_literal("95%以上").ends_at == 3
    assert read_literal("5 万元以内").ends_at == 4
    assert read_literal("12").ends_at == 2


@given(
    st.text(max_size=MOST_CHARACTERS + 10)
    | st.text(alphabet="0123,.%元万 年月日底前以上内(含)-~约余百分之三半", max_size=30)
)
def test_anything_gives_a_reading(text):
    reading = read_literal(text)
    assert (reading.kind == "none") <= bool(reading.problem)
    assert (reading.kind == "number") == (reading.value is not None)
