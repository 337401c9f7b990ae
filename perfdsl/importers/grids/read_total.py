"""Reads 总分 off the row of totals below a table of indicators."""

from __future__ import annotations

from perfdsl.importers.draft import Field
from perfdsl.importers.grids.collect_rows import Body, total_cell
from perfdsl.importers.grids.doubt_flags import of_cell
from perfdsl.importers.read_fields import points_field
from perfdsl.importers.tidy_text import key_of

_SUBTOTALS = frozenset({"小计"})


def total_in(body: Body) -> Field | None:
    """Give the points in the last row of totals; None where no such row prints any."""
    score = next((column for column in body.header.columns if column.meaning == "score"), None)
    if score is None:
        return None
    for passed in reversed(body.passed):
        label = total_cell(passed.row)
        if label is None or key_of(label.text) in _SUBTOTALS:
            continue
        cell = next((one for one in passed.row.own if score.first <= one.column < score.last), None)
        if cell is not None and cell.text.strip():
            return of_cell(points_field(cell.text, cell.spots), cell)
    return None
