"""Nodes made quickly are the nodes that pydantic would make."""

from __future__ import annotations

from perfdsl.syntax import ast
from perfdsl.syntax.node import make, with_fields


def test_made_as_pydantic_makes_it() -> None:
    made = make(ast.Year, (1, 2), year=2022)
    assert made == ast.Year(span=(1, 2), year=2022)
    assert made.model_dump() == ast.Year(span=(1, 2), year=2022).model_dump()
    assert made.kind == "year"
    assert hash(made) == hash(ast.Year(span=(1, 2), year=2022))


def test_with_fields() -> None:
    made = with_fields(make(ast.Year, (1, 2), year=2022), year=2023)
    assert (made.year, made.span) == (2023, (1, 2))


def test_defaults() -> None:
    assert make(ast.Module, (0, 0)).items == ()
