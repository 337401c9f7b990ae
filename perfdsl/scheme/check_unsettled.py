"""Holes and doubts that an imported form left: each is told until a person has settled it."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_unsettled as messages
from perfdsl.source import Source
from perfdsl.syntax import ast


def check_unsettled(source: Source, block: ast.Project | ast.Department, diagnostics: Diagnostics) -> None:
    """Complain of each hole (P0508), and warn of each doubt (P0509), in the order of the text."""
    for line, owner in _unsettled(block):
        told = messages.hole if line.how == "hole" else messages.doubt
        diagnostics.add(told(source.place(line.span), owner, line))


def _unsettled(block: ast.Project | ast.Department) -> Iterator[tuple[ast.Unsettled, str]]:
    """Give each with the name of the indicator, project or department that it is about."""
    for part in block.parts:
        if isinstance(part, ast.Unsettled):
            yield part, block.name
        elif isinstance(part, ast.Group):
            for indicator in part.indicators:
                for clause in indicator.clauses:
                    if isinstance(clause, ast.Unsettled):
                        yield clause, indicator.name


def has_hole(block: ast.Project, *fields: str) -> bool:
    """Whether a field of the project itself, by one of its labels, is still to be filled."""
    return any(
        isinstance(part, ast.Unsettled) and part.how == "hole" and part.field in fields
        for part in block.parts
    )
