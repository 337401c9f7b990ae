"""Units: dimensions, prefixes, compounds, and what may meet what."""
# ruff: noqa: E501 -- a Chinese character counts as two columns

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.unit_names import COUNTS, MEASURES
from perfdsl.units import (
    MOST_CHARACTERS,
    PURE,
    Dimension,
    Unit,
    can_be_negative,
    comparable,
    find_unit,
    near_units,
    quantity,
    show_quantity,
)


def unit(name: str) -> Unit:
    found = find_unit(name)
    assert found is not None, name
    return found


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [("万元", "元", 10**4), ("千元", "元", 1000), ("亿元", "万元", 10**4), ("百万元", "元", 10**6), ("元", "角", 10),
     ("元", "分钱", 100), ("公里", "米", 1000), ("km", "千米", 1), ("㎡", "平方米", 1), ("m2", "平方米", 1),
     ("公顷", "亩", 15), ("亩", "平方米", Fraction(2000, 3)), ("吨", "公斤", 1000), ("公斤", "千克", 1), ("公斤", "斤", 2),
     ("年", "月", 12), ("季度", "个月", 3), ("周", "天", 7), ("天", "小时", 24), ("日", "天", 1), ("个工作日", "工作日", 1),
     ("TB", "GB", 1000), ("kWh", "度", 1), ("千瓦时", "度", 1), ("万人", "人", 10**4), ("万亩", "亩", 10**4),
     ("万平方米", "平方米", 10**4), ("十万元", "万元", 10), ("亿", "万", 10**4), ("%", "‰", 10), ("元/人·月", "元/人·年", 12),
     ("万元/月", "元/月", 10**4), ("元/亩", "元/公顷", 15), ("个村", "村", 1), ("5", "5", 1), ("个百分点", "百分点", 1)],
)  # fmt: skip
def test_sizes(one, other, times):
    if one == "5":
        assert find_unit(one) is None
        return
    a, b = unit(one), unit(other)
    assert comparable(a, b)
    assert a.factor == b.factor * times


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [("人", "次", False), ("人", "人次", False), ("户", "家", False), ("%", "", True), ("个百分点", "%", False),
     ("个百分点", "", True), ("个百分点", "百分点", True), ("天", "月", False), ("工作日", "天", False),
     ("月份", "月", False), ("分", "分钟", False), ("万", "%", True), ("元", "分", False), ("元/株", "/株", False),
     ("人/次", "人次", False), ("米", "平方米", False)],
)  # fmt: skip
def test_what_may_meet(one, other, meet):
    assert comparable(unit(one), unit(other)) is meet
    assert comparable(unit(other), unit(one)) is meet


@pytest.mark.parametrize(
    "name",
    ["覆盖", "年底前", "五元", "万%", "万℃", "万月份", "人(次)", "/", "//", "元//月", "元/", "·人", "人·", "元/覆盖", "圆元",
     "人" * 40, "人/次/天/户/家/个/座", "-", "%覆盖", "次 abc", "方", "兆", "每次", "元/%", "月份/年", "次/月份", "万.元", "m m"],
)  # fmt: skip
def test_unknown_is_never_accepted(name):
    assert find_unit(name) is None


def test_ways_of_writing():
    monthly = unit("元/人·月")
    for name in (
        "元/人/月",
        "元/(人·月)",
        "元每人每月",
        "元/每人每月",
        "元/人•月",
        "元 / 人 · 月",
        "元/人*月",
        "元/人.月",
    ):
        found = unit(name)
        assert (found.factor, found.dimension) == (monthly.factor, monthly.dimension)
    assert unit("%(百分比)").flavour == "ratio"
    assert unit("％").factor == Fraction(1, 100)
    assert unit("") == PURE


def test_units_of_the_sheet():
    dozen = Unit("打", Fraction(12), unit("个").dimension)
    own = {"打": dozen, "次": Unit("次", Fraction(2), unit("次").dimension)}
    assert find_unit("打", own) == dozen
    assert find_unit("打") is None
    assert find_unit("万打", own).factor == 120000
    assert find_unit("元/打", own).factor == Fraction(1, 12)
    assert find_unit("次", own).factor == 2
    assert find_unit("元", own) == unit("元")
    assert near_units("打打", own)[0] == "打"


def test_near_units():
    assert "工作日" in near_units("工作曰")
    assert near_units("!" * 500) == ()


def test_quantities():
    q = quantity(Decimal(23), unit("万元"))
    assert q.value == 230000
    assert show_quantity(q) == "23万元"
    assert show_quantity(q, unit("元")) == "230000元"
    assert show_quantity(quantity(Decimal("0.90"), PURE), unit("%")) == "90%"
    assert quantity(Decimal(15), unit("亩")).value == quantity(Decimal(1), unit("公顷")).value


def test_below_zero():
    assert all(
        can_be_negative(unit(name)) for name in ("", "%", "个百分点", "℃", "万元", "元/人", "分", "倍")
    )
    assert not any(
        can_be_negative(unit(name))
        for name in ("人", "次/月", "亩", "公里", "天", "年", "月份", "吨", "人/元")
    )


def test_dimensions_multiply():
    length = Dimension((("length", 1),))
    assert length * length == unit("平方米").dimension
    assert (length / length).powers == ()


def test_the_tables_name_nothing_twice():
    names = COUNTS.split() + [name for line in MEASURES.strip().splitlines() for name in line.split()[2:]]
    assert len(names) == len(set(names))
    assert all(find_unit(name) is not None for name in names)


@given(st.text(max_size=MOST_CHARACTERS + 3))
def test_any_name_at_all(name):
    found = find_unit(name)
    assert found is None or found.factor > 0
