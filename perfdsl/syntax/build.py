"""Callbacks of the grammar: each rule makes the node of its name, while lark reduces it.

A callback gets the children of its rule (tokens and nodes, None for what is absent) and returns a node, or
None where the text could not be read; the reason is in the diagnostics by then.
"""

from __future__ import annotations

from perfdsl.syntax.build_clause import ClauseBuilder
from perfdsl.syntax.build_entry import EntryBuilder
from perfdsl.syntax.build_example import ExampleBuilder
from perfdsl.syntax.build_method import MethodBuilder
from perfdsl.syntax.build_rubric import RubricBuilder
from perfdsl.syntax.build_rule import RuleBuilder
from perfdsl.syntax.build_sheet import SheetBuilder
from perfdsl.syntax.build_year import YearBuilder


class Builder(
    SheetBuilder,
    EntryBuilder,
    ClauseBuilder,
    RubricBuilder,
    MethodBuilder,
    RuleBuilder,
    ExampleBuilder,
    YearBuilder,
):
    """All callbacks; one instance serves one parser in one thread."""

    def module(self, children: list[object]) -> list[object]:
        """List the statements of a text, flat."""
        return children
