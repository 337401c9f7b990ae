"""Turns what a reader saw about a cell (no rules, a hidden row, lost digits) into doubts about its field."""

from __future__ import annotations

from perfdsl.documents.document import Cell, Flag
from perfdsl.importers.draft import Field
from perfdsl.importers.messages import OF_FLAGS


def doubt_flags(field: Field, flags: frozenset[Flag]) -> Field:
    """Give the field with a reason for each flag that makes it unsure; one without text is left alone.

    Words that were put together from two pages are only noted: joining them leaves no choice, as it may with
    numbers.
    """
    if not field.raw.strip():
        flags &= {"error", "uncalculated"}
    for flag in sorted(flags & OF_FLAGS.keys()):
        is_sure = flag == "joined_over_page" and isinstance(field.value, str)
        field = field.noted(OF_FLAGS[flag]) if is_sure else field.doubted(OF_FLAGS[flag])
    return field


def of_cell(field: Field, cell: Cell) -> Field:
    """The same for a field that is one cell."""
    return doubt_flags(field, cell.flags)
