"""What a tree says, without where it says it: two texts mean the same if these are equal."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in

PLACES = {"span", "name_span", "project_span"}


def meaning(node: Any, *, translated: bool = False, own: frozenset[str] = frozenset()) -> Any:
    """Give nested tuples; ``translated``: words such as 实际 and actual count as one."""
    if isinstance(node, tuple):
        return tuple(meaning(each, translated=translated, own=own) for each in node)
    if not isinstance(node, BaseModel):
        return node
    if isinstance(node, ast.Method):
        own = frozenset(parameter.name for parameter in node.parameters)
    printed = {"text"} if isinstance(node, ast.Number | ast.DateLiteral) else set()
    fields = {name: value for name, value in node.__dict__.items() if name not in PLACES | printed}
    if translated:
        fields |= in_one_language(node, own)
    return tuple(
        (name, meaning(value, translated=translated, own=own)) for name, value in sorted(fields.items())
    )


def in_one_language(node: BaseModel, own: frozenset[str]) -> dict[str, str]:
    """Names that a translation may change, in English."""
    match node:
        case ast.Name(name=name) if name not in own:
            return {"name": names_in("scope").get(name, name)}
        case ast.FactLine(name=name):
            return {"name": names_in("words").get(name, name)}
        case ast.GivenFact(name=name) | ast.ExpectPoints(name=name) | ast.ExpectState(name=name):
            return {"name": names_in("scope").get(name) or names_in("words").get(name, name)}
        case ast.Cap(what=what):
            return {"what": names_in("scope").get(what, what)}
        case ast.GroupWeight(group=group):
            return {"group": names_in("words").get(group, group)}
    return {}
