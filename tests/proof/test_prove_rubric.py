"""Grades, levels and weights: what is said of them, where, and of which numbers; all are invented."""

from __future__ import annotations

import pytest

from perfdsl.proof.finding import Finding
from tests.proof.proofs import RUBRIC, findings, subject, verify_text

GRADES = "优 >= 90，良 >= 80，中 >= 60，差 其他"
WEIGHTS = "权重 全部 90，预算执行率 10"


def rubric(grades: str = GRADES, weights: str = WEIGHTS) -> dict[str, Finding]:
    text = RUBRIC.format(scored="").replace(GRADES, grades).replace(WEIGHTS, weights)
    return findings(subject(verify_text(text), "试算"))


def levels(*written: str) -> dict[str, Finding]:
    text = "方法 试法\n" + "".join(f"  档次 {each}\n" for each in written)
    return findings(subject(verify_text(text), "试法"))


def refuted(found: Finding, code: str, place: str) -> str:
    """What a refutation says; its complaint says the same at a place, and so does its witness."""
    assert found.verdict == "refuted"
    assert found.complaint is not None
    assert (found.complaint.code, found.complaint.labels[0].place.text) == (code, place)
    assert found.witness is not None
    for said in (found.why, found.witness.said):
        assert said.zh.strip()
        assert said.zh in found.complaint.message.zh
        assert said.en in found.complaint.message.en
    return found.why.zh


# ---------------------------------------------------------------- grades


def test_sound_grades_are_proved_for_all_totals() -> None:
    found = rubric()
    for about in ("gap", "overlap", "order", "unreachable"):
        assert (found[about].about, found[about].verdict) == (about, "proved")
        assert found[about].why.zh


@pytest.mark.parametrize(
    ("grades", "about", "code", "shown"),
    [
        ("优 > 90，良 80 至不足 90，中 60 至不足 80，差 < 60", "gap", "P0905", ("90",)),
        ("优 >= 90，良 80 至不足 90，中 60 至不足 80，差 1 至不足 60", "gap", "P0905", ("0",)),
        ("优 90 至不足 100，良 80 至不足 90，差 < 80", "gap", "P0905", ("100",)),
        ("优 >= 90，良 80 至 90，中 60 至不足 80，差 < 60", "overlap", "P0906", ("90", "优", "良")),
        ("优 >= 90，良 >= 95，中 >= 60，差 其他", "unreachable", "P0904", ("良",)),
        ("优 > 90，良 80 至不足 90，中 >= 60，差 其他", "order", "P0907", ("89.99", "良", "90", "中")),
        ("差 < 60，良 >= 80，中 60 至不足 80", "order", "P0907", ("79.99", "中", "80", "良")),
    ],
)
def test_grades_that_are_wrong(grades: str, about: str, code: str, shown: tuple[str, ...]) -> None:
    said = refuted(rubric(grades)[about], code, "试算")
    assert all(each in said for each in shown), said


@pytest.mark.parametrize(
    "grades", ["差 < 60，中 60 至不足 80，良 80 至不足 90，优 >= 90", "合格 >= 0", "好 >= 50，差 其他"]
)
def test_grades_may_stand_from_either_end(grades: str) -> None:
    assert {each.verdict for about, each in rubric(grades).items() if about != "weights"} == {"proved"}


# ---------------------------------------------------------------- levels

LEVELS = ("达成 80%..100%", "部分达成 60%..<80%", "未达成 0%..<60%")


def test_sound_levels_are_proved_for_all_shares() -> None:
    found = levels(*LEVELS)
    for about in ("gap", "overlap"):
        assert (found[about].about, found[about].verdict) == (about, "proved")
        assert found[about].why.zh


@pytest.mark.parametrize(
    ("written", "about", "code", "place", "shown"),
    [
        (
            ("达成 80%..100%", "部分达成 60%..<79%", "未达成 0%..<60%"),
            "gap",
            "P0905",
            "档次 达成 80%..100%",
            "79%",
        ),
        (("达成 80%..<100%", "未达成 0%..<80%"), "gap", "P0905", "档次 达成 80%..<100%", "100%"),
        (("达成 80%..100%", "未达成 1%..<80%"), "gap", "P0905", "档次 未达成 1%..<80%", "0%"),
        (("达成 80%..100%", "未达成 0%..80%"), "overlap", "P0906", "档次 未达成 0%..80%", "80%"),
        (("达成 80%..100%", "未达成 0%..<81%"), "overlap", "P0906", "档次 未达成 0%..<81%", "80%"),
    ],
)
def test_levels_that_are_wrong(
    written: tuple[str, ...], about: str, code: str, place: str, shown: str
) -> None:
    found = levels(*written)[about]
    said = refuted(found, code, place)
    assert shown in said
    assert "试法" in said
    if about == "overlap":
        assert "达成" in said
        assert "未达成" in said


# ---------------------------------------------------------------- weights


def test_weights_are_added_for_each_set_of_groups() -> None:
    found = rubric(weights="权重 产出指标 50，效益指标 40，预算执行率 10")["weights"]
    assert found.verdict == "proved"
    assert found.why.zh == "1 种一级指标的组合都合计 100；没有产出指标、效益指标的表不予评分"
    assert "refused" in found.why.en
    assert "refused" not in rubric()["weights"].why.en


def test_weights_that_do_not_make_a_hundred() -> None:
    found = rubric(weights="权重 全部 85，预算执行率 10")["weights"]
    said = refuted(found, "P0908", "权重 全部 85，预算执行率 10")
    assert "95" in said


def test_a_rubric_that_refuses_every_sheet_says_why() -> None:
    """Each set of weights asks for a group that has no points in it; the sum is not what is wrong."""
    one = "权重 产出指标 90，预算执行率 10 当 有 成本指标"
    other = "权重 产出指标 90，预算执行率 10 当 有 满意度指标"
    found = rubric(weights=f"{one}\n  {other}")["weights"]
    said = refuted(found, "P0908", one)
    assert "没有给“成本指标”分值" in said
    assert "合计" not in said
    assert found.complaint is not None
    assert "没有一种表" in found.complaint.message.zh
