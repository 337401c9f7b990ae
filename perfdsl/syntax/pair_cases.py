"""Puts a rule's conditions and consequences, each on a line of its own, together into cases."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from perfdsl.diagnostic import Diagnostic
from perfdsl.source import Source
from perfdsl.syntax import ast, messages_rule
from perfdsl.syntax.node import make
from perfdsl.syntax.statement import Then, When


def pair_cases(source: Source, parts: list[Any], complain: Callable[[Diagnostic], None]) -> list[Any]:
    """Give the parts of a rule; a condition without a consequence, or the reverse, is complained of."""
    paired: list[Any] = []
    open_when: When | None = None
    for part in parts:
        if isinstance(part, Then):
            if open_when is None:
                complain(messages_rule.then_without_when(source.place(part.span)))
            else:
                paired.append(_case(open_when, part.span[1], part.effects))
            open_when = None
            continue
        _complain_of(source, open_when, complain)
        open_when = None
        if not isinstance(part, When):
            paired.append(part)
        elif part.effects:
            paired.append(_case(part, part.span[1], part.effects))
        else:
            open_when = part
    _complain_of(source, open_when, complain)
    return paired


def _case(when: When, end: int, effects: tuple[ast.Effect, ...]) -> ast.RuleCase:
    return make(ast.RuleCase, (when.span[0], end), each=when.each, condition=when.condition, effects=effects)


def _complain_of(source: Source, when: When | None, complain: Callable[[Diagnostic], None]) -> None:
    if when is not None:
        complain(messages_rule.when_without_then(source.place(when.span)))
