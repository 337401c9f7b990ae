"""Whether two effects can meet on one line of which one leaves it out and the other changes its points."""

from __future__ import annotations

from perfdsl.diagnostic import Text
from perfdsl.engines.exact.apply_effects import conflicts
from perfdsl.proof.finding import Finding
from perfdsl.proof.rules import messages
from perfdsl.proof.rules.ask import NEVER_SHOWN, Answer, Asker
from perfdsl.proof.rules.formula import Formula
from perfdsl.proof.rules.imagine_state import Imagined
from perfdsl.proof.rules.play_state import play
from perfdsl.proof.rules.rule_set import Entry
from perfdsl.proof.rules.say_state import say_state
from perfdsl.proof.rules.verdicts import Verdicts
from perfdsl.syntax import ast

MOST_PAIRS = 200
_PROVED = Text("不计与扣分、封顶不会落在同一项上", "no line is left out and changed at once")


def prove_agree(asker: Asker, never: frozenset[int]) -> list[Finding]:
    """Look at each pair of 不计 and 扣 or 得分 至多; ``never``: cases that cannot hold."""
    verdicts = Verdicts("agree")
    entries = [each for each in asker.rules.entries("indicator") if each.at[0] not in never]
    outs = [each for each in entries if isinstance(each.effect, ast.Exclude)]
    changing = [each for each in entries if isinstance(each.effect, ast.Cap | ast.Deduct)]
    asked = [(out, other) for out in outs for other in changing if _asked(asker, out, other)]
    pairs = {(out.at[0], other.at[0]): (out, other) for out, other in reversed(asked)}
    for at, (out, other) in enumerate(reversed(pairs.values())):
        if at >= MOST_PAIRS:
            verdicts.doubt(out.case.name, "too_large")
            break
        formulas = _formulas(asker, out, other)
        answer = _meet(asker, (out, other), formulas)
        if answer.shown is not None:
            state = say_state(answer.shown.model, formulas, asker.rules)
            state = state if state.zh else Text("任何时候", "always")
            said = messages.clash_said(state, (out.case.name, other.case.name))
            verdicts.refute(
                messages.contradicts(said, (out.place, other.place), in_rubric=asker.in_rubric), said
            )
        elif answer.why:
            verdicts.doubt(other.case.name, answer.why)
    return verdicts.findings(_PROVED)


def _asked(asker: Asker, *entries: Entry) -> bool:
    """Of a pair the later rule is asked about, so that it is told once."""
    return max(entries, key=lambda each: each.at).case.name in asker.rules.own


def _formulas(asker: Asker, *entries: Entry) -> list[Formula]:
    return list({each.at[0]: asker.limits().applies(each) for each in entries}.values())


def _meet(asker: Asker, pair: tuple[Entry, Entry], formulas: list[Formula]) -> Answer:
    """Ask for a line on which both take place; lines of different units are not one."""
    unit = min(pair[0].case.lines & pair[1].case.lines, default=None)
    if unit is None:
        return NEVER_SHOWN

    def shows(imagined: Imagined) -> bool:
        played = play(imagined)
        met = [(out.effect, other.effect) for out, other in conflicts(played.fired)]
        return any(out is pair[0].effect and other is pair[1].effect for out, other in met)

    return asker.ask(formulas, "indicator", shows, unit)
