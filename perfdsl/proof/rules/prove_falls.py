"""Whether limits rise with what is better: a lower execution rate never ends with more points."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Text
from perfdsl.exact import show_trimmed
from perfdsl.proof.finding import Finding
from perfdsl.proof.rules import messages
from perfdsl.proof.rules.ask import Answer, Asker
from perfdsl.proof.rules.formula import Every, Formula, Some, compared, known, names_in, number, variable
from perfdsl.proof.rules.imagine_state import Imagined, imagine_state, second
from perfdsl.proof.rules.limits import Limits, better_than, limited_by
from perfdsl.proof.rules.play_state import Played, play
from perfdsl.proof.rules.quotient import Choice, comparison
from perfdsl.proof.rules.rule_set import Entry
from perfdsl.proof.rules.say_state import say_state
from perfdsl.proof.rules.verdicts import Verdicts
from perfdsl.syntax import ast

MOST_LIMITS = 30
_PROVED = Text(
    "任取两个执行率（不超过 100%）、两个得分，其余相同",
    "any two rates up to 100%, or any two scores, all else the same",
)


def prove_falls(asker: Asker, never: frozenset[int], *, in_rubric: bool) -> list[Finding]:
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
            continue
        for quantity in _quantities(asker, entries):
            looked = True
            _look(asker, entries, (limited, quantity), verdicts, in_rubric=in_rubric)
    return verdicts.findings(_PROVED) if looked else []


def _quantities(asker: Asker, entries: Sequence[Entry]) -> list[str]:
    """Give what the limits ask of which more is better."""
    limits = Limits(asker.rules)
    formulas: list[Formula] = [limits.applies(each) for each in entries]
    for each in entries:
        if isinstance(each.effect, ast.Cap):
            formulas += [comparison(amount, "=", amount) for amount in limits.amounts(each)]
    names = names_in(formulas)
    rate = "spent" if asker.rules.splits_rate else "execution"
    scores = sorted(name for name in names if name.startswith("score"))
    return [name for name in (rate, "total", *scores) if name in names]


def _look(
    asker: Asker, entries: Sequence[Entry], about: tuple[str, str], verdicts: Verdicts, *, in_rubric: bool
) -> None:
    doubts = []
    for entry in entries:
        if entry.case.name not in asker.rules.own:
            continue
        answer, formulas = _turned(asker, entry, entries, about)
        if answer.shown is not None:
            _refute(asker, entry, answer.shown, formulas, verdicts, in_rubric=in_rubric)
            return
        doubts += [(entry.case.name, answer.why)] if answer.why else []
    for name, why in doubts:
        verdicts.doubt(name, why)


def _turned(
    asker: Asker, entry: Entry, entries: Sequence[Entry], about: tuple[str, str]
) -> tuple[Answer, list[Formula]]:
    """Ask for two states: a better one that an effect lowers further than all effects lower the worse one."""
    limited, quantity = about
    renamed = {name: f"{name}'" for name in ({"execution", "spent"} if quantity in _RATES else {quantity})}
    worse = Limits(asker.rules, renamed)
    unit = min(entry.case.lines, default=0)
    beside = [each for each in entries if entry.case.each != "indicator" or unit in each.case.lines]
    formulas = [*_apart(quantity), Limits(asker.rules).applies(entry), known(limited)]
    formulas += _lower(asker, entry, beside, worse, (limited, renamed.get(limited, limited)))

    def shows(imagined: Imagined) -> bool:
        pair = _pair(asker, imagined, entry.case.each, unit)
        return pair is not None and pair[1].has(entry) and _is_above(asker, *pair)

    return asker.ask(formulas, entry.case.each, shows, unit), formulas


def _apart(quantity: str) -> list[Formula]:
    less, more = variable(f"{quantity}'"), variable(quantity)
    found: list[Formula] = [compared(less, "<", more), known(quantity), known(f"{quantity}'")]
    if quantity == "execution":
        found.append(compared(more, "<=", number(1)))
    if quantity == "spent":
        found += [compared(more, "<=", variable("budget")), known("budget")]
    return found


def _lower(
    asker: Asker, entry: Entry, beside: Sequence[Entry], worse: Limits, limited: tuple[str, str]
) -> list[Formula]:
    """When an effect lowers the better state below what the worse one keeps."""
    better_one, worse_one = (variable(name) for name in limited)
    if isinstance(entry.effect, ast.GradeCap):
        grade, better = entry.effect.grade, better_than(entry.effect.grade, asker.rules)
        if better is None:
            return [Some(())]
        kept = [worse.leaves_grade(each, better, grade) for each in beside]
        return [better.holds(better_one), better.holds(worse_one), *kept]
    caps = [each for each in beside if isinstance(each.effect, ast.Cap)]
    return [
        Some(tuple(
            Every((
                comparison(Choice((), better_one), ">", each),
                comparison(Choice((), worse_one), ">", each),
                *(worse.leaves(other, each) for other in caps),
            ))
            for each in Limits(asker.rules).amounts(entry)
        ))
    ]  # fmt: skip


def _pair(asker: Asker, imagined: Imagined, each: str, unit: int) -> tuple[Played, Played] | None:
    """Play the worse state and the better one."""
    worse = imagine_state(second(imagined.model), asker.rules, each, unit)
    return None if worse is None else (play(worse), play(imagined))


def _is_above(asker: Asker, worse: Played, better: Played) -> bool:
    names = [grade.name for grade in asker.rules.grades]
    ranks = [min(map(names.index, each.held.possible), default=0) for each in (worse, better)]
    if worse.held.lines and worse.held.lines[0].name == "这一项":
        return worse.held.lines[0].points.low > better.held.lines[0].points.low
    return worse.held.total.low > better.held.total.low or ranks[0] < ranks[1]


def _refute(
    asker: Asker,
    entry: Entry,
    shown: Imagined,
    formulas: list[Formula],
    verdicts: Verdicts,
    *,
    in_rubric: bool,
) -> None:
    unit = min(entry.case.lines, default=0)
    pair = _pair(asker, shown, entry.case.each, unit)
    assert pair is not None  # noqa: S101 — it was shown before
    names = [known(name) for name in sorted(names_in(formulas)) if not name.endswith("'")]
    states = say_state(second(shown.model), names, asker.rules), say_state(shown.model, names, asker.rules)
    said = messages.turn_said(states, (_result(entry, pair[0]), _result(entry, pair[1])))
    complaint = messages.turns(said, entry.case.name, entry.place, in_rubric=in_rubric)
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


_RATES = frozenset({"execution", "spent"})
