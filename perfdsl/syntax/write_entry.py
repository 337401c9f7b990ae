"""Indicators and facts as text: the name, what is said of it, and its clauses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, assert_never

from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_expression import ExpressionWriter
from perfdsl.syntax.write_part import write_arguments
from perfdsl.syntax.write_rule import write_checklist, write_either
from perfdsl.syntax.write_unsettled import write_unsettled
from perfdsl.syntax.write_words import (
    write_date,
    write_entry_name,
    write_method_name,
    write_name,
    write_number,
    write_text,
    write_value_word,
)
from perfdsl.syntax.write_year import write_note

FACTS_OF_A_PROJECT = ("spent", "finished")


Noted = ast.FactNote | ast.FactPoints | ast.Foreseen
"""What is noted about a fact."""


def write_target(target: ast.Target | None, say: Wording) -> str:
    """Write ``>= 12次`` · ``介于 90% 至 100%`` · ``是 健全``; nothing for no target."""
    match target:
        case None:
            return ""
        case ast.Bound(op=op, value=value):
            return f"{op} {write_number(value, words=True)}"
        case ast.Range(low=low, high=high):
            return _range(write_number(low), write_number(high), say)
        case ast.Deadline(op=op, date=date):
            return f"{op} {write_date(date)}"
        case ast.State(word=word):
            return f"{say.joint('is')} {write_name(word)}"
        case ast.Qualitative(text=text):
            return f"{say.joint('qualitative')} {write_text(text)}" if text else say.joint("qualitative")
        case _:
            assert_never(target)


def write_clause(clause: ast.Clause | Noted, say: Wording) -> str:
    """Write ``权重 20`` · ``说明 "…"`` · ``原因 "…"``."""
    match clause:
        case ast.Weight(points=points):
            return f"{say.head('weight')} {write_number(points, words=True)}"
        case ast.Scored(method=method, arguments=arguments):
            return f"{say.head('scored')} {write_method_name(method)}{write_arguments(arguments, say)}"
        case ast.Formula(expression=expression):
            return f"{say.head('formula')} {ExpressionWriter(say.language).write(expression)}"
        case ast.Baseline(value=value):
            return f"{say.head('baseline')} {write_number(value, words=True)}"
        case ast.Remark(about=about, text=text):
            return f"{say.head(about)} {write_text(text)}"
        case ast.Aggregated(how=how):
            return f"{say.head('rollup')} {say.word(how)}"
        case ast.Serves(goal=goal):
            return f"{say.head('serves')} {write_name(goal)}"
        case ast.FactNote() | ast.FactPoints() | ast.Foreseen():
            return _noted(clause, say)
        case ast.Checklist() | ast.Either() | ast.Unsettled():
            return _LONG[type(clause)](clause, say)
        case _:
            assert_never(clause)


_LONG: dict[type[ast.Node], Callable[[Any, Wording], str]] = {
    ast.Checklist: write_checklist,
    ast.Either: write_either,
    ast.Unsettled: write_unsettled,
}


def _noted(noted: Noted, say: Wording) -> str:
    match noted:
        case ast.FactNote():
            return write_note(noted, say)
        case ast.FactPoints(about=about, points=points):
            return f"{say.head(about)} {write_number(points, words=True)}"
        case ast.Foreseen(value=value):
            return f"{say.head('foreseen')} {write_value(value)}"
        case _:
            assert_never(noted)


def notes_of(fact: ast.FactLine | ast.GivenFact) -> tuple[Noted, ...]:
    """What is noted about a fact, in the order of the text."""
    notes: list[Noted] = [*fact.notes, *fact.points]
    if isinstance(fact, ast.FactLine) and fact.foreseen is not None:
        notes.append(fact.foreseen)
    return tuple(sorted(notes, key=lambda note: note.span))


def write_indicator(indicator: ast.Indicator, say: Wording) -> str:
    """Write an indicator without its clauses."""
    return f"{write_entry_name(indicator.name)} {write_target(indicator.target, say)}".rstrip()


def write_fact(fact: ast.FactLine, say: Wording) -> str:
    """Write a fact without its notes; an amount of the project itself (执行数 4.80万元) has no ``=``."""
    name = write_entry_name(say.translate(fact.name, FACTS_OF_A_PROJECT))
    if fact.value is None:
        return name
    of_project = names_in("words").get(fact.name) in FACTS_OF_A_PROJECT
    plain = of_project and isinstance(fact.value, ast.Number)
    return f"{name} {'' if plain else '= '}{write_value(fact.value)}"


def write_value(value: ast.Value) -> str:
    """Write a recorded value: ``11次`` · ``2022-12-31`` · ``部分达成 70%``."""
    match value:
        case ast.Number():
            return write_number(value, words=True)
        case ast.DateLiteral():
            return write_date(value)
        case ast.Word(word=word, share=share):
            shown = write_value_word(word, shared=share is not None)
            return shown if share is None else f"{shown} {write_number(share)}"
        case _:
            assert_never(value)


def _range(low: str, high: str, say: Wording) -> str:
    if say.language == "zh":
        return f"{say.joint('between')} {low} {say.joint('until')} {high}"
    return f"{say.joint('in')} {low}..{high}"
