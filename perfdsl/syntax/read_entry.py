"""Reads an entry as what it is in its block: an indicator with a target, or a recorded fact."""

from __future__ import annotations

from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import ast, messages
from perfdsl.syntax.node import make
from perfdsl.syntax.statement import Bare, Entry, Said


def read_indicator(
    source: Source, entry: Entry, clauses: list[Any], diagnostics: Diagnostics
) -> ast.Indicator:
    """Make the indicator of an entry; its target is None where none could be read."""
    kept = []
    for clause in clauses:
        if isinstance(clause, ast.FactNote):
            diagnostics.add(messages.misplaced(source.place(clause.span), "project"))
        else:
            kept.append(clause)
    end = max([entry.span[1], *(clause.span[1] for clause in kept)])
    target = None if entry.broken else read_shape(source, entry, diagnostics)
    return make(
        ast.Indicator,
        (entry.span[0], end),
        name=entry.name,
        name_span=entry.name_span,
        target=target,
        clauses=tuple(kept),
    )


def read_shape(source: Source, entry: Entry, diagnostics: Diagnostics) -> Any:
    """Give the target that an entry states, or None with a complaint."""
    match entry.shape:
        case ast.Range() | ast.State() | ast.Qualitative() as target:
            return target
        case Said() as said:
            return _said(source, entry, said, diagnostics)
        case Bare(value=ast.DateLiteral() as date, bound=bound, span=span) if bound:
            return make(ast.Deadline, span, op=bound, date=date)
        case Bare(value=ast.Number() as number, bound=bound, span=span) if bound:
            return make(ast.Bound, span, op=bound, value=number)
        case Bare(value=ast.Word() as word):
            diagnostics.add(messages.word_without_operator(source.place(word.span), entry.name, word.word))
        case Bare(value=value):
            diagnostics.add(messages.no_operator(source.place(value.span), entry.name, value))
        case None:
            diagnostics.add(messages.no_target(source.place(entry.name_span), entry.name))
    return None


def _said(source: Source, entry: Entry, said: Said, diagnostics: Diagnostics) -> Any:
    if said.bound and said.bound != said.op:
        diagnostics.add(messages.two_operators(source.place(said.span), said.op, said.bound))
        return None
    match said.value:
        case ast.Number() as number:
            return make(ast.Bound, said.span, op=said.op, value=number)
        case ast.DateLiteral() as date:
            return make(ast.Deadline, said.span, op=said.op, date=date)
        case ast.Word(word=word) if said.op == "=":
            return make(ast.State, said.span, word=word)
        case ast.Word() as word:
            diagnostics.add(messages.word_for_number(source.place(word.span), entry.name, word.word))
    return None


def read_fact(
    source: Source, entry: Entry, clauses: list[Any], diagnostics: Diagnostics
) -> ast.FactLine | None:
    """Make the fact of an entry; None where it has no readable value."""
    notes = [clause for clause in clauses if isinstance(clause, ast.FactNote)]
    for clause in clauses:
        if not isinstance(clause, ast.FactNote):
            diagnostics.add(messages.misplaced(source.place(clause.span), "actuals"))
    if entry.broken:
        return None
    match entry.shape:
        case None:
            value: Any = None
        case ast.State(word=word, span=span):
            value = make(ast.Word, span, word=word)
        case Bare(value=value, bound="") | Said(value=value, op="=", bound=""):
            pass
        case other:
            diagnostics.add(messages.operator_in_fact(source.place(other.span), entry.name))
            return None
    end = max([entry.span[1], *(note.span[1] for note in notes)])
    return make(
        ast.FactLine,
        (entry.span[0], end),
        name=entry.name,
        name_span=entry.name_span,
        value=value,
        notes=tuple(notes),
    )
