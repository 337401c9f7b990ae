"""Holds findings against what a method or a rubric declares as meant."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.proof import messages
from perfdsl.proof.allowed import WORDS
from perfdsl.proof.finding import Finding
from perfdsl.source import Place
from perfdsl.syntax.keywords import spell


def settled(finding: Finding, allowed: Mapping[str, str]) -> Finding:
    """Turn a refutation that is declared into one that is allowed."""
    reason = allowed.get(WORDS.get(finding.about, ""))
    if reason is None or (finding.verdict not in {"refuted", "depends"} and finding.about != "jump"):
        return finding
    return finding._replace(verdict="allowed", complaint=None, reason=reason)


def warned(
    name: str, place: Place, findings: Sequence[Finding], allowed: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Warn of exceptions for what was looked at, and does not happen; of what is unknown nothing is said."""
    needed = {WORDS.get(each.about, "") for each in findings if each.verdict in {"allowed", "unknown"}}
    return tuple(messages.needless(_spelt(what), name, place) for what in allowed if what not in needed)


def _spelt(what: str) -> Text:
    return Text(spell("words", what, "zh"), spell("words", what, "en"))
