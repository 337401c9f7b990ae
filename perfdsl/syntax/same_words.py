"""Whether two trees say the same, wherever they stand and however their numbers are printed."""

from __future__ import annotations

from perfdsl.syntax import ast


def same_words(one: object, other: object) -> bool:
    """Compare two trees, or tuples of them and of plain values."""
    match one, other:
        case (ast.Number(), ast.Number()):
            return (one.value, one.unit) == (other.value, other.unit)
        case (ast.DateLiteral(), ast.DateLiteral()):
            return (one.year, one.month, one.day) == (other.year, other.month, other.day)
        case (ast.Node(), ast.Node()):
            return type(one) is type(other) and all(
                same_words(value, vars(other)[name])
                for name, value in vars(one).items()
                if not name.endswith("span")
            )
        case (tuple(), tuple()):
            return len(one) == len(other) and all(map(same_words, one, other))
        case _:
            return one == other
