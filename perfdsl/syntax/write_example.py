"""Examples as text: what is given, and what should come of it."""

from __future__ import annotations

from typing import assert_never

from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in, spell
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_entry import FACTS_OF_A_PROJECT, notes_of, write_clause, write_target, write_value
from perfdsl.syntax.write_rule import Listed
from perfdsl.syntax.write_words import write_entry_name, write_name, write_number, write_operand, write_text


def list_given(given: ast.Given, say: Wording) -> Listed:
    """Give the list that follows ``设``."""
    items: list[tuple[int, str]] = []
    if given.reporter:
        items.append((given.span[0], f"{say.head('reporters')} {write_name(given.reporter)}"))
    for fact in given.facts:
        items.append((fact.span[0], _given_fact(fact, say)))
        items += [(note.span[0], write_clause(note, say)) for note in notes_of(fact)]
    return say.head("given"), items, say.comma, ""


def list_expected(expect: ast.Expect, say: Wording) -> Listed:
    """Give the list that follows ``应``."""
    items = [(each.span[0], _expectation(each, say)) for each in expect.expectations]
    return say.head("expect"), items, say.comma, ""


def _given_fact(fact: ast.GivenFact, say: Wording) -> str:
    translated = _translated(fact.name, say)
    name = write_text(translated) if names_in("heads").get(translated) in _NOTES else write_name(translated)
    if fact.target is not None:
        return f"{name} {write_target(fact.target, say)}"
    if fact.value is None:
        return name
    if fact.op is not None:
        return f"{name} {fact.op} {write_value(fact.value)}"
    return f"{name} {_unsigned(fact.value)}"


def _unsigned(value: ast.Value) -> str:
    """Write a value that no sign stands before: words that could be read as something else have quotes."""
    if not isinstance(value, ast.Word) or write_operand(value.word, first=True) == value.word:
        return write_value(value)
    share = f" {write_number(value.share)}" if value.share is not None else ""
    return f"{write_text(value.word)}{share}"


def _expectation(expectation: ast.Expectation, say: Wording) -> str:
    match expectation:
        case ast.ExpectPoints():
            return _points(expectation, say)
        case ast.ExpectState(name=name, state=state):
            return f"{_operand(name, say)} {say.word(state)}" if name else say.word(state)
        case ast.ExpectGrade(grade=grade):
            return f"{say.head('grades')} {write_name(grade)}"
        case ast.ExpectTold(severity=severity, rule=rule, absent=absent):
            lacks = f"{say.joint('lacks')} " if absent else ""
            return f"{lacks}{say.joint(severity)} {write_entry_name(rule) if rule else ''}".rstrip()
        case ast.ExpectLight(name=name, light=light):
            shining = spell("lights", light, say.language)
            return f"{_operand(name, say)} {shining}" if name else shining
        case _:
            assert_never(expectation)


def _points(expected: ast.ExpectPoints, say: Wording) -> str:
    high = ""
    if expected.high is not None:
        high = f"..{'<' if expected.high_open else ''}{write_number(expected.high)}"
    name = f"{_operand(expected.name, say)} " if expected.name else ""
    plain = names_in("scope").get(expected.name) == "total" or (name and expected.low.unit not in {"", "分"})
    gets = "" if plain else f"{say.joint('gets')} "
    return f"{name}{gets}{write_number(expected.low)}{high}"


def _operand(name: str, say: Wording) -> str:
    return write_operand(_translated(name, say), first=True)


def _translated(name: str, say: Wording) -> str:
    """Write a word of methods or of a project's own facts in this language, any other name as it is."""
    word = names_in("scope").get(name)
    return spell("scope", word, say.language) if word else say.translate(name, FACTS_OF_A_PROJECT)


_NOTES = frozenset({"reason", "evidence", "deducted", "self", "review"})
"""Words that go on with the fact before them in a list of facts."""
