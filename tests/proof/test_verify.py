"""What could not be read is not judged, z3 has a time for the whole run, and the unknown is named."""

from __future__ import annotations

import pytest

from perfdsl.proof import wording
from perfdsl.proof.solver_time import MOST_IN_A_RUN, MOST_MILLISECONDS, SolverTime
from tests.proof.proofs import RUBRIC, findings, subject, verify_method, verify_text


def test_a_method_with_a_line_that_cannot_be_read_is_not_judged() -> None:
    """What is left of it would be refuted: without its second line it is nothing but a constant."""
    text = "方法 试法\n  达标 -> 0%\n  实际 >> 3 -> 50%\n  其他 -> 100%\n"
    found = findings(subject(verify_text(text), "试法"))
    assert {(each.verdict, each.why) for each in found.values()} == {("unknown", wording.WRONG_METHOD)}


def test_levels_of_which_one_cannot_be_read_are_not_judged() -> None:
    text = "方法 试法\n  档次 达成 80%..100%\n  档次 达成 啊啊 %%\n  档次 未达成 0%..<60%\n"
    found = findings(subject(verify_text(text), "试法"))
    assert {each.verdict for each in found.values()} == {"unknown"}


def test_a_rubric_with_a_line_that_cannot_be_read_is_not_judged() -> None:
    text = RUBRIC.format(scored="").replace("  舍入", "  分摊 >> 平均\n  舍入").replace("差 其他", "差 >= 10")
    found = findings(subject(verify_text(text), "试算"))
    assert {each.why for each in found.values()} == {wording.WRONG_RUBRIC}


def test_a_rule_with_a_line_that_cannot_be_read_is_not_judged() -> None:
    text = "规则 甲\n  每项 当 得分 < 1分 且 得分 > 2分\n  则 >> 提示\n  则 扣 1分\n"
    found = findings(subject(verify_text(text), "甲"))
    assert {each.verdict for each in found.values()} == {"unknown"}


# ---------------------------------------------------------------- the time of z3

ROUND = "实际 < 0 -> 0%\n实际 > 1 -> 100%\n其他 -> 实际 * 实际"


def test_the_solver_has_so_much_time_in_a_run() -> None:
    time = SolverTime()
    questions = 0
    while taken := time.take():
        assert taken <= MOST_MILLISECONDS
        time.spend(taken)
        questions += 1
    assert questions == MOST_IN_A_RUN // MOST_MILLISECONDS
    time = SolverTime(100)
    assert time.take() == 100
    time.spend(0)
    assert time.take() == 99


def test_each_question_takes_some_of_it() -> None:
    pytest.importorskip("z3")
    from perfdsl.proof.settings import settings_of
    from perfdsl.proof.with_z3 import solve
    from tests.proof.typed_methods import uses_of

    body = ROUND.replace("\n", "\n  ")
    (use,) = (use for use in uses_of(f"方法 试法\n  {body}\n") if use.op == ">=")
    time = SolverTime()
    assert solve(settings_of(use), "monotone", time) is not None
    assert time.left < MOST_IN_A_RUN


def test_what_is_left_after_it_is_unknown_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("z3")
    assert verify_method(ROUND, ">=")["monotone"].verdict == "proved"
    monkeypatch.setattr("perfdsl.proof.verify.SolverTime", lambda: SolverTime(0))
    found = verify_method(ROUND, ">=")["monotone"]
    assert found.verdict == "unknown"
    assert wording.NO_TIME.zh in found.why.zh


# ---------------------------------------------------------------- cases that decide

HIDDEN = "实际 * 实际 > {} 且 实际 * 实际 < {} -> 50%\n实际 < 0 -> 0%\n实际 >= 1 -> 100%\n其他 -> 20%"


def test_a_case_that_a_witness_shows_is_not_unknown() -> None:
    """z3 finds the narrow case for one property, so that it is known to decide."""
    pytest.importorskip("z3")
    found = verify_method(HIDDEN.format("0.015129", "0.01522756"), ">=")
    assert found["monotone"].verdict == "refuted"
    assert found["unreachable"].verdict == "proved"


def test_the_case_that_is_unknown_is_named() -> None:
    found = verify_method(HIDDEN.format("0.25", "0.25"), ">=")["unreachable"]
    assert found.verdict == "unknown"
    assert "第 1 个情形“实际 * 实际 > 0.25" in found.why.zh
    assert "case 1 “实际 * 实际 > 0.25" in found.why.en
