"""Puts witnesses and uses into words and places."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.proof import messages, wording
from perfdsl.proof.finding import Probe, Property, Witness
from perfdsl.proof.prove_use import Outcome, UseProof, jump_of
from perfdsl.proof.replay import kept, replay
from perfdsl.proof.use import Use
from perfdsl.proof.write_number import written, written_in
from perfdsl.scheme.known_units import DATE
from perfdsl.scheme.rubric_scheme import MethodScheme
from perfdsl.scheme.scheme import Aim
from perfdsl.source import Place

MOST_FOR_JUMP = 2
"""Uses of which a jump is told: the others have the same cases."""
_SIGNS = {">=": ">=", "<=": "<=", ">": ">", "<": "<", "=": "="}


def witness_of(use: Use, about: Property, outcome: Outcome) -> Witness:
    """Give the witness of a refutation, with the points that the interpreter finds."""
    setting = outcome.setting
    assert setting is not None  # noqa: S101 — a refutation has one
    probes = []
    for actual in outcome.actuals:
        case, points = replay(use.call, setting, actual)
        probes.append(Probe(actual, show_actual(actual, setting.aim), points, case))
    target, weight = setting.aim.text, setting.weight
    match about:
        case "gap":
            said = messages.gap_said(target, weight, probes[0])
        case "range":
            said = messages.range_said(target, weight, probes[0])
        case _:
            given = tuple(kept(probe.points, weight) for probe in probes)
            said = messages.fall_said(target, weight, probes[0], probes[1], given)
    return Witness(said, target, weight, tuple(probes), use.call, setting)


def show_actual(actual: Fraction, aim: Aim) -> str:
    """Write an actual in the unit of its target; a state as its word, a date as a date."""
    if aim.op == "is":
        return aim.word if actual else f"不{aim.word}"
    if aim.unit.dimension == DATE.dimension:
        return _show_day(actual)
    return written_in(actual / aim.unit.factor, aim.unit.name)


def _show_day(actual: Fraction) -> str:
    try:
        return date.fromordinal(int(actual)).isoformat()
    except (ValueError, OverflowError):
        return f"第 {int(actual)} 天"


def complaint_of(method: MethodScheme, about: Property, witness: Witness) -> Diagnostic:
    """Tell a person of a refutation, at the cases that decide."""
    places = [place_of(method, probe.case) for probe in witness.probes]
    match about:
        case "gap":
            return messages.gap(method.name, witness, places)
        case "range":
            return messages.beyond_range(method.name, witness, places, witness.weight or Fraction(0))
        case _:
            return messages.not_monotone(method.name, witness, places)


def unreachable_complaint(method: MethodScheme, case: int) -> Diagnostic:
    """Tell a person of a case that never decides."""
    return messages.never_decides(method.name, place_of(method, case))


def place_of(method: MethodScheme, case: int) -> Place:
    """Place of a case; of the method's name where none decides."""
    if case < 0:
        return method.source.place(method.node.name_span)
    return method.source.place(method.cases[case].span)


def said_uses(uses: Sequence[Use]) -> Text:
    """Say what a method is used for, and by whom, or what it suits where nobody says."""
    names = list(dict.fromkeys(name_of(use) for use in uses))
    zh, en = "、".join(name.zh for name in names), ", ".join(name.en for name in names)
    if any(use.used for use in uses):
        return Text(f"用于 {zh}", f"used for {en}")
    if any(use.said for use in uses):
        return Text(f"算例用于 {zh}（没有评分办法用它）", f"used for {en} in examples (no rubric uses it)")
    return Text(f"适用于 {zh}（没有评分办法用它）", f"suits {en} (no rubric uses it)")


def name_of(use: Use) -> Text:
    """Name the kind of target that a use is for."""
    if use.execution:
        return wording.OPERATORS["execution"]
    if use.in_time:
        return wording.OPERATORS["deadline"]
    sign = _SIGNS.get(use.op)
    return Text(sign, sign) if sign else wording.OPERATORS[use.op]


def said_jump(proofs: Sequence[UseProof]) -> Text | None:
    """Say how many points are won at once where the target is met."""
    jumps = [jump for proof in proofs[:MOST_FOR_JUMP] if (jump := jump_of(proof)) is not None]
    if not jumps:
        return None
    jump = max(jumps, key=lambda each: each.points)
    share = written(100 * jump.points / jump.setting.weight)
    target = jump.setting.aim.text
    return Text(
        f"在目标处跳 {share}% 的分值（目标 {target}）",
        f"a jump of {share}% of the weight at the target {target}",
    )
