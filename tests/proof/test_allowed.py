"""Declared exceptions: allowed refutations do not fail, and needless ones are told."""

from __future__ import annotations

from tests.proof.proofs import RUBRIC, findings, subject, verify_text

METHOD = """方法 试法
  允许 超额扣分 因为 "手册第 5 条"
  实际 >= 130% -> 80%
  达标 -> 100%
  其他 -> 0%
"""


def test_an_allowed_refutation_keeps_its_witness_and_does_not_fail() -> None:
    verification = verify_text(METHOD)
    finding = findings(subject(verification, "试法"))["monotone"]
    assert (finding.verdict, finding.reason) == ("allowed", "手册第 5 条")
    assert finding.witness is not None
    assert finding.complaint is None
    assert not subject(verification, "试法").complaints


def test_one_exception_does_not_allow_another() -> None:
    text = METHOD.replace("其他 -> 0%", "其他 -> 0% - 10%")
    found = findings(subject(verify_text(text), "试法"))
    assert (found["monotone"].verdict, found["range"].verdict) == ("allowed", "refuted")


def test_an_exception_that_is_not_needed_is_told() -> None:
    text = '方法 试法\n  允许 缺口 因为 "旧"\n  达标 -> 100%\n  其他 -> 0%\n'
    (warning,) = subject(verify_text(text), "试法").warnings
    assert (warning.code, warning.severity) == ("P0909", "warning")
    assert "缺口" in warning.message.zh


def test_a_jump_may_be_allowed() -> None:
    text = '方法 试法\n  允许 跳变 因为 "全有或全无"\n  达标 -> 100%\n  其他 -> 0%\n'
    found = subject(verify_text(text), "试法")
    assert findings(found)["jump"].verdict == "allowed"
    assert not found.warnings


def test_a_rubric_allows_what_is_its_own() -> None:
    text = RUBRIC.format(scored="").replace(
        "等级 优 >= 90，良 >= 80", '允许 重叠 因为 "两可"\n  等级 优 >= 90，良 80 至 90'
    )
    found = subject(verify_text(text), "试算")
    assert findings(found)["overlap"].verdict == "allowed"
