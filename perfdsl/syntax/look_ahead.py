"""Looks ahead: whether a line ``部门 …`` in a project begins a department, or is that project's own."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from perfdsl.syntax import ast
from perfdsl.syntax.homes import IN_PROJECT_ONLY
from perfdsl.syntax.statement import Entry, Opener


def project_goes_on(following: Iterable[Any]) -> bool:
    """Whether parts that only a project has follow before the next block.

    Indicators may be a department's own: they are where its code stands above them.
    """
    has_code = False
    for statement in following:
        match statement:
            case Opener(node=ast.Group) | Entry():
                return not has_code
            case ast.Code():
                has_code = True
            case Opener() | ast.Use() | ast.UnitDefinition():
                return False
            case other if type(other) in IN_PROJECT_ONLY:
                return True
    return False
