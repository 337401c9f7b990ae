"""A tree as compact text and back, quickly: for trees made beforehand of texts that are shipped."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from typing import Any

from perfdsl.syntax import ast
from perfdsl.syntax.node import make


def pack(module: ast.Module) -> str:
    """Write a tree: a node is its kind, its span, and the fields that are not as usual."""
    return json.dumps(_packed(module), ensure_ascii=False, separators=(",", ":"))


def unpack(text: str) -> ast.Module:
    """Give the tree back; for texts of ``pack`` only, nothing is checked."""
    tree: ast.Module = _unpacked(json.loads(text, parse_float=Decimal))
    return tree


def _packed(value: Any) -> Any:
    match value:
        case ast.Node():
            usual = {name: field.default for name, field in type(value).model_fields.items()}
            fields = {
                name: _packed(each)
                for name, each in value.__dict__.items()
                if name not in {"kind", "span"} and usual[name] != each
            }
            return [value.__dict__["kind"], list(value.span), fields]
        case Decimal():
            return {"decimal": str(value)}
        case tuple():
            return {"many": [_packed(each) for each in value]}
        case _:
            return value


def _unpacked(value: Any) -> Any:
    if isinstance(value, list):
        kind, span, fields = value
        return make(_kinds()[kind], tuple(span), **{name: _unpacked(each) for name, each in fields.items()})
    if isinstance(value, dict):
        if "many" in value:
            return tuple([_unpacked(each) for each in value["many"]])
        return Decimal(value["decimal"])
    return value


@cache
def _kinds() -> dict[str, type[ast.Node]]:
    nodes = [each for each in vars(ast).values() if isinstance(each, type) and issubclass(each, ast.Node)]
    return {node.model_fields["kind"].default: node for node in nodes if "kind" in node.model_fields}
