from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.actuals.read_day import read_day, serial_day


@pytest.mark.parametrize(
    "text",
    [
        "2022-12-31",
        "2022/12/31",
        "2022.12.31",
        "2022年12月31日",
        "20221231",
        "２０２２－１２－３１",
        " 2022-12-31 ",
        "2022-12-31 00:00:00",
        "2022-12-31T08:30:00.5Z",
        "2022-12-31T08:30+08:00",
        "2022年12月",
        "2022-12",
        "2022年底",
        "2022年第四季度",
    ],
)
def test_days(text: str) -> None:
    assert read_day(text) == date(2022, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "2022-02-30",
        "20221331",
        "12/31/2022",
        "44926",
        "昨天",
        "12月31日",
        "2022年底前",
        "3月底",
        "9999-99-99",
        "1",
    ],
)
def test_what_is_no_day(text: str) -> None:
    assert read_day(text) is None


def test_what_an_excel_number_may_stand_for() -> None:
    assert serial_day("44926") == serial_day("44926.0") == date(2022, 12, 31)
    assert serial_day("449") is None


@given(st.text(max_size=30))
def test_any_text(text: str) -> None:
    read_day(text)
    serial_day(text)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_every_day_in_every_form(day: date) -> None:
    for form in ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d"):
        assert read_day(day.strftime(form)) == day
    assert read_day(f"{day.year}年{day.month}月{day.day}日") == day
