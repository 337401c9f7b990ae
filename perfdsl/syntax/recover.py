"""Reads a text that does not parse as a whole: statement by statement, so that each error is told once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source, Span
from perfdsl.syntax import ast, messages
from perfdsl.syntax.keywords import tables
from perfdsl.syntax.statement import Opener
from perfdsl.syntax.tell_unreadable import tell_unreadable

MOST_UNREADABLE = 100
MOST_BRACKETS = 200

_BREAKS = re.compile(
    r'"""(?s:.*?)"""|"[^"\n]*"|“[^”\n]*”|(?:#|//)[^\n]*|[,、;][ \t\r]*(?:(?:#|//)[^\n]*)?\n|(?P<end>\n)|(?P<open>["“])'
)
_OPENERS: dict[str, tuple[type[ast.Node], str]] = {
    "department": (ast.Department, "name"),
    "project": (ast.Project, "name"),
    "rubric": (ast.Rubric, "name"),
    "method": (ast.Method, "name"),
    "actuals": (ast.Actuals, "project"),
}


def recover(parser: Any, source: Source, text: str, diagnostics: Diagnostics) -> list[Any]:
    """Parse each statement of a text on its own; what cannot be read is complained of."""
    from lark import TextSlice
    from lark.exceptions import UnexpectedInput

    statements: list[Any] = []
    unreadable = 0
    for start, end in split_statements(text):
        try:
            if text.count("(", start, end) > MOST_BRACKETS:
                diagnostics.add(messages.too_deep(source.place((start, end)), MOST_BRACKETS))
                continue
            statements.append(parser.parse(TextSlice(text, start, end), start="statement"))
        except UnexpectedInput as error:
            unreadable += 1
            diagnostics.add(tell_unreadable(source, text, (start, end), error))
            statements.append(_stand_in(text, (start, end)))
            if unreadable == MOST_UNREADABLE:
                diagnostics.add(messages.too_many(source.place((end, end)), MOST_UNREADABLE))
                break
    return statements


def split_statements(text: str) -> Iterator[Span]:
    """Spans of statements: lines, but for long texts and for lists that go on after a comma."""
    start = 0
    for match in _BREAKS.finditer(text):
        if match.group("end"):
            yield from _trimmed(text, start, match.start())
            start = match.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    stripped = text[start:end].strip()
    if stripped and not stripped.startswith(("#", "//")):
        first = text.index(stripped[0], start)
        yield (first, first + len(stripped))


def _stand_in(text: str, span: Span) -> Any:
    """Open a nameless block for a broken first line, so that its parts do not fall to the block above."""
    word = re.match(r"\w*", text[span[0] : span[1]])
    for head, (node, field) in _OPENERS.items():
        if word and word.group() in tables()["heads"][head]:
            return Opener(node, span, {field: ""})
    if text[span[0] : span[1]].rstrip().endswith(":"):
        return Opener(ast.Group, span, {"path": ("",)})
    return None
