from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.actuals.read_value import Trouble, is_blank, read_value, same_unit


@pytest.mark.parametrize(
    ("text", "unit", "value", "own_unit"),
    [
        ("11", "", "11", ""),
        ("11", "次", "11", "次"),
        ("11次", "", "11", "次"),
        ("11次", "次", "11", "次"),
        ("１１次", "次", "11", "次"),
        ("92", "%", "92", "%"),
        ("92%", "％", "92", "%"),
        ("92%", "百分比", "92", "%"),
        ("4.80万元", "", "4.80", "万元"),
        ("1,234.5", "元", "1234.5", "元"),
        ("二十三万元", "", "230000", "元"),
        ("¥50,000.00", "", "50000.00", "元"),
        ("￥5", "万元", "5", "万元"),
        ("-5", "元", "-5", "元"),
        ("12月份", "", "12", "月份"),
        ("12", "月份", "12", "月份"),
        ("0.9", "", "0.9", ""),
        ("7", "/", "7", ""),
        ("7标箱", "", "7", "标箱"),
    ],
)
def test_numbers_and_the_unit_of_their_column(text: str, unit: str, value: str, own_unit: str) -> None:
    number = read_value(text, "text", unit)
    assert number.kind == "number"
    assert (str(number.value), number.unit) == (str(Decimal(value)), own_unit)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2022-12-31", (2022, 12, 31)),
        ("2022年12月31日", (2022, 12, 31)),
        ("2022.12.31", (2022, 12, 31)),
        ("2022年2月", (2022, 2, 28)),
    ],
)
def test_dates(text: str, day: tuple[int, int, int]) -> None:
    date = read_value(text, "text", "次")
    assert date.kind == "date"
    assert (date.year, date.month, date.day) == day


@pytest.mark.parametrize(
    ("text", "word", "share"),
    [
        ("健全", "健全", None),
        ("是", "是", None),
        ("无", "无", None),
        ("完成", "完成", None),
        ("已完成", "已完成", None),
        ("高于上年", "高于上年", None),
        ("部分达成 70%", "部分达成", "70%"),
        ("部分达成（70％）", "部分达成", "70%"),
        ("基本达成目标：75.5%", "基本达成目标", "75.5%"),
        ("部分达成 7..0%", "部分达成 7..0%", None),
    ],
)
def test_words_and_levels(text: str, word: str, share: str | None) -> None:
    found = read_value(text)
    assert found.kind == "word"
    assert (found.word, found.share.text if found.share else None) == (word, share)


@pytest.mark.parametrize(("text", "word"), [("TRUE", "是"), ("FALSE", "否"), ("是", "是"), ("否", "否")])
def test_yes_and_no(text: str, word: str) -> None:
    assert read_value(text, "boolean").word == word


@pytest.mark.parametrize(
    ("text", "unit", "reason", "word", "remedy"),
    [
        ("≥266米", "", "operator", "≥", "266米"),
        (">=266", "米", "operator", ">=", "266"),
        ("≧ 90%", "", "operator", "≥", "90%"),
        ("不低于90%", "", "operator", "不低于", "90%"),
        ("=12次", "", "operator", "=", "12次"),
        ("95%以上", "", "operator", "以上", "95%"),
        ("5万元以内", "", "operator", "以内", "5万元"),
        ("≥95%以上", "", "operator", "≥", "95%"),
        ("2022年12月31日前", "", "operator", "前", "2022年12月31日"),
        ("约12次", "", "inexact", "约", "12次"),
        ("12次左右", "", "inexact", "左右", "12次"),
        ("几十次", "", "inexact", "", ""),
        ("12次；3次", "", "several", "", ""),
        ("12次 90%", "", "several", "", ""),
        ("12、3", "", "several", "", ""),
        ("11次\n92%", "", "several", "", ""),
        ("90%~95%", "", "several", "", ""),
        ("完成5场", "", "unreadable", "完成", "5场"),
        ("达到 90%", "", "unreadable", "达到", "90%"),
        ("已完成92%", "", "unreadable", "已完成", "92%"),
        ("9 5%", "", "blank_between_digits", "", ""),
        ("12..3", "", "unreadable", "", ""),
        ("1e5", "", "unreadable", "", ""),
        ("-", "", None, "", ""),
        ("1" * 31, "", "too_long", "", ""),
        ("1" * 200, "", "too_long", "", ""),
        ("2022-02-30", "", "impossible_date", "", ""),
        ("12月31日", "", "year_missing", "", ""),
        ("3月底", "", "year_missing", "", ""),
        ("12月", "", "two_readings", "", ""),
        ("12人", "次", "unit", "人", "12次"),
        ("5万元", "元", "unit", "万元", "5元"),
        ("90%", "次", "unit", "%", "90次"),
    ],
)
def test_what_is_no_value(text: str, unit: str, reason: str | None, word: str, remedy: str) -> None:
    if reason is None:
        assert is_blank(text)
        return
    found = read_value(text, "text", unit)
    assert isinstance(found, Trouble)
    assert (found.reason, found.word, found.remedy) == (reason, word, remedy)


@pytest.mark.parametrize(
    ("text", "blank"), [("", True), ("——", True), ("／", True), ("N/A", True), ("0", False), ("无", False)]
)
def test_blanks(text: str, blank: bool) -> None:
    assert is_blank(text) is blank


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("%", "百分比", True),
        ("元", "万元", False),
        ("标箱", "标 箱", True),
        ("标箱", "元", False),
        ("人", "人次", False),
    ],
)
def test_names_of_one_unit(one: str, other: str, same: bool) -> None:
    assert same_unit(one, other) is same


@given(st.text(max_size=60), st.text(max_size=5))
def test_any_text(text: str, unit: str) -> None:
    read_value(text, "text", unit)


@given(st.text(alphabet=list("0123456789.,%万元次年月日-~≥以上约；/ ()（）部分达成"), max_size=14))
def test_text_that_looks_like_a_value(text: str) -> None:
    found = read_value(text, "text", "次")
    if not isinstance(found, Trouble) and found.kind == "number":
        assert found.value.is_finite()
        assert not any(sign in text for sign in "≥~；")
