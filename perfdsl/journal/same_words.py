"""Whether two trees say the same, wherever they stand and however their numbers are printed."""

from __future__ import annotations

from perfdsl.syntax import ast


def same_words(one: object, other: object) -> bool:
    """Compare two trees, or tuples of them."""
    return _plain(one) == _plain(other)


def _plain(node: object) -> object:
    """Give a tree without places and printed forms."""
    match node:
        case ast.Number(value=value, unit=unit):
            return value, unit
        case ast.DateLiteral(year=year, month=month, day=day):
            return year, month, day
        case ast.Node():
            fields = {name: value for name, value in node.__dict__.items() if not name.endswith("span")}
            return type(node), {name: _plain(value) for name, value in fields.items()}
        case tuple():
            return tuple(map(_plain, node))
        case _:
            return node
