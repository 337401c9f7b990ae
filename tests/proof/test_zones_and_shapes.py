"""What the build of conditions and amounts says of them, against what is seen where one looks."""

from __future__ import annotations

from itertools import product as pairs

import pytest

from perfdsl.plan.interpret import Interpreter
from perfdsl.proof.combine_cases import are_alike, shape_of_cases, without_idle
from perfdsl.proof.shape import UNKNOWN
from perfdsl.proof.shape_expression import shape_of
from perfdsl.proof.zones import ZONES, left_in, truth_in
from tests.proof.looked_at import cases_of, ground, holds, scopes, seen

GROUNDS = [
    found
    for op in (">=", "<=", "=", ">", "<")
    for zone in (*ZONES[op], *(("all",) if op != "=" else ()))
    for sign, measured in ((1, True), (1, False), (0, True), (0, False), (-1, False), (None, False))
    if any(scopes(found := ground(op, zone, sign, measured=measured)))
]
COMPARED = [f"实际 {op} 目标值" for op in (">=", "<=", ">", "<", "=")]


def conditions(*written: str):
    return [cases_of(f"{each} -> 1", "其他 -> 0")[0].condition for each in written]


def truths(condition, where) -> set:
    return {Interpreter(scope, {}).value(condition) for some in scopes(where) for scope in some}


@pytest.mark.parametrize(
    "written",
    [
        *COMPARED,
        *(f"目标值 {op} 实际" for op in (">=", "<=", ">", "<", "=")),
        "达标",
        "非 达标",
        "实际 >= 上限",
        "下限 > 实际",
    ],
)
def test_how_an_actual_stands_to_its_target_is_known_in_each_zone(written: str) -> None:
    (condition,) = conditions(written)
    for where in GROUNDS:
        if where.measured:  # fewer actuals are left, of which more is true
            continue
        found = truths(condition, where)
        known = found.pop() if len(found) == 1 and where.zone != "all" else None
        assert truth_in(condition, where.zone, where.op) == known, (where.zone, where.op)


@pytest.mark.parametrize("op", [">=", "<=", ">", "<", "="])
def test_a_target_against_zero_is_known_by_its_sign(op: str) -> None:
    for condition in conditions(f"目标值 {op} 0", f"0 {op} 目标值", f"上限 {op} 0", f"0 {op} 下限"):
        for where in GROUNDS:
            known = truths(condition, where).pop() if where.sign is not None else None
            assert truth_in(condition, where.zone, where.op, where.sign) == known
    for condition in conditions(f"目标值 {op} 1", f"实际 {op} 0", f"0 {op} 1"):
        assert truth_in(condition, "below", ">=", 1) is None


def test_conditions_of_two_parts_follow_from_both() -> None:
    """In the zone below a target of at least: true, false, and not known."""
    parts = {"非 达标": True, "达标": False, "已完成": None}
    for (one, first), (other, second) in pairs(parts.items(), parts.items()):
        both, either = conditions(f"{one} 且 {other}", f"{one} 或 {other}")
        assert truth_in(both, "below", ">=") == (
            False if False in {first, second} else True if first and second else None
        )
        assert truth_in(either, "below", ">=") == (
            True if True in {first, second} else False if first is second is False else None
        )
    by_zero, beside = conditions("1 / (目标值 - 1) > 0 且 达标", "1 / (目标值 - 1) > 0 或 非 达标")
    assert truth_in(by_zero, "below", ">=") is truth_in(beside, "below", ">=") is None
    assert truth_in(conditions("达标 且 1 / (目标值 - 1) > 0")[0], "below", ">=") is False


@pytest.mark.parametrize("one", ["达标", "目标值 <= 0", "实际 >= 目标值", "已完成"])
@pytest.mark.parametrize("other", ["达标", "目标值 > 0", "目标值 > 实际", "已完成"])
def test_conditions_of_two_parts_follow_from_both_in_every_zone(one: str, other: str) -> None:
    not_one, both, either = conditions(f"非 {one}", f"{one} 且 {other}", f"{one} 或 {other}")
    for where in GROUNDS:
        here = where.zone, where.op, where.sign
        first, second = (truth_in(each, *here) for each in conditions(one, other))
        assert truth_in(not_one, *here) == (None if first is None else not first)
        assert truth_in(both, *here) == (
            False if False in {first, second} else True if first and second else None
        )
        assert truth_in(either, *here) == (
            True if True in {first, second} else None if None in {first, second} else False
        )


def test_each_end_of_a_range_is_known_within_it() -> None:
    for written in ("实际 >= 下限", "上限 >= 实际", "达标", "下限 <= 实际"):
        assert truth_in(conditions(written)[0], "met", "in") is True
    for written in ("实际 >= 上限", "实际 > 下限", "下限 = 实际"):
        assert truth_in(conditions(written)[0], "met", "in") is None
    within = ground("in", "met", 1)
    shapes = {each: shape_of(cases_of(f"其他 -> {each}")[0].result, within) for each in RANGES}
    assert [(each.low, each.high) for each in list(shapes.values())[:4]] == [
        (True, False), (False, True), (False, True), (True, False),
    ]  # fmt: skip
    assert [each.within for each in list(shapes.values())[4:]] == [False, True, True, False]


RANGES = [
    "实际 - 下限",
    "实际 - 上限",
    "下限 - 实际",
    "上限 - 实际",
    "实际 / 下限",
    "实际 / 上限",
    "下限 / 实际",
    "上限 / 实际",
]


def test_what_is_left_of_cases() -> None:
    cases = cases_of("达标 -> 100%", "已完成 -> 50%", "目标值 <= 0 -> 20%", "其他 -> 10%")
    assert [each.number for each in left_in(cases, "below", ">=")] == [1, 2, 3]
    assert [each.number for each in left_in(cases, "below", ">=", 1)] == [1, 3]
    assert [(each.number, each.condition) for each in left_in(cases, "met", ">=", 1)] == [(0, None)]
    assert [each.number for each in left_in(cases, "below", ">=", 0)] == [1, 2]
    compared = cases_of("实际 > 目标值 -> 1", "实际 = 目标值 -> 1", "其他 -> 0")
    for op, left in ((">=", [0, 1, 2]), (">", [0]), ("=", [1])):
        assert [each.number for each in left_in(compared, "met", op)] == left, op


# ---------------------------------------------------------------- amounts

SHARES = [
    "round(40%, 0)",
    "实际 - 1",
    "1 - 目标值",
    "实际 / 2",
    "2 / 目标值",
    "floor(50%)",
    "ceil(50%)",
    "round(50%, 0)",
    "abs(-50%)",
    "0",
    "1",
    "50%",
    "120%",
    "-50%",
    "实际",
    "目标值",
    "下限",
    "上限",
    "-实际",
    "-目标值",
    "实际 - 目标值",
    "目标值 - 实际",
    "实际 - 上限",
    "下限 - 实际",
    "实际 + 目标值",
    "实际 / 目标值",
    "目标值 / 实际",
    "实际 / 上限",
    "下限 / 实际",
    "1 - 实际",
    "实际 * 实际",
    "实际 * 目标值",
    "(实际 - 目标值) * 实际",
    "(实际 - 目标值) * (目标值 - 实际)",
    "超出 / 目标值",
    "1 - 超出",
    "-超出 * 50%",
    "max(0%, 实际)",
    "min(100%, 实际)",
    "max(0%, min(100%, 实际))",
    "abs(实际 - 目标值)",
    "abs(实际)",
    "floor(实际)",
    "ceil(实际)",
    "round(实际, 1)",
    "50% * 50%",
    "-1 * 实际",
    "实际 / -2",
    "1 / 实际",
    "0 * 实际",
    "1 * 1",
    "1 + 0",
    "0 + 100%",
    "0 - 0",
    "50% + 60%",
    "-50% + 100%",
    "max(1, 100%)",
    "min(50%, 实际)",
    "参数",
    "-参数",
    "实际 * 参数",
    "1 - (目标值 - 实际) / 目标值",
    "max(实际, 目标值)",
    "10% 每 10% 超出 按比例",
    "目标值 - 目标值",
    "(目标值 - 实际) / 目标值",
]
POINTS = [
    "floor(满分)",
    "ceil(满分)",
    "round(满分)",
    "满分",
    "分值",
    "满分 - 满分",
    "满分 - 超出",
    "满分 * 实际",
    "max(0分, 满分 - 超出)",
    "满分 + 0分",
    "0分 + 满分",
    "满分 * 50%",
    "满分 * 1",
    "min(满分, 1分)",
    "满分 / 2",
    "-满分",
]


@pytest.mark.parametrize(("written", "points"), [*((s, False) for s in SHARES), *((p, True) for p in POINTS)])
def test_what_is_said_of_an_amount_is_true_of_it(written: str, *, points: bool) -> None:
    cases = cases_of(f"其他 -> {written}")
    for where in GROUNDS:
        true = seen(cases, where, points=points)
        for alike in (True, False):
            claimed = shape_of(cases[0].result, where._replace(alike=alike))
            assert holds(claimed, true), (where, claimed)


OF_ANY_TARGET = [
    "0",
    "1",
    "50%",
    "120%",
    "-50%",
    "实际",
    "目标值",
    "-实际",
    "-目标值",
    "实际 - 目标值",
    "目标值 - 实际",
    "实际 - 上限",
    "下限 - 实际",
    "实际 + 目标值",
    "1 - 实际",
    "1 - 超出",
    "-超出 * 50%",
    "max(0%, 实际)",
    "min(100%, 实际)",
    "abs(实际 - 目标值)",
    "floor(实际)",
    "ceil(实际)",
    "round(实际, 1)",
    "50% * 50%",
    "-1 * 实际",
    "实际 / -2",
    "1 * 1",
    "1 + 0",
    "0 + 100%",
    "0 - 0",
    "50% + 60%",
    "max(1, 100%)",
    "min(50%, 实际)",
    "10% 每 10% 超出 按比例",
]
OF_TARGETS_ABOVE_ZERO = [
    "实际",
    "目标值",
    "实际 - 上限",
    "实际 + 目标值",
    "实际 * 目标值",
    "max(0%, 实际)",
    "abs(实际)",
    "ceil(实际)",
    "1 / 实际",
    "1 - 实际",
]


@pytest.mark.parametrize(
    ("written", "sign"), [*((s, None) for s in OF_ANY_TARGET), *((s, 1) for s in OF_TARGETS_ABOVE_ZERO)]
)
def test_all_that_is_true_is_said_of_a_plain_amount(written: str, sign: int | None) -> None:
    cases = cases_of(f"其他 -> {written}")
    for where in GROUNDS:
        if where.sign == sign:
            assert shape_of(cases[0].result, where)[:5] == seen(cases, where, points=False)[:5], where


@pytest.mark.parametrize("written", ["实际 / 目标值", "目标值 / 实际", "实际 / 上限", "下限 / 实际"])
def test_a_part_of_a_whole_is_within_it(written: str) -> None:
    cases = cases_of(f"其他 -> {written}")
    for where in GROUNDS:
        claimed, true = shape_of(cases[0].result, where), seen(cases, where, points=False)
        if where.sign == 1:
            assert (claimed.within, claimed.low, claimed.trend) == (true.within, true.low, true.trend), where


@pytest.mark.parametrize(
    "written", [each for each in POINTS if "/" not in each and each[0] not in "mfcr"][:-1]
)
def test_all_that_is_true_is_said_of_points(written: str) -> None:
    cases = cases_of(f"其他 -> {written}")
    if written != "满分 - 满分":  # that both are one is not looked at
        for where in GROUNDS:
            if where.sign is None:
                assert shape_of(cases[0].result, where)[:5] == seen(cases, where, points=True)[:5], where


# ---------------------------------------------------------------- cases

CASES = [
    ("实际 >= 1 -> max(0%, 2 - 实际)", "其他 -> 0%"),
    ("实际 < 60% -> 10%", "实际 < 90% -> 60%", "其他 -> 80%"),
    ("已完成 -> 100%", "其他 -> 50%"),
    ("已完成 -> 实际", "其他 -> 50%"),
    ("实际 >= 90% -> 100%", "其他 -> 0%"),
    ("实际 <= 90% -> 0%", "其他 -> 1"),
    ("实际 >= 90% -> 0%", "其他 -> 100%"),
    ("达标 -> 1", "其他 -> 0"),
    ("非 达标 -> 0", "其他 -> 1"),
    ("达标 -> 0", "其他 -> 1"),
    ("达标 且 实际 >= 90% -> 1", "其他 -> 0"),
    ("达标 或 实际 > 90% -> 1", "其他 -> 0"),
    ("非 达标 且 实际 < 90% -> 0", "其他 -> 1"),
    ("达标 且 实际 < 90% -> 1", "其他 -> 0"),
    ("达标 且 已完成 -> 1", "其他 -> 0"),
    ("已完成 或 达标 -> 1", "其他 -> 0"),
    ("达标 -> 1", "已完成 -> 1", "其他 -> 100%"),
    ("实际 = 90% -> 1", "其他 -> 0"),
    ("实际 >= 90% -> 90%", "实际 >= 60% -> 60%", "其他 -> 0%"),
    ("实际 >= 90% -> 60%", "实际 >= 60% -> 90%", "其他 -> 0%"),
    ("实际 < 60% -> 0%", "其他 -> 80%"),
    ("实际 < 60% -> 90%", "其他 -> 80%"),
    ("非 已完成 -> 1 - 超出", "其他 -> 1"),
    ("非 (实际 >= 1) -> 0", "其他 -> 1"),
    ("已完成 -> 1", "其他 -> -1"),
    ("已完成 -> 1 - 实际", "其他 -> 实际"),
    ("已完成 -> 50%", "其他 -> -实际"),
    ("90% <= 实际 -> 1", "其他 -> 0"),
    ("90% > 实际 -> 0", "其他 -> 1"),
    ("超出 > 0 -> 0", "其他 -> 1"),
    ("已完成 -> 实际", "其他 -> 1"),
    ("非 达标 且 达标 -> 1", "其他 -> 0"),
    ("实际 >= 1 -> 实际", "其他 -> 0"),
]

NOT_SEEN = [
    ("实际 = 90% -> 1", "其他 -> 0"),
    ("非 达标 且 达标 -> 1", "其他 -> 0"),
    ("实际 >= 1 -> 实际", "其他 -> 0"),
]
"""They rise, or stay where one looks; the build alone does not say so."""


@pytest.mark.parametrize("written", CASES)
def test_what_is_said_of_cases_is_true_of_them(written: tuple[str, ...]) -> None:
    cases = cases_of(*written)
    for where in GROUNDS:
        true = seen(cases, where, points=False)
        for alike in (True, False):
            claimed = shape_of_cases(cases, where._replace(alike=alike))
            assert holds(claimed, true), (where, claimed)
        rises = where.zone == "all" and where.sign is None and true.trend in {0, 1}
        if rises and written not in NOT_SEEN:
            claimed = shape_of_cases(cases, where._replace(alike=True))
            assert claimed[:5] == true[:5], where


def test_of_a_fact_that_nobody_knows_no_trend_is_said() -> None:
    for written in ("别的 -> 100%", "非 别的 -> 100%", "别的 且 达标 -> 100%"):
        for where in GROUNDS:
            found = shape_of_cases(cases_of(written, "其他 -> 0%"), where)
            assert (found.trend, found.low, found.within) == (None, True, True)


def test_cases_without_a_last_one_say_nothing() -> None:
    (case, _) = cases_of("达标 -> 1", "其他 -> 0")
    for where in GROUNDS:
        assert shape_of_cases([case], where) == shape_of_cases([], where) == UNKNOWN


def test_shares_and_points_are_not_alike() -> None:
    def alike(*results: str) -> bool:
        written = [f"实际 > {at} -> {each}" for at, each in enumerate(results[:-1])]
        return are_alike(cases_of(*written, f"其他 -> {results[-1]}"), {})

    assert alike("50%", "0.3", "0")
    assert alike("3分", "0.5分", "0")
    assert alike("实际", "0")
    assert not alike("50%", "3分")
    assert not alike("3分", "0", "实际", "20%")


def test_a_limit_that_is_never_passed_is_left_out() -> None:
    met, above = ground("<=", "met", None), ground("<=", "above", None)
    for written in ("实际 - 目标值 <= 5% -> 1", "5% >= 实际 - 目标值 -> 1"):
        cases = cases_of(written, "其他 -> 0")
        assert without_idle(cases, met) == [cases[0]._replace(condition=None)]
        assert without_idle(cases, above) == cases
    for written in ("实际 - 目标值 < 5% -> 1", "实际 - 目标值 >= 5% -> 1", "已完成 -> 1"):
        cases = cases_of(written, "其他 -> 0")
        assert without_idle(cases, met) == cases
