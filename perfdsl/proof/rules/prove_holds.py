"""Whether each condition of a rule can hold, and whether it can fail to."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from perfdsl.diagnostic import Text
from perfdsl.plan.plan import RulePlan
from perfdsl.proof.finding import Finding
from perfdsl.proof.rules import messages
from perfdsl.proof.rules.ask import Answer, Asker
from perfdsl.proof.rules.encode_condition import ConditionEncoder
from perfdsl.proof.rules.formula import Atom, Formula, Said, known, names_in, parts_in
from perfdsl.proof.rules.imagine_state import Imagined
from perfdsl.proof.rules.play_state import play, speaks_of_department
from perfdsl.proof.rules.rule_set import Entry
from perfdsl.proof.rules.verdicts import Verdicts
from perfdsl.source import Place
from perfdsl.syntax import ast
from perfdsl.syntax.write_expression import ExpressionWriter

_PROVED = Text("每个条件都举得出成立的例子", "for each condition there is a state in which it holds")


def prove_holds(asker: Asker) -> tuple[list[Finding], frozenset[int]]:
    """Give the findings, and the places of the cases that cannot hold."""
    verdicts, never = Verdicts("holds"), set[int]()
    for at, case in enumerate(asker.rules.cases):
        if case.condition is None:
            continue
        answer = _can_hold(asker, at, case.condition)
        if answer.never:
            never.add(at)
        if case.name not in asker.rules.own:
            continue
        if answer.never:
            parts = _contradicting(asker, case, case.condition)
            place = case.source.place(case.condition.span)
            complaint = messages.never_holds(case.name, parts, place, in_rubric=asker.in_rubric)
            verdicts.refute(complaint)
        elif answer.shown is None:
            verdicts.doubt(case.name, answer.why)
        elif _always_holds(asker, case, case.condition):
            verdicts.note(_always(case))
    return verdicts.findings(_PROVED), frozenset(never)


def unit_of_line(case: RulePlan) -> int | None:
    """Give the place of a unit that the lines of a case may have; None where none fits."""
    return 0 if case.each != "indicator" else min(case.lines, default=None)


def _can_hold(asker: Asker, at: int, condition: ast.Expr) -> Answer:
    case = asker.rules.cases[at]
    unit = unit_of_line(case)
    if unit is None:
        return Answer(None, "no_unit")
    entries = [Entry(case, effect, (at, nth)) for nth, effect in enumerate(case.effects)]
    yes = _encoder(asker, case).yes(condition)
    return asker.ask([yes], case.each, lambda found: any(_fires(found, each) for each in entries), unit)


def _fires(imagined: Imagined, entry: Entry) -> bool:
    if entry.case.each == "department":
        return speaks_of_department(imagined, entry)
    return play(imagined).has(entry)


def _encoder(asker: Asker, case: RulePlan) -> ConditionEncoder:
    return ConditionEncoder(case.units, splits_rate=asker.rules.splits_rate)


def _contradicting(asker: Asker, case: RulePlan, condition: ast.Expr) -> list[tuple[Place, str]]:
    """Find one part, or two parts, of a condition that cannot hold (together); none where it takes more."""
    encoder, parts = _encoder(asker, case), list(_conjuncts(condition))
    for size in (1, 2):
        for some in combinations(parts[:8], size):
            formulas = [encoder.yes(each) for each in some]
            if asker.ask(formulas, case.each, lambda _: True).never:
                writer = ExpressionWriter("zh")
                return [(case.source.place(each.span), writer.write(each)) for each in some]
    return []


def _conjuncts(condition: ast.Expr) -> Iterator[ast.Expr]:
    match condition:
        case ast.Binary(op="and", left=left, right=right):
            yield from _conjuncts(left)
            yield from _conjuncts(right)
        case other:
            yield other


def _always_holds(asker: Asker, case: RulePlan, condition: ast.Expr) -> bool:
    """Whether a condition holds wherever there are the values that it asks for."""
    encoder = _encoder(asker, case)
    yes, fails = encoder.yes(condition), encoder.not_yes(condition)
    values = {atom.name for atom in _atoms([yes]) if atom.kind == "known" and _has_value(atom, [yes, fails])}
    given: list[Formula] = [known(name) for name in values]
    return asker.ask([fails, *given], case.each, lambda _: True).never


def _atoms(formulas: list[Formula]) -> set[Atom]:
    return {part.atom for part in parts_in(formulas) if isinstance(part, Said)}


def _has_value(atom: Atom, formulas: list[Formula]) -> bool:
    """Whether a value is used, and not only asked for by 已填."""
    used = names_in(part for part in parts_in(formulas) if not isinstance(part, Said))
    return atom.name in used or Atom("true", atom.name) in _atoms(formulas)


def _always(case: RulePlan) -> Text:
    assert case.condition is not None  # noqa: S101 — those without one were left out
    zh, en = (ExpressionWriter(language).write(case.condition) for language in ("zh", "en"))
    return Text(
        f"规则“{case.name}”的条件 {zh} 总是成立（只要有值）",
        f"the condition {en} of the rule “{case.name}” always holds where there are values",
    )
