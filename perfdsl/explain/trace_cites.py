"""Which documents a score rests on: those that its rubric, its method and its rules name."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.explain.told import Cited
from perfdsl.scheme.rubric_scheme import MethodCall, RubricScheme
from perfdsl.syntax import ast


def cites_of(by: str, parts: Iterable[ast.Node]) -> tuple[Cited, ...]:
    """List the documents named by the parts of a rubric, a method or a rule."""
    return tuple(Cited(by, part.text, part.unchecked) for part in parts if isinstance(part, ast.Cite))


def cites_of_rubric(rubric: RubricScheme) -> tuple[Cited, ...]:
    """List the documents of a rubric and of those that it extends."""
    return tuple(cited for node in rubric.nodes for cited in cites_of(node.name, node.parts))


def cites_of_method(call: MethodCall | None) -> tuple[Cited, ...]:
    """List the documents of a method."""
    return () if call is None else cites_of(call.method.name, call.method.node.parts)
