"""Whether each limit and each deduction can ever be seen in a score, beside all others."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Text
from perfdsl.proof.finding import Finding
from perfdsl.proof.rules import messages
from perfdsl.proof.rules.ask import Asker
from perfdsl.proof.rules.ask_shows import ask_shows
from perfdsl.proof.rules.limits import limited_by
from perfdsl.proof.rules.rule_set import Entry
from perfdsl.proof.rules.tell_hidden import tell_hidden
from perfdsl.proof.rules.verdicts import Verdicts
from perfdsl.syntax import ast

MOST_LIMITS = 40
_PROVED = Text(
    "每个封顶、扣分都举得出起作用的例子", "for each limit and deduction there is a state that shows it"
)


def prove_shows(asker: Asker, never: frozenset[int]) -> list[Finding]:
    """Look at each effect on points and grades; ``never``: cases that cannot hold, which are told already."""
    verdicts = Verdicts("shows")
    for each in ("indicator", "project"):
        entries = [entry for entry in asker.rules.entries(each) if entry.at[0] not in never]
        own = [entry for entry in entries if entry.case.name in asker.rules.own]
        for entry in own:
            if isinstance(entry.effect, ast.Cap | ast.GradeCap | ast.Deduct):
                _look(asker, entry, entries, verdicts)
    return verdicts.findings(_PROVED)


def _look(asker: Asker, entry: Entry, entries: Sequence[Entry], verdicts: Verdicts) -> None:
    rivals = [each for each in entries if each.at != entry.at and _rivals(each, entry)]
    if isinstance(entry.effect, ast.GradeCap):
        names = [grade.name for grade in asker.rules.grades]
        if names and entry.effect.grade == names[0]:
            complaint = messages.best_grade(entry.case.name, names[0], entry.place, in_rubric=asker.in_rubric)
            verdicts.refute(complaint)
            return
        if entry.effect.grade not in names:
            return
    if len(rivals) > MOST_LIMITS:
        verdicts.doubt(entry.case.name, "too_large")
        return
    answer = ask_shows(asker, entry, rivals)
    if answer.never:
        tell_hidden(asker, entry, rivals, verdicts)
    elif answer.shown is None:
        verdicts.doubt(entry.case.name, answer.why)


def _rivals(other: Entry, entry: Entry) -> bool:
    """Whether an effect limits the same thing; a limit of the total limits its grade too."""
    if isinstance(entry.effect, ast.Cap) and isinstance(other.effect, ast.GradeCap):
        return False
    return limited_by(other) == limited_by(entry) != ""
