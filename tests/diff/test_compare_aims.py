"""Targets: what is the same, what is easier or harder, and by how much."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from perfdsl.diff.compare_aims import aim_meaning, are_near, sense_of_aims, shifts_of_aims
from perfdsl.plan.interpret import is_met
from perfdsl.scheme.known_units import RATIO, TIMES
from perfdsl.scheme.scheme import Aim
from tests.diff.sides import SHEET, Seen, changed, only


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<= 23万元", "<= 230000元"),
        ("<= 23万元", "不超过 23万元"),
        ("会议成效 >= 90%", "会议成效 >= 0.9"),
        (">= 12次", "不少于 十二次"),
        (">= 12次", ">= 12.0次"),
        ("预算 23万元", "预算 230,000元"),
    ],
)
def test_spelling_is_no_change(old: str, new: str) -> None:
    assert changed(old, new) == []


@pytest.mark.parametrize(
    ("old", "new", "sense", "by"),
    [
        (">= 12次", ">= 10次", "loosened", -2),
        (">= 12次", ">= 13次", "tightened", 1),
        (">= 12次", "> 12次", "tightened", None),
        (">= 12次", "= 12次", "tightened", None),
        (">= 12次", "<= 12次", "changed", None),
        (">= 12次", "> 11次", "loosened", -1),
    ],
)
def test_bounds(old: str, new: str, sense: str, by: int | None) -> None:
    (target,) = [each for each in changed(old, new) if each.about == "target"]
    assert (target.sense, target.by) == (sense, () if by is None else (Fraction(by),))


@pytest.mark.parametrize(
    ("old", "new", "sense"),
    [
        ("= 0起", "<= 0起", "changed"),  # a count is never below zero
        ("<= 0起", "= 0起", "changed"),
        ("= 0元", "<= 0元", "loosened"),  # money may be
        ("= 0起", "<= 1起", "loosened"),
        ("在 0起..3起", "<= 3起", "changed"),
        ("> 0起", ">= 0起", "loosened"),
    ],
)
def test_only_actuals_that_there_can_be_count(old: str, new: str, sense: str) -> None:
    text = SHEET.replace("召开县会议次数 >= 12次", f"事故 {old}")
    (target,) = [each for each in changed(f"事故 {old}", f"事故 {new}", text) if each.about == "target"]
    assert target.sense == sense


def test_cost_is_easier_when_higher() -> None:
    assert only("<= 23万元", "<= 22.5万元") == Seen("项目成本", "target", "tightened", "", (Fraction(-5000),))


@pytest.mark.parametrize(
    ("low", "high", "sense"),
    [
        ("85%", "100%", "loosened"),
        ("92%", "95%", "tightened"),
        ("92%", "110%", "changed"),
        ("10%", "20%", "changed"),
    ],
)
def test_ranges(low: str, high: str, sense: str) -> None:
    text = SHEET.replace("会议成效 >= 90%", "会议成效 在 90%..100%")
    (target,) = changed("在 90%..100%", f"在 {low}..{high}", text)
    assert (target.about, target.sense) == ("target", sense)


def test_deadlines_move_by_days() -> None:
    text = SHEET.replace("召开县会议次数 >= 12次", "完成时间 <= 2022-12-01")
    assert only("2022-12-01", "2022-12-31", text).by == (Fraction(30),)
    assert only("2022-12-01", "2022-12-31", text).sense == "loosened"


def test_words_only_differ() -> None:
    text = SHEET.replace("召开县会议次数 >= 12次", '知晓度 定性 "显著提升"')
    assert only("显著提升", "有所提升", text) == Seen("知晓度", "target", "changed")
    text = SHEET.replace("召开县会议次数 >= 12次", "内控制度 是 健全")
    assert only("健全", "完善", text) == Seen("内控制度", "target", "changed")


numbers = st.integers(-4, 8).map(lambda n: Fraction(n, 2))


@st.composite
def aims(draw) -> Aim:
    op = draw(st.sampled_from([">=", ">", "<=", "<", "=", "in"]))
    low, high = sorted((draw(numbers), draw(numbers)))
    if op != "in":
        low = high = draw(numbers)
    return Aim(
        op,
        RATIO,
        low if op in {">=", ">", "=", "in"} else None,
        high if op in {"<=", "<", "=", "in"} else None,
        "",
        "",
    )


MARKS = [Fraction(n, 4) for n in range(-12, 24)]


@given(aims(), aims())
def test_sense_is_that_of_the_actuals_that_meet(old: Aim, new: Aim) -> None:
    """Every actual that matters lies on a half or between two; so the marks see all differences."""
    lost = any(is_met(old, x) and not is_met(new, x) for x in MARKS)
    won = any(is_met(new, x) and not is_met(old, x) for x in MARKS)
    expected = {(True, False): "tightened", (False, True): "loosened"}.get((lost, won), "changed")
    assert sense_of_aims(old, new) == expected


@given(aims(), aims())
def test_mirror(old: Aim, new: Aim) -> None:
    mirrored = {"tightened": "loosened", "loosened": "tightened"}
    there, back = sense_of_aims(old, new), sense_of_aims(new, old)
    assert back == mirrored.get(there, there)
    assert [s.amount for s in shifts_of_aims(old, new)] == [-s.amount for s in shifts_of_aims(new, old)]
    assert are_near(old, new) == are_near(new, old)


@given(aims(), aims())
def test_one_meaning_is_one_set(old: Aim, new: Aim) -> None:
    if aim_meaning(old) == aim_meaning(new):
        assert all(is_met(old, x) == is_met(new, x) for x in MARKS)


def test_units_that_do_not_compare() -> None:
    one = Aim(">=", RATIO, Fraction(1), None, "", "")
    other = Aim(">=", TIMES, Fraction(1), None, "", "")
    assert sense_of_aims(one, other) == "changed"
    assert shifts_of_aims(one, other) == ()
    assert not are_near(one, other)
