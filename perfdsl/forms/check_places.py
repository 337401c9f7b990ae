"""Checks where fields go in a user's workbook: none onto a formula, and no two into one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.forms import messages_template as messages
from perfdsl.forms.fields import Field
from perfdsl.forms.mapping import TableSlots

# openpyxl carries no types: its sheets and cells are Any.


class PlacedTable(NamedTuple):
    """A table whose place is known: its pattern cell, and the column (from 1) of each field."""

    slots: TableSlots
    cell: Any
    columns: tuple[tuple[int, str], ...]


def all_can_be_written(
    name: str, slots: Sequence[tuple[Any, Field]], tables: Sequence[PlacedTable], diagnostics: Diagnostics
) -> bool:
    """Whether every field has a cell to itself that holds no formula; complains of each that has not."""
    before = len(diagnostics)
    taken: dict[tuple[str, str], str] = {}
    for cell, field in [*_cells_of(tables), *slots]:
        place = cell.parent.title, cell.coordinate
        if cell.data_type == "f":
            diagnostics.add(messages.over_formula(name, cell.coordinate, field.name))
        elif place in taken:
            diagnostics.add(messages.same_cell(name, cell.coordinate, taken[place], field.name))
        taken.setdefault(place, field.name)
    return len(diagnostics) == before


def _cells_of(tables: Sequence[PlacedTable]) -> Iterator[tuple[Any, Field]]:
    for table in tables:
        for column, field in table.columns:
            yield table.cell.parent.cell(table.cell.row, column), Field(field, table.slots.rows)
