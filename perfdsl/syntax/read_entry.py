"""Reads an entry as what it is in its block: an indicator with a target, or a recorded fact."""

from __future__ import annotations

import re
from typing import Any

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.source import Source, TextPlace
from perfdsl.syntax import ast, messages_home, messages_value
from perfdsl.syntax.homes import OF_FACTS
from perfdsl.syntax.near_keywords import near_head
from perfdsl.syntax.node import make
from perfdsl.syntax.read_literal import read_literal
from perfdsl.syntax.statement import Bare, Entry, Said
from perfdsl.units import find_unit

_JOINED = re.compile(
    r"([^\W\d]\w*?)(?:(不低于|不少于|不小于|不超过|不高于|不多于|不大于|大于等于|小于等于|至少|至多|大于|小于|高于|低于|超过|不足|等于)"
    r"(?=[\d一二三四五六七八九十百])|(?=\d))(.+)"
)
_DIGIT = re.compile(r"[0-9]")
_LONGEST_JOINED = 60
"""A name, an operator in words and a number with its unit, written in one."""


def read_indicator(
    source: Source, entry: Entry, clauses: list[Any], diagnostics: Diagnostics
) -> ast.Indicator:
    """Make the indicator of an entry; its target is None where none could be read."""
    kept = []
    for clause in clauses:
        if isinstance(clause, OF_FACTS):
            diagnostics.add(messages_home.misplaced(source.place(clause.span), type(clause), ast.Project))
        else:
            kept.append(clause)
    end = max([entry.span[1], *(clause.span[1] for clause in kept)])
    is_hole = entry.shape is None and any(isinstance(clause, ast.Unsettled) for clause in kept)
    target = None if entry.broken or is_hole else read_shape(source, entry, diagnostics)
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
            place = source.place(word.span)
            plain = messages_value.word_without_operator(place, entry.name, word.word)
            diagnostics.add(_misread_number(place, word.word) or plain)
        case Bare(value=ast.Number() | ast.DateLiteral() as value):
            head = near_head(entry.name)
            diagnostics.add(
                messages_value.no_operator(source.place(value.span), entry.name, value.text, head)
            )
        case None:
            diagnostics.add(_no_target(source, entry))
    return None


def _no_target(source: Source, entry: Entry) -> Diagnostic:
    """Complain about a name alone, or a name with an operator and a number written onto it."""
    place = source.place(entry.name_span)
    joined = _JOINED.fullmatch(entry.name) if len(entry.name) <= _LONGEST_JOINED else None
    reading = read_literal(joined[3]) if joined else None
    if joined is None or reading is None or reading.value is None or find_unit(reading.unit) is None:
        return messages_value.no_target(place, entry.name)
    if joined[2] is not None:
        return messages_value.joined_operator(place, joined[1], joined[2], joined[3])
    return messages_value.no_operator(place, joined[1], joined[3])


def _said(source: Source, entry: Entry, said: Said, diagnostics: Diagnostics) -> Any:
    if said.bound and said.bound != said.op and not isinstance(said.value, ast.Word):
        diagnostics.add(
            messages_value.two_operators(source.place(said.span), said.op, said.bound, said.value.text)
        )
        return None
    match said.value:
        case ast.Number() as number:
            return make(ast.Bound, said.span, op=said.op, value=number)
        case ast.DateLiteral() as date:
            return make(ast.Deadline, said.span, op=said.op, date=date)
        case ast.Word(word=word) if said.op == "=":
            return make(ast.State, said.span, word=word)
        case ast.Word() as word:
            place = source.place(word.span)
            plain = messages_value.word_for_number(place, entry.name, word.word)
            diagnostics.add(_misread_number(place, word.word) or plain)
    return None


def _misread_number(place: TextPlace, word: str) -> Diagnostic | None:
    """Complain about a word that was meant as a number: 约100人, 每年12次."""
    reading = read_literal(word)
    if reading.problem == "inexact":
        return messages_value.bad_number(place, word, reading)
    if _DIGIT.search(word) is None:
        return None
    from perfdsl.syntax.messages_target import words_around_number

    return words_around_number(place, word)


def read_fact(
    source: Source, entry: Entry, clauses: list[Any], diagnostics: Diagnostics
) -> ast.FactLine | None:
    """Make the fact of an entry; None where it has no readable value."""
    notes = [clause for clause in clauses if isinstance(clause, ast.FactNote)]
    points = [clause for clause in clauses if isinstance(clause, ast.FactPoints)]
    foreseen = [clause for clause in clauses if isinstance(clause, ast.Foreseen)]
    for clause in clauses:
        if not isinstance(clause, OF_FACTS):
            diagnostics.add(messages_home.misplaced(source.place(clause.span), type(clause), ast.Actuals))
    if entry.broken:
        return None
    match entry.shape:
        case None:
            value: Any = None
        case ast.State(word=word, span=span):
            value = make(ast.Word, span, word=word)
        case Bare(value=value, bound="") | Said(value=value, op="=", bound=""):
            if isinstance(value, ast.Word) and read_literal(value.word).problem == "inexact":
                place = source.place(value.span)
                diagnostics.add(messages_value.bad_number(place, value.word, read_literal(value.word)))
                return None
        case other:
            diagnostics.add(messages_value.operator_in_fact(source.place(other.span), entry.name))
            return None
    end = max([entry.span[1], *(note.span[1] for note in (*notes, *points, *foreseen))])
    return make(
        ast.FactLine,
        (entry.span[0], end),
        name=entry.name,
        name_span=entry.name_span,
        value=value,
        notes=tuple(notes),
        points=tuple(points),
        foreseen=foreseen[-1] if foreseen else None,
    )
