"""Falls, gaps and jumps that are found on curves, on the side of the target where they are."""

from __future__ import annotations

import pytest

from perfdsl.proof.finding import Finding
from tests.proof.proofs import verify_method


@pytest.fixture(autouse=True)
def _without_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    """The core alone."""
    monkeypatch.setattr("perfdsl.proof.with_z3.has_solver", lambda: False)


FALLS_ABOVE = "实际 > 上限 * 2 -> 100%\n实际 > 上限 -> 0%\n其他 -> 100%"
"""For a target or a range: twice too much pays better than a little too much."""
FALLS_BELOW = "实际 < 下限 / 2 -> 100%\n实际 < 下限 -> 0%\n其他 -> 100%"
FALLS_INSIDE = "实际 < 下限 -> 0%\n实际 > 上限 -> 0%\n实际 * 2 <= 下限 + 上限 -> 100%\n其他 -> 50%"


def of_target(cases: str) -> str:
    return cases.replace("上限", "目标值").replace("下限", "目标值")


@pytest.mark.parametrize(
    ("scored", "cases"),
    [
        (">=", of_target(FALLS_BELOW)),
        (">", of_target(FALLS_BELOW)),
        ("<=", of_target(FALLS_ABOVE)),
        ("<", of_target(FALLS_ABOVE)),
        ("=", of_target(FALLS_BELOW)),
        ("=", of_target(FALLS_ABOVE)),
        ("=", "实际 = 目标值 -> 50%\n实际 < 目标值 -> 0%\n其他 -> 80%"),
        ("=", "实际 = 目标值 -> 50%\n实际 > 目标值 -> 0%\n其他 -> 80%"),
        ("区间", FALLS_BELOW),
        ("区间", FALLS_ABOVE),
        ("区间", FALLS_INSIDE),
    ],
)
def test_a_fall_is_found_on_the_side_where_it_is(scored: str, cases: str) -> None:
    found = verify_method(cases, scored)["monotone"]
    assert found.verdict == "refuted"
    assert found.witness is not None
    worse, better = (probe.points for probe in found.witness.probes)
    assert worse is not None
    assert better is not None
    assert worse > better


@pytest.mark.parametrize(
    ("scored", "cases"),
    [
        (">=", "达标 -> 100%\n其他 -> 0%"),
        ("<=", "达标 -> 100%\n其他 -> 0%"),
        (">", "达标 -> 100%\n其他 -> 0%"),
        ("<", "达标 -> 100%\n其他 -> 0%"),
        ("=", "实际 = 目标值 -> 100%\n实际 < 目标值 -> 50%\n其他 -> 20%"),
        ("区间", "达标 -> 100%\n实际 < 下限 -> 50%\n其他 -> 20%"),
    ],
)
def test_no_fall_is_found_where_there_is_none(scored: str, cases: str) -> None:
    assert verify_method(cases, scored)["monotone"].verdict == "proved"


def test_the_least_actual_that_there_can_be_is_looked_at() -> None:
    found = verify_method("实际 <= 0次 -> 120%\n其他 -> 100%", ">=")["range"]
    assert found.verdict == "refuted"
    assert found.witness is not None
    assert [probe.value for probe in found.witness.probes] == [0]


def test_counted_things_are_shown_in_whole_numbers() -> None:
    """Something is wrong between 3 and 5 only."""
    found = verify_method("实际 <= 3次 -> 0%\n实际 < 5次 -> 120%\n其他 -> 100%", ">=")["range"]
    assert texts(found) == ["4次"]


def texts(found: Finding) -> list[str]:
    assert found.witness is not None
    return [probe.text for probe in found.witness.probes]


def test_the_greatest_loss_among_twelve_months_is_shown() -> None:
    """Done by September pays more than done by June, and that more than done by March."""
    cases = "实际 <= 3月份 -> 50%\n实际 <= 6月份 -> 60%\n实际 <= 9月份 -> 100%\n其他 -> 0%"
    found = verify_method(cases, "期限")["monotone"]
    assert found.verdict == "refuted"
    assert found.witness is not None
    worse, better = found.witness.probes
    assert worse.text in {"7月份", "8月份", "9月份"}
    assert better.text in {"1月份", "2月份", "3月份"}


def test_a_fall_from_one_month_to_the_next_is_found() -> None:
    found = verify_method("实际 = 1月份 -> 50%\n实际 = 2月份 -> 60%\n其他 -> 0%", "期限")["monotone"]
    assert texts(found) == ["2月份", "1月份"]


def test_one_month_without_points_is_found() -> None:
    found = verify_method("实际 <= 6月份 -> 100%\n实际 > 7月份 -> 0%", "期限")
    assert found["gap"].verdict == "refuted"
    assert texts(found["gap"]) == ["7月份"]
    assert found["monotone"].verdict != "refuted"  # no points are neither more nor fewer
    beyond = verify_method("实际 = 5月份 -> 120%\n其他 -> 0%", "期限")
    assert texts(beyond["range"]) == ["5月份"]


def test_a_state_that_is_not_better_when_it_holds() -> None:
    assert verify_method("达标 -> 20%\n其他 -> 100%", "是")["monotone"].verdict == "refuted"
    assert verify_method("达标 -> 99.9%\n其他 -> 100%", "是")["monotone"].verdict == "refuted"
    assert verify_method("达标 -> 100%\n其他 -> 100%", "是")["monotone"].verdict == "proved"


@pytest.mark.parametrize(
    ("scored", "cases", "size"),
    [
        (">=", "达标 -> 100%\n其他 -> 20%", "80%"),
        ("=", "达标 -> 100%\n实际 < 目标值 -> 80%\n其他 -> 30%", "70%"),
        ("区间", "达标 -> 100%\n实际 < 下限 -> 60%\n其他 -> 90%", "40%"),
        ("期限", "达标 -> 100%\n其他 -> 20%", ""),
        ("是", "达标 -> 100%\n其他 -> 20%", ""),
    ],
)
def test_the_greatest_jump_at_the_target(scored: str, cases: str, size: str) -> None:
    found = verify_method(cases, scored)
    assert ("jump" in found) is bool(size)
    if size:
        assert size in found["jump"].why.zh
