"""Methods of every kind: what is proved of them for all targets and weights, and by which argument."""

from __future__ import annotations

import pytest

from perfdsl.proof import wording
from tests.proof.proofs import findings, subject, verdicts, verify_method, verify_text

RANGE = """达标 -> 100%
实际 < 下限 且 下限 > 0 -> max(0%, 实际 / 下限)
实际 > 上限 且 上限 > 0 -> 上限 / 实际
其他 -> 0%"""
ALL_PROVED = {"gap": "proved", "range": "proved", "monotone": "proved", "unreachable": "proved"}


@pytest.fixture(autouse=True)
def _without_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    """The core alone."""
    monkeypatch.setattr("perfdsl.proof.with_z3.has_solver", lambda: False)


@pytest.mark.parametrize(
    ("scored", "cases", "argument"),
    [
        (">=", "达标 -> 100%\n目标值 <= 0 -> 0%\n其他 -> max(0%, 2 * (实际 / 目标值) - 1)", wording.SCALED),
        ("<=", "达标 -> 100%\n实际 < 2 * 目标值 -> 1 - (实际 - 目标值) / 目标值\n其他 -> 0%", wording.SCALED),
        (">=", "达标 -> 满分\n其他 -> max(0, 满分 - 0.5分 每 1个百分点 超出 每满)", wording.BY_STRUCTURE),
        ("<=", "实际 <= 10% -> 80%\n实际 <= 5% -> 80%\n其他 -> 0%", wording.BY_STRUCTURE),
        ("=", "达标 -> 100%\n实际 > 90% -> 50%\n其他 -> 50%", wording.BY_STRUCTURE),
        (
            "期限",
            "达标 -> 100%\n实际 < 目标值 + 30天 -> 1 - (实际 - 目标值) / 30天\n其他 -> 0%",
            wording.ANY_DAY,
        ),
        ("是", "达标 -> 100%\n其他 -> 50% - 20%", wording.ONE_STATE),
        ("预算执行率", "实际 <= 1 -> 实际\n其他 -> 100%", wording.ALL_OF_BUDGET),
        (
            "区间",
            RANGE,
            wording.SCALED_ENDS,
        ),
    ],
)
def test_it_is_proved_and_how(scored: str, cases: str, argument) -> None:
    found = verify_method(cases, scored)
    assert {v for about, v in verdicts(found).items() if about != "unreachable"} == {"proved"}
    assert any(argument.zh in finding.why.zh for finding in found.values())


def test_a_month_is_tried_in_all_twelve() -> None:
    found = verify_method("实际 <= 目标值 -> 100%\n实际 <= 12月份 -> 50%\n其他 -> 0%", "期限")
    assert verdicts(found)["monotone"] == "proved"
    assert verdicts(found)["unreachable"] == "refuted"


@pytest.mark.parametrize(
    ("weight", "verdict"), [("3分", "refuted"), ("min(满分, 3分)", "proved"), ("0分", "proved")]
)
def test_points_of_a_table_are_held_against_every_weight(weight: str, verdict: str) -> None:
    found = verify_method(f"达标 -> {weight}\n其他 -> 0分", ">=")
    assert found["range"].verdict == verdict


def test_a_table_whose_rows_cross_at_some_weight() -> None:
    """Half the weight is more than 4 points only above 8: the outcome turns there."""
    found = verify_method("实际 >= 90% -> min(满分, 4分)\n其他 -> 50%", ">=")
    assert found["monotone"].verdict == "refuted"
    witness = found["monotone"].witness
    assert witness is not None
    assert witness.weight is not None
    assert witness.weight > 8


def test_a_target_among_the_numbers_of_a_method_is_each_order_of_them() -> None:
    cases = "达标 且 实际 >= 90% -> 100%\n达标 -> 80%\n实际 >= 60% -> 50%\n其他 -> 0%"
    found = verify_method(cases, ">=")
    assert verdicts(found) == ALL_PROVED


def test_a_target_below_a_number_may_be_the_only_one_that_fails() -> None:
    """Only under a target below 60% does missing it pay better than a little more."""
    found = verify_method("达标 且 实际 >= 60% -> 100%\n达标 -> 20%\n其他 -> 50%", ">=")
    assert found["monotone"].verdict == "refuted"


def test_an_actual_below_zero_counts_where_the_unit_can_be() -> None:
    ratio = "达标 -> 100%\n目标值 <= 0 -> 0%\n其他 -> 实际 / 目标值"
    assert verify_method(ratio, ">=")["range"].verdict == "refuted"
    counted = "实际 >= 0次 且 达标 -> 100%\n目标值 <= 0 -> 0%\n其他 -> 实际 / 目标值"
    assert verify_method(counted, ">=")["range"].verdict != "refuted"


def test_what_stays_unknown_says_so() -> None:
    found = verify_method(
        "达标 -> 100%\n实际 >= 90% -> 90%\n目标值 <= 0 -> 0%\n其他 -> 实际 / 目标值 * 20%", ">="
    )
    assert found["monotone"].verdict in {"unknown", "refuted"}
    unknown = verify_method("其他 -> min(100%, max(0%, 别的指标 / 100%))")
    assert unknown["monotone"].verdict == "unknown"
    assert unknown["monotone"].why == wording.OTHER_FACTS
    assert unknown["range"].verdict == "proved"


def test_parameters_that_nobody_gives() -> None:
    found = findings(
        subject(
            verify_text("方法 试法(优, 良)\n  实际 >= 优 -> 100%\n  实际 >= 良 -> 75%\n  其他 -> 0%\n"),
            "试法",
        )
    )
    assert [found[about].verdict for about in ("gap", "range")] == ["proved"] * 2
    assert found["unreachable"].verdict == "unknown"


def test_parameters_that_nobody_gives_prove_nothing_of_other_operators() -> None:
    text = "方法 试法(优, 良)\n  实际 >= 优 -> 100%\n  实际 >= 良 -> 75%\n  其他 -> 0%\n"
    found = findings(subject(verify_text(text), "试法"))["monotone"]
    assert found.verdict == "unknown"
    assert "用于 <=、<、=、区间 时：? " in found.why.zh
    assert "用于 >=、> 时：✓" in found.why.zh


def test_parameters_that_a_rubric_gives() -> None:
    from tests.proof.proofs import RUBRIC

    rubric = RUBRIC.format(scored=">= 试法(60%, 90%)；")
    text = rubric + "方法 试法(优, 良)\n  实际 >= 优 -> 100%\n  实际 >= 良 -> 75%\n  其他 -> 0%\n"
    found = findings(subject(verify_text(text), "试法"))
    assert found["unreachable"].verdict == "refuted"


def test_a_method_that_nobody_uses_is_told_of_for_each_operator_that_it_suits() -> None:
    found = subject(
        verify_text("方法 试法\n  达标 -> 100%\n  目标值 <= 0 -> 0%\n  其他 -> max(0%, 实际 / 目标值)\n"),
        "试法",
    )
    assert found.used.zh == "适用于 >=、>、<=、<、=（没有评分办法用它）"
    by_property = findings(found)
    assert verdicts(by_property) == {**ALL_PROVED, "range": "depends"}
    assert by_property["range"].why.zh.startswith("用于 <=、<、= 时：✗ 目标 ≤12次")
    assert by_property["range"].why.zh.endswith("用于 >=、> 时：✓")
    assert by_property["range"].complaint is None
    assert by_property["range"].witness is not None
    assert not found.complaints


def test_what_fails_for_every_operator_is_refuted_though_nobody_uses_it() -> None:
    found = verify_method("达标 -> 50%\n其他 -> 100%")
    assert found["monotone"].verdict == "refuted"
    assert found["monotone"].complaint is not None


def test_a_method_that_is_wrong_is_not_looked_into() -> None:
    found = findings(subject(verify_text("方法 试法\n  其他 -> 12次\n"), "试法"))
    assert {finding.verdict for finding in found.values()} == {"unknown"}
    assert found["gap"].why == wording.WRONG_METHOD


def test_a_line_of_a_sheet_is_held_to_its_own_target_and_weight() -> None:
    text = (
        "采用 国家自评2020\n项目 甲\n  预算 5万元\n  产出指标：\n    次数 >= 3次\n      评分 试法\n"
        "  效益指标：\n    率 >= 90%\n"
        "方法 试法\n  达标 -> 满分\n  其他 -> 满分 - 20分 每 1次 超出 按比例\n"
    )
    found = findings(subject(verify_text(text), "试法"))
    witness = found["range"].witness
    assert witness is not None
    assert witness.target == "≥3次"
    assert witness.weight == 50


EXAMPLE = """
算例 "二十场"
  设 目标值 >= 20场，分值 25，实际 18场
  应 得 25分
"""


def test_examples_of_a_method_give_the_settings_of_its_witness() -> None:
    text = "方法 试法\n  达标 -> 100%\n  目标值 <= 0 -> 0%\n  其他 -> 实际 / 目标值 * 130%\n" + EXAMPLE
    witness = findings(subject(verify_text(text), "试法"))["range"].witness
    assert witness is not None
    assert (witness.target, witness.weight) == ("≥20场", 25)
    assert witness.probes[0].text.endswith("场")


def test_examples_say_what_a_method_is_for_that_no_rubric_uses() -> None:
    """It suits targets from above, too; but nobody shows it so."""
    text = "方法 试法\n  实际 > 2 * 目标值 -> 0%\n  达标 -> 50%\n  其他 -> 0%\n" + EXAMPLE
    found = subject(verify_text(text), "试法")
    assert found.used.zh == "算例用于 >=（没有评分办法用它）"
    assert findings(found)["monotone"].verdict == "refuted"


def test_examples_give_parameters_that_nobody_else_gives() -> None:
    example = EXAMPLE.replace("分值 25", "优 = 20场，良 = 15场，分值 25")
    text = "方法 试法(优, 良)\n  实际 >= 优 -> 100%\n  实际 >= 良 -> 75%\n  其他 -> 0%\n" + example
    assert verdicts(findings(subject(verify_text(text), "试法"))) == ALL_PROVED


def test_a_jump_at_the_target_is_noted() -> None:
    found = verify_method("达标 -> 100%\n其他 -> 20%", ">=")
    assert found["jump"].verdict == "note"
    assert "80%" in found["jump"].why.zh
    assert "jump" not in verify_method(
        "达标 -> 100%\n目标值 <= 0 -> 0%\n其他 -> max(0%, 实际 / 目标值)", ">="
    )
