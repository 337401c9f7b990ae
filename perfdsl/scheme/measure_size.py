"""How large an expression is: later stages take time by its size, so that it must have a bound."""

from __future__ import annotations

from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of

MOST_NODES = 1000
"""Numbers, names and operations of one method or one formula; the longest published rule has some forty."""


def too_large(*expressions: ast.Expr) -> bool:
    """Whether expressions have more parts, all together, than one method or formula may."""
    open_ones, count = list(expressions), 0
    while open_ones and count <= MOST_NODES:
        count += 1
        open_ones.extend(parts_of(open_ones.pop()))
    return count > MOST_NODES
