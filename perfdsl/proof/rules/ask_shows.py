"""Asks whether a limit or a deduction can be seen in a score, beside others."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.proof.rules.ask import Answer, Asker
from perfdsl.proof.rules.formula import Every, Formula, Some, compared, number, variable
from perfdsl.proof.rules.imagine_state import Imagined, without
from perfdsl.proof.rules.limits import Better, Limits, better_than, limited_by
from perfdsl.proof.rules.play_state import play
from perfdsl.proof.rules.quotient import NOTHING, Choice, comparison
from perfdsl.proof.rules.rule_set import Entry
from perfdsl.syntax import ast


def ask_shows(asker: Asker, entry: Entry, rivals: Sequence[Entry]) -> Answer:
    """Ask for a state in which an effect makes a difference, on a line of any unit that it is for."""
    why: Answer | None = None
    for unit in _units(entry, rivals):
        formulas = _shows(asker, entry, _beside(entry, rivals, unit))
        if formulas is None:
            return Answer(None, "not_replayed")
        quiet = formulas, asker.limits().quiet(entry)
        answer = asker.ask_quietly(quiet, entry.case.each, lambda found: differs(found, entry, rivals), unit)
        if answer.shown is not None:
            return answer
        why = why if why is not None and why.why else answer
    return why or Answer(None, "no_unit")


def is_hidden(asker: Asker, entry: Entry, rivals: Sequence[Entry]) -> bool:
    """Whether an effect is proved never to make a difference, for what rivals alone leave of it."""
    for unit in _units(entry, rivals):
        formulas = _shows(asker, entry, _beside(entry, rivals, unit))
        if formulas is None or not asker.ask(formulas, entry.case.each, lambda _: True, unit).never:
            return False
    return True


def _beside(entry: Entry, rivals: Sequence[Entry], unit: int) -> list[Entry]:
    return [each for each in rivals if entry.case.each != "indicator" or unit in each.case.lines]


def _units(entry: Entry, rivals: Sequence[Entry]) -> list[int]:
    """Units of lines, one for each set of effects that are for such lines."""
    if entry.case.each != "indicator":
        return [0]
    found = {
        frozenset(each.at for each in rivals if unit in each.case.lines): unit for unit in entry.case.lines
    }
    return sorted(found.values())


def _shows(asker: Asker, entry: Entry, rivals: Sequence[Entry]) -> list[Formula] | None:
    """When an effect shows; while points are open, their variable stands for the most that they may be."""
    limits = asker.limits()
    applies = limits.applies(entry)
    if isinstance(entry.effect, ast.Deduct):
        amounts = limits.encoder(entry).amounts(entry.effect.amount)
        return [applies, Some(tuple(comparison(each, ">", NOTHING) for each in amounts))]
    limited = variable(limited_by(entry))
    there = [applies, compared(limited, ">", number(0))]
    if isinstance(entry.effect, ast.GradeCap):
        better = better_than(entry.effect.grade, asker.rules)
        return (
            None
            if better is None
            else [*there, better.holds(limited), *_grades(limits, entry, rivals, better)]
        )
    ways = [
        Every((comparison(Choice((), limited), ">", each), *(
            limits.leaves(other, each, equal=other.at > entry.at) for other in rivals
        )))
        for each in limits.amounts(entry)
    ]  # fmt: skip
    return [*there, Some(tuple(ways))]


def _grades(limits: Limits, entry: Entry, rivals: Sequence[Entry], better: Better) -> list[Formula]:
    assert isinstance(entry.effect, ast.GradeCap)  # noqa: S101 — asked of these only
    grade = entry.effect.grade
    return [limits.leaves_grade(each, better, grade, equal=each.at > entry.at) for each in rivals]


def differs(imagined: Imagined, entry: Entry, rivals: Sequence[Entry] = ()) -> bool:
    """Whether the score is another one without an effect, beside no later one that says the same."""
    played = play(imagined)
    if not played.has(entry):
        return False
    amount = {id(each.effect): (each.amount, getattr(each.effect, "grade", "")) for each in played.fired}
    same = [
        each
        for each in rivals
        if each.at > entry.at and amount.get(id(each.effect)) == amount[id(entry.effect)]
    ]
    for each in sorted(same, key=lambda each: each.at, reverse=True):
        imagined = without(imagined, each.at)
    one, other = play(imagined).held, play(without(imagined, entry.at)).held
    return (one.total, one.possible, [line.points for line in one.lines]) != (
        other.total, other.possible, [line.points for line in other.lines],
    )  # fmt: skip
