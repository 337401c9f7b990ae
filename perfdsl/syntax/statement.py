"""Statements that are not yet nodes: openers of blocks, and entries that are an indicator or a fact."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from perfdsl.source import Span
from perfdsl.syntax import ast


@dataclass(frozen=True, slots=True)
class Opener:
    """The first line of a block; what follows becomes its parts."""

    node: type[ast.Node]
    span: Span
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Bare:
    """A value with no operator before it; ``bound`` is what a suffix such as 以上 says."""

    span: Span
    value: ast.Number | ast.DateLiteral | ast.Word
    bound: str


@dataclass(frozen=True, slots=True)
class Said:
    """An operator and a value."""

    span: Span
    op: ast.Operator
    value: ast.Number | ast.DateLiteral | ast.Word
    bound: str


Shape = Bare | Said | ast.Range | ast.State | ast.Qualitative


@dataclass(frozen=True, slots=True)
class Entry:
    """A name with what is said of it; ``broken`` where that could not be read."""

    span: Span
    name: str
    name_span: Span
    shape: Shape | None
    clauses: tuple[Any, ...]
    broken: bool


Statement = Opener | Entry | ast.Node
