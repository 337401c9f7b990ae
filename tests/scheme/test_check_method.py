"""A method held against itself: its shape, its levels, and the unit of every expression."""

from __future__ import annotations

import pytest

from tests.invented_sheet import worded_in_full
from tests.scoring import check_texts, labels_of, say_all


def told(text: str, *expected: tuple[str, ...]) -> list:
    found = check_texts(text)[1]
    # The bracket that closes a call may or may not belong to its place.
    shown = [(each.code, *(label.removesuffix(")") for label in labels_of(each))) for each in found]
    assert shown == [tuple(part.removesuffix(")") for part in each) for each in expected], say_all(found)
    for each in found:
        worded_in_full(each)
    return found


def method(*cases: str, parameters: str = "") -> str:
    return f"方法 自法{parameters}\n" + "".join(f"  {case}\n" for case in cases)


def result(expression: str, *expected: tuple[str, ...]) -> None:
    told(method(f"其他 -> {expression}"), *expected)


def condition(expression: str, *expected: tuple[str, ...]) -> None:
    told(method(f"{expression} -> 100%", "其他 -> 0%"), *expected)


# ---------------------------------------------------------------- shape


def test_shape() -> None:
    told(method(), ("P0405", "自法"))
    told(method("其他 -> 1", "档次 好 0%..100%"), ("P0405", "自法"))
    told(method("达标 -> 1"), ("P0406", "自法"))
    told(method("其他 -> 1", "达标 -> 1", "其他 -> 0"), ("P0406", "其他 -> 1"))


def test_levels() -> None:
    assert told(method("档次 好 80%..100%", "档次 中 0.6..<80%", "档次 差 0..<60%")) == []
    told(method("档次 好 80%..100%", "档次 好 0%..<80%"), ("P0407", "档次 好 0%..<80%"))
    for band in ("80%..120%", "80%..60%", "60%..<60%", "1次..2次", "1分..2分"):
        told(method(f"档次 好 {band}"), ("P0407", f"档次 好 {band}"))
    assert told(method("档次 好 60%..60%")) == []


# ---------------------------------------------------------------- sums and comparisons


@pytest.mark.parametrize(
    "expression",
    [
        "实际 / 目标值", "1 - 5%", "满分 - 0.5分", "0", "max(0, 满分 - 3分)", "max(满分 - 3分, 0)",
        "min(0, 0)",
        "0 + 满分", "满分 - 0", "100%", "-(-1)", "超出 / 目标值", "(实际 - 目标值) / 目标值", "分值 / 2",
        "abs(实际 - 目标值) / 目标值", "round(实际 / 目标值, 2)", "floor(实际 / 目标值)", "ceil(满分)",
        "30天 / 2天",
        "预算 / 1元", "执行数 / 预算", "预算执行率", "基数 / 基数", "2 * 3%",
    ],
)  # fmt: skip
def test_results_that_make_sense(expression: str) -> None:
    result(expression)


@pytest.mark.parametrize(
    "expression",
    [
        "实际 >= 90%", "实际 >= 0", "0 < 实际", "达标 且 非 已完成", "达标 或 实际 < 3次",
        "10% <= 实际 <= 20%",
        "超出 <= 2个百分点", "实际 - 目标值 <= 2个百分点", "月份 >= 7月份",
        "目标值 - 实际 >= 3天", "实际 <= 目标值 + 3天", "月份 - 1月份 > 3个月", "预算 >= 10万元",
    ],
)  # fmt: skip
def test_conditions_that_make_sense(expression: str) -> None:
    condition(expression)


@pytest.mark.parametrize(
    ("expression", "code", "places"),
    [
        ("3次 >= 3人", "P0302", ("3次", "3人")),
        ("预算 >= 3次", "P0302", ("预算", "3次")),
        ("分值 > 50%", "P0302", ("分值", "50%")),
        ("90% >= 2个百分点", "P0302", ("90%", "2个百分点")),
        ("月份 >= 0", "P0302", ("月份", "0")),
        ("月份 >= 7", "P0302", ("月份", "7")),
        ("实际", "P0328", ("实际",)),
        ("达标 且 3", "P0328", ("3",)),
        ("非 3", "P0328", ("3",)),
        ("达标 > 3", "P0328", ("达标",)),
        ("实级 >= 3次", "P0203", ("实级",)),
        ("月份 + 1月份 > 1月份", "P0330", ("月份 + 1月份",)),
        ("月份 * 2 > 1", "P0330", ("月份 * 2",)),
        ("-月份 > 1月份", "P0330", ("-月份",)),
        ("abs(月份) > 1月份", "P0330", ("abs(月份)",)),
        ("实际 >= 3箇箇", "P0303", ("3箇箇",)),
    ],
)
def test_conditions_that_make_none(expression: str, code: str, places: tuple[str, ...]) -> None:
    condition(expression, (code, *places))


@pytest.mark.parametrize(
    ("expression", "code", "places"),
    [
        ("达标", "P0329", ("达标",)),
        ("3次", "P0329", ("3次",)),
        ("5个百分点", "P0329", ("5个百分点",)),
        ("预算", "P0329", ("预算",)),
        ("80", "P0329", ("80",)),
        ("满分 + 达标", "P0328", ("达标",)),
        ("满分 + 3", "P0302", ("满分", "3")),
        ("min(满分, 50%)", "P0302", ("满分", "50%")),
        ("max(满分, 1分, 3次)", "P0302", ("满分", "3次")),
        ("floor(预算) / 1元", "P0331", ("floor(预算)",)),
        ("round(50%, 7)", "P0331", ("7",)),
        ("round(50%, 分值)", "P0331", ("分值",)),
        ("abs(1, 2)", "P0331", ("abs(1, 2)",)),
        ("round(1, 2, 3)", "P0331", ("round(1, 2, 3)",)),
        ("满分 - 1分 每 5个百分点 超出", "P0332", ("1分 每 5个百分点 超出",)),
        ("满分 - 1分 每 0个百分点 超出 按比例", "P0332", ("0个百分点",)),
        ("满分 - 1分 每 5次 预算 每满", "P0302", ("5次", "预算")),
        ("满分 - 达标 每 5万元 预算 每满", "P0328", ("达标",)),
    ],
)
def test_results_that_make_none(expression: str, code: str, places: tuple[str, ...]) -> None:
    result(expression, (code, *places))


def test_units_are_found_for_the_target_that_suits_best() -> None:
    """A method for dates is no mistake because ratios are not dates."""
    assert told(method("实际 - 目标值 <= 3天 -> 100%", "其他 -> 0%")) == []
    told(method("实际 - 目标值 <= 3天 -> 100%", "其他 -> 3次"), ("P0329", "3次"))


def test_parameters_take_the_unit_of_their_default() -> None:
    assert told(method("实际 >= 门槛 -> 1", "其他 -> 0", parameters="(门槛 = 60%)")) == []
    told(method("3次 >= 门槛 -> 1", "其他 -> 0", parameters="(门槛 = 60%)"), ("P0302", "3次", "门槛"))
    assert told(method("3次 >= 门槛 -> 1", "其他 -> max(门槛, 1)", parameters="(门槛)")) == []


# ---------------------------------------------------------------- names


@pytest.mark.parametrize(
    ("written", "meant"), [("目标", "目标值"), ("下线", "下限"), ("达表", "达标"), ("actuel", "actual")]
)
def test_a_slip_in_a_word_is_told_even_if_the_method_is_not_used(written: str, meant: str) -> None:
    (found,) = told(method(f"其他 -> max({written}, 0)"), ("P0203", written))
    assert f"“{meant}”" in found.hints[0].zh


def test_a_slip_in_a_parameter() -> None:
    told(method("实际 >= 门坎 -> 1", "其他 -> 0", parameters="(门槛 = 60%)"), ("P0203", "门坎"))


def test_a_method_that_is_not_used_may_name_indicators() -> None:
    assert told(method("修路里程 >= 12公里 -> 1", "其他 -> 知晓率 / 2")) == []


def test_a_method_that_is_too_long() -> None:
    cases = [f"实际 / 目标值 < {n / 1000} -> {n / 1000}" for n in range(1, 400)]
    told(method(*cases, "其他 -> 1"), ("P0108", "自法"))
    assert told(method(*cases[:100], "其他 -> 1")) == []
