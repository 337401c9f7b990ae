"""Collects what is found of one property of rules: each refutation, and what stays unknown, in one place."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.proof.finding import Finding, Property, Witness
from perfdsl.proof.rules.ask import Reason

MOST_TOLD = 20
"""Refutations of one property that are told one by one."""
MOST_NAMED = 4
_WHY: dict[Reason, Text] = {
    "not_linear": Text("不是一次式", "not linear"),
    "too_large": Text("组合太多", "too many combinations"),
    "not_replayed": Text("没有找到能重演的例子", "no state was found that can be replayed"),
    "no_unit": Text("没有单位合得上的指标", "no indicator has a unit that fits"),
}


class Verdicts:
    """The findings about one property, while they are gathered."""

    __slots__ = ("_about", "_notes", "_refuted", "_unknown")

    def __init__(self, about: Property) -> None:
        """Start with none."""
        self._about: Property = about
        self._refuted: list[Finding] = []
        self._unknown: dict[Text, None] = {}
        self._notes: list[Finding] = []

    def refute(self, complaint: Diagnostic, why: Text | None = None, witness: Text | None = None) -> None:
        """Add a refutation; ``why`` and its witness in words, where they are not those of the complaint."""
        said = why or complaint.message
        self._refuted.append(Finding(self._about, "refuted", said, Witness(witness or said), complaint))

    def doubt(self, what: str, why: Reason) -> None:
        """Add something of which nothing is known; ``what``: the name of the rule."""
        reason = _WHY[why]
        self._unknown[Text(f"规则“{what}”：{reason.zh}", f"the rule “{what}”: {reason.en}")] = None

    def note(self, text: Text) -> None:
        """Add something worth knowing that is no mistake."""
        self._notes.append(Finding(self._about, "note", text))

    def findings(self, proved: Text) -> list[Finding]:
        """Give all of them; where there is no doubt, the property is proved for the reason given."""
        found = self._refuted[:MOST_TOLD]
        if self._unknown:
            found.append(Finding(self._about, "unknown", _listed(list(self._unknown))))
        elif not found:
            found.append(Finding(self._about, "proved", proved))
        return [*found, *self._notes[:MOST_TOLD]]


def _listed(texts: Sequence[Text]) -> Text:
    shown, more = texts[:MOST_NAMED], len(texts) - MOST_NAMED
    zh, en = "；".join(each.zh for each in shown), "; ".join(each.en for each in shown)
    return Text(f"{zh}；另有 {more} 处", f"{en}; and {more} more") if more > 0 else Text(zh, en)
