"""Finds what each example is of: the block above it in its file, other examples and 实绩 passed over."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Diagnostics
from perfdsl.examples import messages
from perfdsl.examples.example import Posed, Subject
from perfdsl.scheme.parsed import Parsed
from perfdsl.syntax import ast


def posed_in(sheet: Parsed, diagnostics: Diagnostics) -> Iterator[Posed]:
    """Give the examples of a sheet in order; one that stands below nothing it could test is complained of."""
    above: Subject | None = None
    for item in sheet.module.items:
        match item:
            case ast.Project() | ast.Method() | ast.Rule() | ast.Rubric() | ast.Monitoring():
                above = item
            case ast.Department():
                above = None
            case ast.Example() if above is not None:
                torn = bool({id(item), id(above)} & sheet.torn)
                yield Posed(sheet.source, item, above, torn)
            case ast.Example():
                diagnostics.add(messages.no_subject(sheet.source.place(item.span), item.name))


def complain_of_strays(sheet: Parsed, diagnostics: Diagnostics) -> None:
    """Complain of the examples of a sheet that are of nothing: all that can be said without trying them."""
    for _ in posed_in(sheet, diagnostics):
        pass
