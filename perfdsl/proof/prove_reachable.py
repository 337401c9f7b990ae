"""Whether each case of a method decides for some actual, in a use that is known or any that it suits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet

from perfdsl.diagnostic import Text
from perfdsl.plan.form import NotACurve
from perfdsl.proof import wording
from perfdsl.proof.examine import Trials, deciding
from perfdsl.proof.finding import Finding
from perfdsl.proof.list_uses import NUMBERS, open_uses
from perfdsl.proof.prove_use import UseProof
from perfdsl.proof.sample_cases import seen_cases
from perfdsl.proof.settings import Settings, settings_of
from perfdsl.proof.tell_outcome import place_of, unreachable_complaint
from perfdsl.scheme.rubric_scheme import MethodScheme

MOST_NAMED = 3
LONGEST = 40
"""Characters of a case that are quoted."""


def prove_reachable(
    method: MethodScheme, proofs: Sequence[UseProof], shown: AbstractSet[int] = frozenset()
) -> Finding:
    """Look at one use after another until each case has decided somewhere; ``shown``: some that have."""
    missing, complete = set(range(len(method.cases))) - shown, True
    for settings, trials in _ways(proofs):
        try:
            _look(settings, trials, missing)
        except NotACurve:
            missing, complete = missing - seen_cases(settings), False
        if not missing:
            return Finding("unreachable", "proved", wording.ALL_DECIDE)
        complete = complete and settings.speaks_for_all("unreachable")
    if not complete:
        return Finding("unreachable", "unknown", _not_seen(method, missing))
    complaint = unreachable_complaint(method, min(missing))
    return Finding("unreachable", "refuted", complaint.message, None, complaint)


def _not_seen(method: MethodScheme, missing: set[int]) -> Text:
    texts = {case: " ".join(place_of(method, case).text.split()) for case in sorted(missing)[:MOST_NAMED]}
    return wording.case_unknown(
        [
            (case + 1, text if len(text) <= LONGEST else text[: LONGEST - 1] + "…")
            for case, text in texts.items()
        ]
    )


def _look(settings: Settings, trials: Trials, missing: set[int]) -> None:
    """Strike out the cases that decide; other weights count only where the weight has a say in that."""
    weight = None if settings.weighs("unreachable") else settings.weights.points[0]
    for trial in trials.of_weight(weight):
        missing -= deciding(trial)
        if not missing:
            return


def _ways(proofs: Sequence[UseProof]) -> Iterator[tuple[Settings, Trials]]:
    """Uses that were looked at, then all others that their calls suit: a case may be there for these."""
    for proof in proofs:
        yield proof.settings, proof.trials
    seen = {(id(proof.use.call), proof.use.op) for proof in proofs}
    for call in {id(proof.use.call): proof.use.call for proof in proofs}.values():
        for use in open_uses(call, [op for op in NUMBERS if (id(call), op) not in seen]):
            settings = settings_of(use)
            yield settings, Trials(use, settings.all)
