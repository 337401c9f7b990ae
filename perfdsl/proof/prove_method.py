"""Puts together what is known of a method over all its uses: one verdict on each property."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.proof import wording
from perfdsl.proof.allowed import allowed_by
from perfdsl.proof.finding import METHOD_PROPERTIES, Finding, Subject
from perfdsl.proof.join_uses import joined
from perfdsl.proof.list_uses import default_call, unsaid_uses
from perfdsl.proof.prove_any_parameters import prove_any_parameters
from perfdsl.proof.prove_levels import prove_levels
from perfdsl.proof.prove_reachable import prove_reachable
from perfdsl.proof.prove_use import ASKED, prove_use
from perfdsl.proof.settings import Known
from perfdsl.proof.settle import settled, warned
from perfdsl.proof.solver_time import SolverTime
from perfdsl.proof.tell_outcome import said_jump, said_uses
from perfdsl.proof.use import Use
from perfdsl.proof.uses_in_examples import Shown
from perfdsl.scheme.rubric_scheme import MethodScheme


def _no_examples() -> Shown:
    return Shown()


class Uses(NamedTuple):
    """The uses of a method that rubrics and sheets name, and what gives those that its examples show.

    ``time``: what z3 may still take for this method and all that follow.
    """

    named: Sequence[Use] = ()
    examples: Callable[[], Shown] = _no_examples
    time: SolverTime | None = None


def prove_method(method: MethodScheme, known: Uses, *, wrong: bool = False) -> Subject:
    """Give what is known of a method; ``wrong``: it was complained of already, and is not looked into."""
    place = method.source.place(method.node.name_span)
    allowed = allowed_by(method.node)
    if method.levels and not wrong:
        found = prove_levels(method)
        used = Text("定性", "qualitative")
    else:
        found, used = _prove_cases(method, known, wrong=wrong)
    findings = tuple(settled(finding, allowed) for finding in found)
    warnings = warned(method.name, place, findings, allowed)
    return Subject("method", method.name, place, used, findings, warnings)


def _prove_cases(method: MethodScheme, known: Uses, *, wrong: bool) -> tuple[list[Finding], Text]:
    uses, reason = _uses(method, known, wrong=wrong)
    if reason is wording.NO_CALL and not uses:
        return prove_any_parameters(method), Text("", "")
    if not uses:
        return [Finding(about, "unknown", reason) for about in METHOD_PROPERTIES], Text("", "")
    time = known.time or SolverTime()
    findings, used = _prove_uses(method, uses, (), time)
    if any(finding.verdict in {"refuted", "depends"} for finding in findings):
        # What is refuted is better shown with the numbers of the method's own examples.
        settings = known.examples().settings
        findings, used = _prove_uses(method, uses, settings, time) if settings else (findings, used)
    return findings, used


def _prove_uses(
    method: MethodScheme, uses: Sequence[Use], preferred: tuple[Known, ...], time: SolverTime
) -> tuple[list[Finding], Text]:
    proofs = [prove_use(use, preferred, time) for use in uses]
    findings = [joined(method, about, proofs) for about in ASKED]
    shown = {probe.case for each in findings if each.witness for probe in each.witness.probes}
    findings.append(prove_reachable(method, proofs, shown))
    jump = said_jump(proofs)
    if jump is not None:
        findings.append(Finding("jump", "note", jump))
    return findings, said_uses(uses)


def _uses(method: MethodScheme, known: Uses, *, wrong: bool) -> tuple[Sequence[Use], Text]:
    """Uses of rubrics and sheets, else of its examples, else all that it suits; and why there is none."""
    if wrong:
        return [], wording.WRONG_METHOD
    uses = known.named or known.examples().uses
    if uses:
        return uses, wording.SUITS_NOTHING
    call = default_call(method)
    if call is None:
        return [], wording.NO_CALL
    return unsaid_uses(call), wording.SUITS_NOTHING
