"""Chinese numerals, against an independent writer of them."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from perfdsl.numerals import MOST_CHARACTERS, chinese_prefix_length, read_chinese_numeral, read_digit_by_digit

DIGITS = "零一二三四五六七八九"


def write_group(n: int) -> str:
    """Write 1 to 9999 digit by digit, then tidy the zeros (as primary schools teach it)."""
    text = "".join(
        DIGITS[int(d)] + (unit if d != "0" else "") for d, unit in zip(f"{n:04}", "千百十 ", strict=True)
    )
    text = text.replace(" ", "")
    while "零零" in text:
        text = text.replace("零零", "零")
    return text.strip("零") if n >= 1000 else "零" + text.strip("零")


def write_number(n: int) -> str:
    if n == 0:
        return "零"
    groups = [(n // 10**8, "亿"), (n // 10**4 % 10**4, "万"), (n % 10**4, "")]
    text, skipped = "", False
    for group, scale in groups:
        if group:
            written = write_group(group)
            text += ("零" if skipped and not written.startswith("零") else "") + written + scale
            skipped = False
        else:
            skipped = bool(text)
    return text.strip("零")


@settings(max_examples=1500)
@given(st.integers(0, 10**9))
@example(10)
@example(100_000_005)
@example(300_005_000)
def test_every_number_reads_back(n):
    text = write_number(n)
    assert read_chinese_numeral(text) == n, text
    assert chinese_prefix_length(text + "元") == len(text)


def test_small_numbers_one_by_one():
    for n in range(20_000):
        assert read_chinese_numeral(write_number(n)) == n


@pytest.mark.parametrize(
    ("text", "value"),
    [("二十三万", 230000), ("三十五万六千", 356000), ("一千二百", 1200), ("两百", 200), ("〇", 0), ("十二", 12),
     ("一百零五", 105), ("壹佰贰拾", 120), ("貳萬", 20000), ("两万", 20000), ("十万", 100000), ("三百万五千", 3005000),
     ("三百万零五千", 3005000), ("一万亿", 10**12), ("两", 2), ("一百一十二", 112), ("一百十二", 112)],
)  # fmt: skip
def test_forms(text, value):
    assert read_chinese_numeral(text) == value


@pytest.mark.parametrize(
    ("text", "value"), [("三点五", "3.5"), ("零点〇五", "0.05"), ("半", "0.5"), ("十点五零", "10.50")]
)
def test_decimals(text, value):
    assert str(read_chinese_numeral(text)) == value


@pytest.mark.parametrize(
    "text",
    ["", "十十", "万万", "二三百", "三万五", "一百五", "一千二", "一亿五千", "两十", "十两", "三万零两", "零五", "一百零零五",
     "一万零五千", "一千五十", "三点", "点五", "三点十", "三点五万", "三十五万点六", "百", "千", "万", "亿", "亿亿", "三亿五亿", "二〇二二",
     "一" * (MOST_CHARACTERS + 1), "1", "二十三万元", "一千零一百", "三万五百"],
)  # fmt: skip
def test_malformed_or_ambiguous(text):
    assert read_chinese_numeral(text) is None


@pytest.mark.parametrize(
    ("text", "length"),
    [("三十五万六千元", 6), ("三点五万元", 3), ("五百千瓦时", 2), ("二三百人", 0), ("三万五元", 0), ("百分之九十", 0),
     ("半年", 1), ("三点", 1), ("", 0), ("千米", 0), ("十十点五次", 0), ("一千千米", 2), ("十" * 100, 0)],
)  # fmt: skip
def test_prefixes(text, length):
    assert chinese_prefix_length(text) == length


def test_digit_by_digit():
    assert read_digit_by_digit("二〇二二") == 2022
    assert read_digit_by_digit("二十") is None
    assert read_digit_by_digit("") is None
    assert read_digit_by_digit("一" * 99) is None


@given(st.text(alphabet="零〇一二两三五九十百千万亿点半壹佰0元", max_size=60))
def test_anything_is_read_or_refused(text):
    value = read_chinese_numeral(text)
    assert value is None or isinstance(value, Decimal)
    length = chinese_prefix_length(text)
    assert length == 0 or read_chinese_numeral(text[:length]) is not None
