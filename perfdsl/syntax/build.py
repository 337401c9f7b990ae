"""Callbacks of the grammar: each rule makes the node of its name, while lark reduces it.

A callback gets the children of its rule (tokens and nodes, None for what is absent) and returns a node, or
None where the text could not be read; the reason is in the diagnostics by then.
"""

from __future__ import annotations

from perfdsl.syntax.build_expression import ExpressionBuilder
from perfdsl.syntax.build_rubric import RubricBuilder
from perfdsl.syntax.build_sheet import SheetBuilder


class Builder(SheetBuilder, RubricBuilder, ExpressionBuilder):
    """All callbacks; one instance serves one parser in one thread."""

    def module(self, children: list[object]) -> list[object]:
        """List the statements of a text, flat."""
        return children
