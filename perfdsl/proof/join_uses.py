"""One verdict on a property of a method over all its uses, or one for each operator where nobody says any."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from perfdsl.diagnostic import Text
from perfdsl.proof import wording
from perfdsl.proof.finding import Finding, Property, Verdict
from perfdsl.proof.prove_use import Outcome, UseProof
from perfdsl.proof.tell_outcome import complaint_of, name_of, witness_of
from perfdsl.scheme.rubric_scheme import MethodScheme

_SIGNS: Mapping[Verdict, str] = {"proved": "✓", "refuted": "✗ ", "unknown": "? "}


def joined(method: MethodScheme, about: Property, proofs: Sequence[UseProof]) -> Finding:
    """Give the verdict: of uses that somebody says, what fails for one of them fails.

    Where nobody says what a method is for, it fails only if it does for every operator; if for some, it
    depends on the use, and they are named.
    """
    if any(proof.use.said for proof in proofs):
        return _over_all(method, about, proofs)
    groups: dict[Text, list[UseProof]] = {}
    for proof in proofs:
        groups.setdefault(name_of(proof.use), []).append(proof)
    found = {name: _over_all(method, about, group) for name, group in groups.items()}
    verdicts = {finding.verdict for finding in found.values()}
    if len(verdicts) == 1:
        return _over_all(method, about, proofs)
    verdict: Verdict = "depends" if "refuted" in verdicts else "unknown"
    witness = next((each.witness for each in found.values() if each.verdict == "refuted"), None)
    return Finding(about, verdict, by_operator(found), witness)


def by_operator(found: Mapping[Text, Finding]) -> Text:
    """Say the verdicts operator by operator: first what fails, then what is not known, then what holds.

    Of operators with which it fails, the first is told with its witness.
    """
    said = []
    for verdict in ("refuted", "unknown", "proved"):
        names = [name for name, finding in found.items() if finding.verdict == verdict]
        if names:
            why = found[names[0]].why if verdict != "proved" else Text("", "")
            sign = _SIGNS[verdict]
            said.append(wording.for_operators(names, Text(sign + why.zh, sign + why.en)))
    return wording.joined(*said)


def _over_all(method: MethodScheme, about: Property, proofs: Sequence[UseProof]) -> Finding:
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
