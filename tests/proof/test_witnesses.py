"""What a report prints of a witness is a witness: read back as it stands, the interpreter finds the same."""

from __future__ import annotations

import re
from fractions import Fraction

import pytest

from perfdsl.proof.choose_settings import aim_in
from perfdsl.proof.finding import Finding
from perfdsl.proof.replay import refutes
from perfdsl.proof.round_counterexample import near_counterexamples
from perfdsl.scheme.known_units import DATE, RATIO
from perfdsl.units import find_unit
from tests.proof.proofs import findings, subject, verify_method, verify_text
from tests.proof.typed_methods import uses_of

FINE = """达标 -> 100%
目标值 <= 0 -> 0%
实际 <= 0 -> 0%
实际 / 目标值 = 61.803398874989% -> 0%
其他 -> 实际 / 目标值"""
NARROW = """分值 > 3.1415分 且 分值 < 3.1416分 且 达标 -> 50%
达标 -> 100%
其他 -> 60%"""
ROOT = """目标值 <= 0 -> 0%
实际 * 实际 > 2 * 目标值 * 目标值 且 实际 * 实际 < 200001 / 100000 * 目标值 * 目标值 -> 50%
达标 -> 100%
其他 -> 0%"""
THIRD = "达标 -> 100%\n实际 * 3 = 100% -> 0%\n其他 -> 20%"


def read(text: str) -> Fraction:
    found = re.fullmatch(r"[≥≤<>=]?(-?[0-9.]+)(\D*)", text)
    assert found is not None, text
    unit = find_unit(found[2])
    assert unit is not None
    return Fraction(found[1]) * unit.factor


def refutes_as_printed(finding: Finding) -> bool:
    """Whether the printed target, weight and actuals refute the property again."""
    witness = finding.witness
    assert witness is not None
    assert witness.call is not None
    assert witness.setting is not None
    aim = witness.setting.aim
    size = read(witness.target)
    weight = re.search(r"分值 ([0-9.]+) 时", witness.said.zh)
    assert weight is not None
    low, high = (None if end is None else size for end in (aim.low, aim.high))
    setting = witness.setting._replace(aim=aim._replace(low=low, high=high), weight=Fraction(weight[1]))
    actuals = [read(probe.text) for probe in witness.probes]
    assert all(probe.text in witness.said.zh for probe in witness.probes)
    return refutes(witness.call, setting, finding.about, actuals)


@pytest.mark.parametrize("cases", [FINE, NARROW])
def test_a_printed_witness_is_one(cases: str) -> None:
    finding = verify_method(cases, ">=")["monotone"]
    assert finding.verdict == "refuted"
    assert refutes_as_printed(finding)


def test_what_the_solver_finds_is_printed_as_a_witness_too() -> None:
    pytest.importorskip("z3")
    finding = verify_method(ROOT, ">=")["monotone"]
    assert finding.verdict == "refuted"
    assert refutes_as_printed(finding)


def test_what_has_no_decimals_is_marked_and_has_its_fraction() -> None:
    finding = verify_method(THIRD, ">=")["monotone"]
    assert finding.witness is not None
    assert any("≈33.333333% (= 100/3%)" in probe.text for probe in finding.witness.probes)
    assert Fraction(1, 3) in {probe.value for probe in finding.witness.probes}


def test_a_counterexample_is_rounded_and_keeps_to_what_is_accepted() -> None:
    (use,) = (use for use in uses_of("方法 试法\n  达标 -> 100%\n  其他 -> 0%\n") if use.op == ">=")
    from perfdsl.proof.settings import settings_of

    setting = settings_of(use).all[0]._replace(aim=aim_in(">=", RATIO, Fraction(1, 3)), weight=Fraction(1, 7))
    found = list(near_counterexamples(use, setting, (Fraction(2, 3),)))
    assert found[-1] == (setting, (Fraction(2, 3),))
    assert [each.aim.text for each, _ in found[:2]] == ["≥33.3%", "≥33.33%"]  # a weight of 0 is none
    in_time = use._replace(unit=DATE)
    day = setting._replace(aim=aim_in(">=", DATE, Fraction(738000)), weight=Fraction(1))
    assert all(
        days[0].denominator == 1 for _, days in near_counterexamples(in_time, day, (Fraction(1, 2) + 738000,))
    )


def test_targets_are_written_in_one_style() -> None:
    """Those of examples, those of lines and those that were chosen."""
    text = "方法 试法\n  达标 -> 100%\n  目标值 <= 0 -> 0%\n  其他 -> 实际 / 目标值 * 130%\n"
    text += '算例 "二十场"\n  设 目标值 >= 20场，分值 25，实际 18场\n  应 得 25分\n'
    found = findings(subject(verify_text(text), "试法"))
    assert "目标 ≥20场" in found["range"].why.zh
    chosen = findings(subject(verify_text(text.split("算例")[0]), "试法"))
    assert "目标 ≥12次" in chosen["range"].why.zh
    assert ">= " not in chosen["range"].why.zh.replace("用于 >=、>、", "")


def test_a_small_jump_is_not_told_as_none() -> None:
    cases = "达标 -> 100%\n目标值 <= 0 -> 0%\n其他 -> min(99.998%, max(0%, 实际 / 目标值))"
    jump = verify_method(cases, ">=")["jump"]
    assert "跳 0.002% 的分值" in jump.why.zh
