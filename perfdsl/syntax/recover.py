"""What stands in for a statement that cannot be read: one mistake is told once and moves nothing else."""

from __future__ import annotations

import re
from typing import Any

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.source import Source, Span
from perfdsl.syntax import ast, messages
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.near_keywords import near_head
from perfdsl.syntax.run_tables import Unexpected
from perfdsl.syntax.statement import Entry, Opener, Unread

MOST_UNREADABLE = 100

OPENERS: dict[str, tuple[type[ast.Node], str]] = {
    "department": (ast.Department, "name"),
    "project": (ast.Project, "name"),
    "rubric": (ast.Rubric, "name"),
    "method": (ast.Method, "name"),
    "rule": (ast.Rule, "name"),
    "example": (ast.Example, "name"),
    "monitoring": (ast.Monitoring, "name"),
    "actuals": (ast.Actuals, "project"),
    "amend": (ast.Amendment, "project"),
    "action": (ast.Action, "project"),
}
_CLAUSES = {"weight", "scored", "formula", "baseline", "about", "basis", "reason", "evidence"} | {
    "deducted", "self", "review", "checklist", "either", "serves", "foreseen",
}  # fmt: skip
_NAME = r'(?:[^\W\d][\w·]*+|"[^"\n]*")'
_GROUP = re.compile(rf"{_NAME}(?:(?:[ \t]*/[ \t]*{_NAME})+[ \t]*$|(?:[ \t]*/[ \t]*{_NAME})*[ \t]*:)")
"""A group with or without its colon; with more on its line than there should be."""
_LAST_COMMA = re.compile(r"([,、;])[ \t\r\f]*(?:(?:#|//)[^\n]*)?\n")
_WORD = re.compile(r"\w*")


class Recovery:
    """Complains of unreadable statements of one text, knowing the block that each stands in."""

    __slots__ = ("_block", "_count", "_diagnostics", "_grouped", "_source", "_text")

    def __init__(self, source: Source, text: str, diagnostics: Diagnostics) -> None:
        """Start at the top of a text."""
        self._source, self._text, self._diagnostics = source, text, diagnostics
        self._block = ""
        self._grouped = False
        self._count = 0

    def inside(self, statement: Any) -> None:
        """Take note of a statement that may open or close a block."""
        kind = type(statement)  # not isinstance: pydantic's own is slow, and this is done for every statement
        if kind is Opener:
            if statement.node is ast.Group:
                self._grouped = True
            else:
                self._block, self._grouped = statement.node.__name__.lower(), False
        elif kind is ast.Use or kind is ast.UnitDefinition:
            self._block = ""

    def take(self, statement: Any, complaints: list[Diagnostic]) -> Any:
        """Pass on what was wrong inside a statement, and forget it; a label of a form is no indicator."""
        head = near_head(statement.name) if isinstance(statement, Entry) and not self._grouped else None
        if head is not None and self._block != "actuals":
            place = self._source.place(statement.name_span)
            self._diagnostics.add(messages.unknown_head(place, statement.name, head))
            statement = stand_in_for(head, statement.span)
        else:
            for complaint in complaints:
                self._diagnostics.add(complaint)
        complaints.clear()
        return statement

    def cut(self, span: Span, error: Unexpected) -> int:
        """Where an unreadable statement ends: before a line that cannot go on with the comma above it."""
        comma = _LAST_COMMA.match(self._text, error.at, span[1])
        if comma:
            return comma.end(1)
        line = self._text.rfind("\n", span[0], error.at)
        wrong = line >= 0 and not self._text[line : error.at].strip()
        return span[0] + len(self._text[span[0] : line if wrong else span[1]].rstrip())

    def stand_in(self, span: Span, error: Unexpected) -> Opener | Unread | None:
        """Complain of an unreadable statement, and give what keeps its neighbours in place."""
        from perfdsl.syntax.tell_unreadable import tell_unreadable

        head = _head_of(self._text[span[0] : span[1]], self._block)
        self._count += 1
        self._diagnostics.add(tell_unreadable(self._source, self._text, span, error, self._block))
        if self.hopeless:
            self._diagnostics.add(messages.too_many(self._source.place((span[1], span[1])), MOST_UNREADABLE))
        group = _GROUP.match(self._text, *span) is not None or self._text.endswith(":", *span)
        return stand_in_for(head, span, group=group)

    @property
    def hopeless(self) -> bool:
        """Whether so much is unreadable that the rest is left."""
        return self._count >= MOST_UNREADABLE


def stand_in_for(head: str | None, span: Span, *, group: bool = False) -> Opener | Unread | None:
    """Give a nameless block for an opener, an empty line for an entry, nothing for a clause."""
    if head in OPENERS:
        node, field = OPENERS[head]
        return Opener(node, span, {field: ""})
    if group:
        return Opener(ast.Group, span, {"path": ("",)})
    return None if head in _CLAUSES else Unread(span)


def _head_of(statement: str, block: str) -> str | None:
    found = _WORD.match(statement)
    word = found.group() if found else ""
    return names_in("heads").get(word) or near_head(word, block)
