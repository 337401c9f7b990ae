"""Dates read to the last day that they name."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.syntax.read_date import last_day, read_date


@pytest.mark.parametrize(
    ("text", "day", "bound", "partial"),
    [("2022-12-31", (2022, 12, 31), "", False), ("2022/1/5", (2022, 1, 5), "", False),
     ("2022.12.31", (2022, 12, 31), "", False), ("2022-12", (2022, 12, 31), "", True),
     ("2022年12月31日", (2022, 12, 31), "", False), ("2022年12月31日前", (2022, 12, 31), "<=", False),
     ("2024年2月", (2024, 2, 29), "", True), ("2022年底", (2022, 12, 31), "", False),
     ("2022年年底前", (2022, 12, 31), "<=", False), ("2022年末", (2022, 12, 31), "", False),
     ("2022年度", (2022, 12, 31), "", True), ("2022年内", (2022, 12, 31), "<=", True),
     ("2022年第三季度末", (2022, 9, 30), "", False), ("2022年上半年", (2022, 6, 30), "", True),
     ("2022年下半年底前", (2022, 12, 31), "<=", False), ("二〇二二年十二月三十一日", (2022, 12, 31), "", False),
     ("2022 年 12 月 31 日 止", (2022, 12, 31), "<=", False), ("2022年12月止", (2022, 12, 31), "<=", True),
     ("3月底", (0, 3, 0), "", False), ("12月31日前", (0, 12, 31), "<=", False), ("年底前", (0, 12, 0), "<=", False),
     ("当年12月底前", (0, 12, 0), "<=", False), ("2022年4季度", (2022, 12, 31), "", True)],
)  # fmt: skip
def test_forms(text, day, bound, partial):
    date = read_date(text)
    assert date is not None
    assert ((date.year, date.month, date.day), date.bound, date.partial, date.problem) == (
        day,
        bound,
        partial,
        "",
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [("2022-02-30", "impossible_date"), ("2022年13月", "impossible_date"), ("2022年0月", "impossible_date"),
     ("2月30日", "impossible_date"), ("1022-12-31", "impossible_date"), ("2022年11月前", "two_readings"),
     ("11月前", "two_readings"), ("2022年前", "two_readings"), ("12月内", "two_readings"), ("2022-12前", "two_readings")],
)  # fmt: skip
def test_refused(text, problem):
    date = read_date(text)
    assert date is not None
    assert date.problem == problem


@pytest.mark.parametrize(
    "text", ["", "2022", "2022.12", "12月", "12月份", "20 22年", "1600年", "2022年中", "1" * 99]
)
def test_no_dates(text):
    assert read_date(text) is None


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2199, 12, 31)))
def test_every_day_reads_back(day):
    for text in (day.isoformat(), f"{day.year}年{day.month}月{day.day}日"):
        date = read_date(text)
        assert date is not None
        assert (date.year, date.month, date.day) == (day.year, day.month, day.day)
    assert last_day(day.year, day.month) >= day.day
