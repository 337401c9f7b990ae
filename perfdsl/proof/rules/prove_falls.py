"""Whether limits rise with what is better: a lower execution rate never ends with more points."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Text
from perfdsl.exact import show_trimmed
from perfdsl.proof.finding import Finding
from perfdsl.proof.rules import messages
from perfdsl.proof.rules.ask import Asker
from perfdsl.proof.rules.ask_turned import ask_turned, play_both
from perfdsl.proof.rules.formula import (
    Formula,
    names_in,
    parts_in,
)
from perfdsl.proof.rules.imagine_state import Imagined, second
from perfdsl.proof.rules.limits import limited_by
from perfdsl.proof.rules.play_state import Played
from perfdsl.proof.rules.quotient import comparison
from perfdsl.proof.rules.rule_set import Entry
from perfdsl.proof.rules.say_state import say_state
from perfdsl.proof.rules.verdicts import Verdicts
from perfdsl.syntax import ast

MOST_LIMITS = 30
_PROVED = Text(
    "任取两个执行率（不超过 100%）、两个得分，其余相同",
    "any two rates up to 100%, or any two scores, all else the same",
)


def prove_falls(asker: Asker, never: frozenset[int]) -> list[Finding]:
    """Look at limits of the total and the grade, and of a line; nothing where there are none."""
    verdicts, looked = Verdicts("falls"), False
    for each, limited in (("project", "total"), ("indicator", "score")):
        entries = [
            entry
            for entry in asker.rules.entries(each)
            if entry.at[0] not in never and limited_by(entry) == limited
        ]
        if len(entries) > MOST_LIMITS:
            verdicts.doubt(entries[0].case.name, "too_large")
            looked = True
            continue
        for quantity in _quantities(asker, entries):
            looked = True
            _look(asker, entries, (limited, quantity), verdicts)
    return verdicts.findings(_PROVED) if looked else []


def _quantities(asker: Asker, entries: Sequence[Entry]) -> list[str]:
    """Give what the limits ask of which more is better."""
    limits = asker.limits()
    formulas: list[Formula] = [limits.applies(each) for each in entries]
    for each in entries:
        if isinstance(each.effect, ast.Cap):
            formulas += [comparison(amount, "=", amount) for amount in limits.amounts(each)]
    names = names_in(formulas)
    rate = "spent" if asker.rules.splits_rate else "execution"
    scores = sorted(name for name in names if name.startswith("score"))
    return [name for name in (rate, "total", *scores) if name in names]


def _look(asker: Asker, entries: Sequence[Entry], about: tuple[str, str], verdicts: Verdicts) -> None:
    doubts = []
    for entry in entries:
        if entry.case.name not in asker.rules.own:
            continue
        answer, formulas = ask_turned(asker, entry, entries, about)
        if answer.shown is not None:
            _refute(asker, entry, answer.shown, formulas, verdicts)
            return
        doubts += [(entry.case.name, answer.why)] if answer.why else []
    for name, why in doubts:
        verdicts.doubt(name, why)


def _refute(asker: Asker, entry: Entry, shown: Imagined, formulas: list[Formula], verdicts: Verdicts) -> None:
    unit = min(entry.case.lines, default=0)
    pair = play_both(asker, shown, entry.case.each, unit)
    assert pair is not None  # noqa: S101 — it was shown before
    plain = [each for each in parts_in(formulas) if not any(name.endswith("'") for name in names_in([each]))]
    states = say_state(second(shown.model), plain, asker.rules), say_state(shown.model, plain, asker.rules)
    said = messages.turn_said(states, (_result(entry, pair[0]), _result(entry, pair[1])))
    complaint = messages.turns(said, entry.case.name, entry.place, in_rubric=asker.in_rubric)
    verdicts.refute(complaint, said)


def _result(entry: Entry, played: Played) -> Text:
    if entry.case.each == "indicator":
        return _points(show_trimmed(played.held.lines[0].points.low))
    shown = _points(show_trimmed(played.held.total.low))
    if isinstance(entry.effect, ast.GradeCap):
        grade = "、".join(played.held.possible)
        return Text(f"{shown.zh}（{grade}）", f"{shown.en} ({grade})")
    return shown


def _points(number_: str) -> Text:
    return Text(f"{number_} 分", f"{number_} points")
