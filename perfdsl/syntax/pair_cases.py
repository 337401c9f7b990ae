"""Puts a rule's conditions and consequences, each on a line of its own, together into cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from perfdsl.diagnostic import Diagnostic
from perfdsl.source import Source
from perfdsl.syntax import ast, messages_rule
from perfdsl.syntax.node import make
from perfdsl.syntax.statement import Entry, Opener, Then, Unread, When

Complain = Callable[[Diagnostic], None]


def pair_cases(source: Source, parts: list[Any], complain: Complain) -> list[Any]:
    """Give the parts of a rule; a condition without a consequence, or the reverse, is complained of.

    An ``Unread`` line may have been either, so its neighbours lack nothing.
    """
    paired: list[Any] = []
    before: Any = None
    for part in [*parts, None]:
        if isinstance(before, When) and not before.effects and not isinstance(part, Then | Unread):
            complain(messages_rule.when_without_then(source.place(before.span)))
        match part:
            case Then(span=span) if isinstance(before, When) and not before.effects:
                paired.append(_case(before, span[1], part.effects))
            case Then(span=span) if isinstance(before, Then | When):
                complain(messages_rule.second_then(source.place(span)))
            case Then(span=span) if not isinstance(before, Unread):
                complain(messages_rule.then_without_when(source.place(span)))
            case When(span=span) if part.effects:
                paired.append(_case(part, span[1], part.effects))
            case ast.Node():
                paired.append(part)
        before = part
    return paired


def expecting(source: Source, example: Opener, parts: list[Any], complain: Complain) -> list[Any]:
    """Give the parts of an example; one that expects nothing is complained of."""
    if not any(isinstance(part, ast.Expect | Unread) for part in parts):
        complain(messages_rule.expects_nothing(source.place(example.span), example.fields["name"]))
    return [part for part in parts if not isinstance(part, Unread)]


def tell_stray(source: Source, entry: Entry, parts: list[Any]) -> Diagnostic:
    """Complain about a line of a rule that begins with a name: a keyword is missing before it."""
    written = source.text[entry.span[0] : entry.span[1]]
    place = source.place(entry.span)
    if parts and isinstance(parts[-1], When) and not parts[-1].effects:
        return messages_rule.needs_then(place, written)
    return messages_rule.needs_each(place, written)


def _case(when: When, end: int, effects: tuple[ast.Effect, ...]) -> ast.RuleCase:
    return make(ast.RuleCase, (when.span[0], end), each=when.each, condition=when.condition, effects=effects)
