"""Whether each limit and each deduction can ever be seen in a score, beside all others."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Text
from perfdsl.engines.exact.tell_effect import tell_effect
from perfdsl.proof.finding import Finding
from perfdsl.proof.rules import messages
from perfdsl.proof.rules.ask import Answer, Asker
from perfdsl.proof.rules.formula import Every, Formula, Some, compared, known, number, variable
from perfdsl.proof.rules.imagine_state import Imagined, without
from perfdsl.proof.rules.limits import Better, Limits, better_than, limited_by
from perfdsl.proof.rules.play_state import play
from perfdsl.proof.rules.quotient import NOTHING, Choice, comparison
from perfdsl.proof.rules.rule_set import Entry
from perfdsl.proof.rules.say_state import say_state
from perfdsl.proof.rules.verdicts import Verdicts
from perfdsl.syntax import ast

MOST_LIMITS = 40
_PROVED = Text(
    "每个封顶、扣分都举得出起作用的例子", "for each limit and deduction there is a state that shows it"
)


def prove_shows(asker: Asker, never: frozenset[int], *, in_rubric: bool) -> list[Finding]:
    """Look at each effect on points and grades; ``never``: cases that cannot hold, of which enough is said."""
    verdicts = Verdicts("shows")
    for each in ("indicator", "project"):
        entries = [entry for entry in asker.rules.entries(each) if entry.at[0] not in never]
        for entry in entries:
            if entry.case.name in asker.rules.own and isinstance(
                entry.effect, ast.Cap | ast.GradeCap | ast.Deduct
            ):
                _look(asker, entry, entries, verdicts, in_rubric=in_rubric)
    return verdicts.findings(_PROVED)


def _look(
    asker: Asker, entry: Entry, entries: Sequence[Entry], verdicts: Verdicts, *, in_rubric: bool
) -> None:
    rivals = [each for each in entries if each.at != entry.at and _rivals(each, entry)]
    if isinstance(entry.effect, ast.GradeCap):
        names = [grade.name for grade in asker.rules.grades]
        if names and entry.effect.grade == names[0]:
            complaint = messages.best_grade(entry.case.name, names[0], entry.place, in_rubric=in_rubric)
            verdicts.refute(complaint)
            return
        if entry.effect.grade not in names:
            return
    if len(rivals) > MOST_LIMITS:
        verdicts.doubt(entry.case.name, "too_large")
        return
    answer = _ask(asker, entry, rivals)
    if answer.never:
        _refute(asker, entry, rivals, verdicts, in_rubric=in_rubric)
    elif answer.shown is None:
        verdicts.doubt(entry.case.name, answer.why)


def _rivals(other: Entry, entry: Entry) -> bool:
    """Whether an effect limits the same thing; a limit of the total limits its grade too."""
    if isinstance(entry.effect, ast.Cap) and isinstance(other.effect, ast.GradeCap):
        return False
    return limited_by(other) == limited_by(entry) != ""


def _ask(asker: Asker, entry: Entry, rivals: Sequence[Entry]) -> Answer:
    """Ask for a state in which an effect makes a difference, on a line of any unit that it is for."""
    why: Answer | None = None
    for unit in _units(entry, rivals):
        beside = [each for each in rivals if entry.case.each != "indicator" or unit in each.case.lines]
        formulas = _shows(asker, entry, beside)
        if formulas is None:
            return Answer(None, "not_replayed")
        answer = asker.ask(formulas, entry.case.each, lambda found: differs(found, entry, rivals), unit)
        if answer.shown is not None:
            return answer
        why = why if why is not None and why.why else answer
    return why or Answer(None, "no_unit")


def _units(entry: Entry, rivals: Sequence[Entry]) -> list[int]:
    """Units of lines, one for each set of effects that are for such lines."""
    if entry.case.each != "indicator":
        return [0]
    found = {
        frozenset(each.at for each in rivals if unit in each.case.lines): unit for unit in entry.case.lines
    }
    return sorted(found.values())


def _shows(asker: Asker, entry: Entry, rivals: Sequence[Entry]) -> list[Formula] | None:
    limits = Limits(asker.rules)
    applies = limits.applies(entry)
    if isinstance(entry.effect, ast.Deduct):
        amounts = limits.encoder(entry).amounts(entry.effect.amount)
        return [applies, Some(tuple(comparison(each, ">", NOTHING) for each in amounts))]
    limited = variable(limited_by(entry))
    there = [applies, known(limited_by(entry)), compared(limited, ">", number(0))]
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


def _refute(
    asker: Asker, entry: Entry, rivals: Sequence[Entry], verdicts: Verdicts, *, in_rubric: bool
) -> None:
    """Tell of an effect that never shows: of what hides it, with a state in which it takes place."""
    idle = _ask(asker, entry, ()).never
    hiding = next((each for each in rivals if _ask(asker, entry, [each]).never), None)
    formulas = [Limits(asker.rules).applies(entry)]
    answer = _example(asker, entry, formulas, above=not idle)
    if answer.shown is None:
        verdicts.doubt(entry.case.name, answer.why or "not_replayed")
        return
    state = say_state(answer.shown.model, formulas, asker.rules)
    amounts = {id(each.effect): each.amount for each in play(answer.shown).fired}
    effect = tell_effect(entry.effect, amounts[id(entry.effect)])
    places = [entry.place]
    if idle or hiding is None:
        why = _why(entry, idle=idle)
    else:
        places.append(hiding.place)
        why = _hidden(entry, hiding, tell_effect(hiding.effect, amounts.get(id(hiding.effect))))
    said = messages.hidden_said(entry.case.name, effect, why)
    witness = Text(f"{state.zh}：{said.zh}", f"{state.en}: {said.en}")
    verdicts.refute(messages.never_shows(said, state, places, in_rubric=in_rubric), said, witness)


def _example(asker: Asker, entry: Entry, formulas: list[Formula], *, above: bool) -> Answer:
    """Ask for a state in which an effect takes place, where it can with more points than a limit leaves."""

    def shows(found: Imagined) -> bool:
        return play(found).has(entry) and not differs(found, entry)

    unit = min(entry.case.lines, default=0)
    limited = limited_by(entry)
    if limited:
        formulas.append(compared(variable(limited), ">=", number(0)))
    if above and isinstance(entry.effect, ast.Cap):
        amounts = Limits(asker.rules).amounts(entry)
        higher = Some(tuple(comparison(Choice((), variable(limited)), ">", each) for each in amounts))
        answer = asker.ask([*formulas, higher], entry.case.each, shows, unit)
        if answer.shown is not None:
            return answer
    return asker.ask(formulas, entry.case.each, shows, unit)


def _hidden(entry: Entry, hiding: Entry, effect: Text) -> Text:
    rule = hiding.case.name
    if rule == entry.case.name:
        return Text(
            f"每次适用，同一规则的“{effect.zh}”也适用",
            f"whenever it applies, so does “{effect.en}” of the same rule",
        )
    return Text(
        f"每次适用，规则“{rule}”的“{effect.zh}”也适用",
        f"whenever it applies, so does “{effect.en}” of the rule “{rule}”",
    )


def _why(entry: Entry, *, idle: bool) -> Text:
    if not idle:
        return Text("每次适用，别的封顶都压得更低", "whenever it applies, other limits lower it further")
    if isinstance(entry.effect, ast.Deduct):
        return Text("扣的分总是零", "nothing is ever taken off")
    return Text("条件成立时，本来就不会更高", "where it applies, there is nothing higher to lower")
