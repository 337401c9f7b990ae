"""Puts together what is known of a method over all its uses: one verdict on each property."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.proof import wording
from perfdsl.proof.allowed import allowed_by
from perfdsl.proof.find_uses import default_call, open_uses
from perfdsl.proof.finding import METHOD_PROPERTIES, Finding, Property, Subject
from perfdsl.proof.prove_any_parameters import prove_any_parameters
from perfdsl.proof.prove_levels import prove_levels
from perfdsl.proof.prove_reachable import prove_reachable
from perfdsl.proof.prove_use import ASKED, Outcome, UseProof, prove_use
from perfdsl.proof.settings import Known
from perfdsl.proof.settle import settled, warned
from perfdsl.proof.tell_outcome import complaint_of, said_jump, said_uses, witness_of
from perfdsl.proof.use import Use
from perfdsl.proof.uses_in_examples import Shown
from perfdsl.scheme.scheme import MethodScheme


def _no_examples() -> Shown:
    return Shown()


class Uses(NamedTuple):
    """The uses of a method that rubrics and sheets name, and what gives those that its examples show."""

    named: Sequence[Use] = ()
    examples: Callable[[], Shown] = _no_examples


def prove_method(method: MethodScheme, known: Uses, *, wrong: bool = False) -> Subject:
    """Give what is known of a method; ``wrong``: it was complained of already, and is not looked into."""
    place = method.source.place(method.node.name_span)
    allowed = allowed_by(method.node)
    if method.levels:
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
    findings, used = _prove_uses(method, uses, ())
    if any(finding.verdict == "refuted" for finding in findings):
        # What is refuted is better shown with the numbers of the method's own examples.
        settings = known.examples().settings
        findings, used = _prove_uses(method, uses, settings) if settings else (findings, used)
    return findings, used


def _prove_uses(
    method: MethodScheme, uses: Sequence[Use], preferred: tuple[Known, ...]
) -> tuple[list[Finding], Text]:
    proofs = [prove_use(use, preferred, brief=not use.said) for use in uses]
    counted = _counted(proofs, preferred)
    findings = [_joined(method, about, counted) for about in ASKED]
    findings.append(prove_reachable(method, proofs))
    jump = said_jump(counted)
    if jump is not None:
        findings.append(Finding("jump", "note", jump))
    return findings, said_uses([proof.use for proof in counted])


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
    return [use._replace(used=False) for use in open_uses(call)], wording.SUITS_NOTHING


def _counted(proofs: list[UseProof], preferred: tuple[Known, ...]) -> list[UseProof]:
    """Uses that count: those that are said, and of the others those of which nothing is refuted.

    Nobody says that a method for targets from below must do for targets from above.
    """
    said = [proof for proof in proofs if proof.use.said]
    others = [proof for proof in proofs if not proof.use.said]
    suited = [proof for proof in others if not proof.refuted[0]]
    if suited or not others:
        return [*said, *suited]
    whole = [prove_use(proof.use, preferred) for proof in others]
    return [*said, min(whole, key=lambda proof: proof.refuted)]


def _joined(method: MethodScheme, about: Property, proofs: list[UseProof]) -> Finding:
    """One verdict over all uses: refuted by one, unknown for one, or proved for all."""
    outcomes = [(proof, proof.outcomes[about]) for proof in proofs]
    refuted = next(((p, o) for p, o in outcomes if o.proved is False), None)
    if refuted is not None:
        return _refutation(method, about, *refuted)
    unknown = next((outcome for _, outcome in outcomes if outcome.proved is None), None)
    if unknown is not None:
        return Finding(about, "unknown", wording.joined(*unknown.why))
    reasons = dict.fromkeys(reason for _, outcome in outcomes for reason in outcome.why)
    return Finding(about, "proved", wording.joined(*reasons))


def _refutation(method: MethodScheme, about: Property, proof: UseProof, outcome: Outcome) -> Finding:
    witness = witness_of(proof.use, about, outcome)
    return Finding(about, "refuted", witness.said, witness, complaint_of(method, about, witness))
