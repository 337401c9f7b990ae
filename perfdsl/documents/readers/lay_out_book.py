"""Lays the sheets of a workbook out as grids, one after another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from perfdsl.actuals.messages import sheet_passed_over
from perfdsl.diagnostic import Diagnostics
from perfdsl.documents import messages
from perfdsl.documents.document import Grid
from perfdsl.documents.readers.bounds import MOST_CELLS, MOST_SHEETS
from perfdsl.documents.readers.lay_out_sheet import UsedSheet, lay_out_sheet
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

Sheet = tuple[str, bool, Callable[[], UsedSheet]]
"""A sheet's name, whether it is hidden, and how to read it."""


def lay_out_book(
    file: str, sheets: Iterable[Sheet], diagnostics: Diagnostics, left_out: Counter[str]
) -> tuple[Grid, ...]:
    """Give a grid for each sheet that shows any text; hidden sheets are named in a note."""
    grids: list[Grid] = []
    cells = 0
    for number, (name, hidden, use) in enumerate(sheets):
        if number == MOST_SHEETS:
            diagnostics.add(messages.too_many_sheets(file, MOST_SHEETS))
            break
        if hidden:
            diagnostics.add(sheet_passed_over(file, name, hidden=True))
            continue
        grid = lay_out_sheet(use(), left_out)
        if grid is not None:
            grids.append(grid)
            cells += len(grid.cells)
        if cells > MOST_CELLS:
            raise UnreadableDocumentError("too_many_cells")
    for what, count in sorted(left_out.items()):
        diagnostics.add(messages.left_out(file, what, count))
    return tuple(grids)
