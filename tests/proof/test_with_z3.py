"""What z3 adds, that it is not believed on its word, and what is said where it is not installed."""

from __future__ import annotations

from fractions import Fraction

import pytest

from perfdsl.proof import with_z3, wording
from perfdsl.proof.prove_use import prove_use
from perfdsl.proof.replay import refutes
from tests.proof.proofs import verify_method, verify_text
from tests.proof.typed_methods import uses_of

pytest.importorskip("z3")

PARABOLA = "实际 < 0 -> 0%\n实际 > 1 -> 100%\n其他 -> 实际 * 实际"
SQUARE = """方法 试法
  达标 -> 100%
  目标值 <= 0 -> 0%
  实际 < 0 -> 0%
  其他 -> 实际 / 目标值 * (实际 / 目标值)
"""
HIDDEN = """方法 试法
  实际 > 0.123 且 实际 < 0.1234 -> 150%
  实际 < 0 -> 0%
  实际 > 1 -> 100%
  其他 -> 实际 * 实际
"""


def test_a_square_is_proved() -> None:
    found = verify_method(PARABOLA, ">=")
    assert {found[about].verdict for about in ("gap", "range", "monotone")} == {"proved"}
    assert found["monotone"].why == wording.BY_SOLVER


def test_without_z3_it_is_unknown_and_the_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("perfdsl.proof.with_z3.has_solver", lambda: False)
    monkeypatch.setattr("perfdsl.proof.verify.has_solver", lambda: False)
    body = PARABOLA.replace("\n", "\n  ")
    verification = verify_text(f"方法 试法\n  {body}\n")
    assert verification.count("unknown")
    assert verification.lacks_solver


def test_a_counterexample_of_z3_is_replayed() -> None:
    """Hidden between 0.123 and 0.1234, where no plain actual is tried."""
    (use,) = (use for use in uses_of(HIDDEN) if use.op == ">=")
    outcome = prove_use(use).outcomes["range"]
    assert outcome.proved is False
    assert outcome.setting is not None
    assert refutes(use.call, outcome.setting, "range", outcome.actuals)
    assert Fraction("0.123") < outcome.actuals[0] < Fraction("0.1234")


def test_a_wrong_counterexample_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    (use,) = (use for use in uses_of(SQUARE) if use.op == ">=")

    def lie(settings, _about, _time):
        return with_z3.Answer(False, settings.all[0], (Fraction(1, 2), Fraction(3, 5)))

    monkeypatch.setattr("perfdsl.proof.with_z3.solve", lie)
    assert prove_use(use).outcomes["monotone"].proved is None


def test_what_it_cannot_be_told_stays_unknown() -> None:
    found = verify_method("实际 < 0 -> 0%\n实际 > 1 -> 100%\n其他 -> round(实际 * 实际, 2)", ">=")
    assert found["monotone"].verdict == "unknown"


def test_core_and_z3_agree_on_ratios() -> None:
    """Both are asked of the same use; neither may refute what the other proves."""
    from perfdsl.proof.settings import settings_of

    text = "方法 试法\n  达标 -> 100%\n  目标值 <= 0 -> 0%\n  其他 -> max(0%, 实际 / 目标值)\n"
    for use in uses_of(text):
        outcomes = prove_use(use).outcomes
        for about, outcome in outcomes.items():
            answer = with_z3.solve(settings_of(use), about)
            if answer is not None and outcome.proved is not None:
                assert answer.proved == outcome.proved, (use.op, about)
