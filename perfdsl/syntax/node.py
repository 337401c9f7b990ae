"""Making nodes quickly: the parser's own nodes are right by construction and skip validation.

Pydantic's checks belong to trees that come from outside (JSON); a test validates what the parser makes.
"""

from __future__ import annotations

from typing import Any, TypeVar

from perfdsl.source import Span
from perfdsl.syntax.ast import Node

N = TypeVar("N", bound=Node)

_new = object.__new__
_set = object.__setattr__
_DEFAULTS: dict[type[Node], dict[str, Any]] = {}


def make(node: type[N], span: Span, **fields: Any) -> N:
    """Make a node of a class from right fields; defaults are filled in."""
    made = _new(node)
    defaults = _DEFAULTS.get(node) or _defaults_of(node)
    _set(made, "__dict__", {**defaults, "span": span, **fields})
    _set(made, "__pydantic_fields_set__", set(fields))
    _set(made, "__pydantic_extra__", None)
    _set(made, "__pydantic_private__", None)
    return made


def with_fields(node: N, **changes: Any) -> N:
    """Copy a node with other fields."""
    fields = {**node.__dict__, **changes}
    return make(type(node), fields.pop("span"), **fields)


def _defaults_of(node: type[Node]) -> dict[str, Any]:
    found = {
        name: field.default
        for name, field in node.model_fields.items()
        if not field.is_required() and name != "span"
    }
    _DEFAULTS[node] = found
    return found
