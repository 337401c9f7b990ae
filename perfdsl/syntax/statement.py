"""Statements that are not yet nodes: openers of blocks, entries (an indicator or a fact), and stand-ins."""

from __future__ import annotations

from typing import Any, NamedTuple

from perfdsl.source import Span
from perfdsl.syntax import ast


class Opener(NamedTuple):
    """The first line of a block; what follows becomes its parts. Without a name, it was a broken line."""

    node: type[ast.Node]
    span: Span
    fields: dict[str, Any]

    @property
    def stands_in(self) -> bool:
        """Whether the line could not be read: its parts have no home."""
        return self.fields.get("name", self.fields.get("project")) == ""


class Bare(NamedTuple):
    """A value with no operator before it; ``bound`` is what a suffix such as 以上 says."""

    span: Span
    value: ast.Number | ast.DateLiteral | ast.Word
    bound: str


class Said(NamedTuple):
    """An operator and a value."""

    span: Span
    op: ast.Operator
    value: ast.Number | ast.DateLiteral | ast.Word
    bound: str


Shape = Bare | Said | ast.Range | ast.State | ast.Qualitative


class Entry(NamedTuple):
    """A name with what is said of it; ``broken`` where that could not be read."""

    span: Span
    name: str
    name_span: Span
    shape: Shape | None
    clauses: tuple[Any, ...]
    broken: bool


class Unread(NamedTuple):
    """A line that could not be read: the clauses under it are not the entry's above."""

    span: Span


class When(NamedTuple):
    """``每项 当 得分 < 分值``: what follows under it says what then, or ``effects`` on the same line."""

    span: Span
    each: str
    condition: ast.Expr | None
    effects: tuple[ast.Effect, ...]


class Then(NamedTuple):
    """``则 提示 "…"``."""

    span: Span
    effects: tuple[ast.Effect, ...]
