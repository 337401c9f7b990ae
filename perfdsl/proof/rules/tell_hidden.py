"""Tells of an effect that never shows: in what state it takes place, and what hides it."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Text
from perfdsl.engines.exact.tell_effect import tell_effect
from perfdsl.proof.rules import messages
from perfdsl.proof.rules.ask import Answer, Asker
from perfdsl.proof.rules.ask_shows import differs, is_hidden
from perfdsl.proof.rules.formula import Formula, Some, compared, number, variable
from perfdsl.proof.rules.imagine_state import Imagined
from perfdsl.proof.rules.limits import limited_by
from perfdsl.proof.rules.play_state import play
from perfdsl.proof.rules.quotient import Choice, comparison
from perfdsl.proof.rules.rule_set import Entry
from perfdsl.proof.rules.say_state import say_state
from perfdsl.proof.rules.verdicts import Verdicts
from perfdsl.syntax import ast


def tell_hidden(asker: Asker, entry: Entry, rivals: Sequence[Entry], verdicts: Verdicts) -> None:
    """Tell of an effect that never shows: of what hides it, with a state in which it takes place."""
    idle = is_hidden(asker, entry, ())
    hiding = next((each for each in rivals if is_hidden(asker, entry, [each])), None)
    formulas = [asker.limits().applies(entry)]
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
    verdicts.refute(messages.never_shows(said, state, places, in_rubric=asker.in_rubric), said, witness)


def _example(asker: Asker, entry: Entry, formulas: list[Formula], *, above: bool) -> Answer:
    """Ask for a state in which an effect takes place, where it can with more points than a limit leaves."""

    def shows(found: Imagined) -> bool:
        return play(found).has(entry) and not differs(found, entry)

    unit = min(entry.case.lines, default=0)
    limited = limited_by(entry)
    if limited:
        formulas.append(compared(variable(limited), ">=", number(0)))
    if above and isinstance(entry.effect, ast.Cap):
        amounts = asker.limits().amounts(entry)
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
