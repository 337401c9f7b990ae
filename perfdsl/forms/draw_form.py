"""Puts cells into a form row by row, and gives every row the height that its texts need."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby

from perfdsl.forms.contents import Line
from perfdsl.forms.form import BLANK, Allowed, Area, Form, FormCell, Formula, Shown, Style
from perfdsl.forms.measure_text import count_lines, height_of

TALLEST = 400
"""Points that a row of a workbook may have (Excel: 409); a taller one is made of several."""

NO_LEVEL = "—"
"""What a group without a level 2 prints there: a blank would be read as that of the row above."""

_LOWEST = 20
_TITLE = 28
"""Points of a line of the heading, whose letters are 1.6 times as large."""


class Drawing:
    """A form that is being drawn; ``row`` is where the next row goes."""

    def __init__(self, name: str, widths: Sequence[int], *, landscape: bool = True) -> None:
        """Begin with no rows, and columns of so many points."""
        self.name, self.widths, self.landscape = name, tuple(widths), landscape
        self.cells: list[FormCell] = []
        self.row = self.first = 0
        self.header = (0, 0)

    def put(  # noqa: PLR0913 — all that a cell has
        self,
        column: int,
        shown: Shown | str = BLANK,
        columns: int = 1,
        *,
        style: Style = "words",
        rows: int = 1,
        formula: Formula | None = None,
        allowed: Allowed | None = None,
    ) -> Area:
        """Put a cell into the row, and give its area."""
        area = Area(self.row, column, rows, columns)
        told = Shown(shown) if isinstance(shown, str) else shown
        self.cells.append(FormCell(area, told, style, formula, allowed))
        return area

    def labels(self, *placed: tuple[int, str, int] | tuple[int, str]) -> None:
        """Put printed words into the row: column, text, and how many columns it covers."""
        for column, text, *span in placed:
            self.put(column, text, *span, style="label")

    def end_row(self) -> None:
        """Go on with the next row."""
        self.row += 1

    def above(self, heading: str, *notes: str, right: str = "") -> None:
        """Write what stands above the table: a heading, lines below it, and what is right of the last."""
        last, count = len(notes) - 1, len(self.widths)
        self.put(0, heading, count, style="title")
        self.end_row()
        for at, note in enumerate(notes):
            left = count - 2 if right and at == last else count
            self.put(0, note, left, style="note" if left < count else "note_centred")
            if left < count:
                self.put(left, right, count - left, style="note_right")
            self.end_row()
        self.first = self.row

    def levels(self, column: int, lines: Sequence[Line], *, second: bool = True) -> None:
        """Put the levels of lines, from this row down, each once beside all that stand under it."""
        start = self.row
        for level1, group in groupby(lines, key=lambda line: line.level1):
            members = list(group)
            self.put(column, level1, style="label", rows=len(members))
            if second:
                self.second_levels(column + 1, members)
            self.row += len(members)
        self.row = start

    def second_levels(self, column: int, lines: Sequence[Line]) -> None:
        """Put level 2 of some lines, which may not cross a level 1."""
        start = self.row
        for (_, level2), group in groupby(lines, key=lambda line: (line.level1, line.level2)):
            count = len(list(group))
            self.put(column, level2 or NO_LEVEL, style="label", rows=count)
            self.row += count
        self.row = start

    def done(self) -> Form:
        """Give the form, with heights."""
        heights = _heights(self.cells, self.widths, self.row)
        form = Form(
            self.name, tuple(self.cells), self.widths, heights, self.first, self.header, self.landscape
        )
        return form if max(heights, default=0) <= TALLEST else _divide(form)


def _heights(cells: Iterable[FormCell], widths: Sequence[int], count: int) -> tuple[int, ...]:
    """Give each row what its cells need; a cell over several rows that needs more takes it from the last."""
    heights = [_LOWEST] * count
    by_rows = sorted((cell for cell in cells if cell.text), key=lambda cell: cell.area.rows)
    for cell in by_rows:
        row, column, rows, columns = cell.area
        width = sum(widths[column : column + columns])
        missing = _need(cell, width) - sum(heights[row : row + rows])
        for at in range(row, row + rows):
            heights[at] += max(0, -(-missing // rows))
    return tuple(heights)


def _need(cell: FormCell, width: int) -> int:
    if cell.style == "title":
        return _TITLE * count_lines(cell.text, width * 10 // 16)
    return height_of(count_lines(cell.text, width))


def _divide(form: Form) -> Form:
    """Make every row that is too high of several, which the cells in it cover."""
    parts = [-(-height // TALLEST) for height in form.heights]
    starts = [0]
    for count in parts:
        starts.append(starts[-1] + count)

    def moved(area: Area) -> Area:
        top = starts[area.row]
        return Area(top, area.column, starts[area.row + area.rows] - top, area.columns)

    cells = tuple(
        cell._replace(area=moved(cell.area), formula=_moved(cell.formula, moved)) for cell in form.cells
    )
    heights = tuple(
        -(-height // count) for height, count in zip(form.heights, parts, strict=True) for _ in range(count)
    )
    first, last = form.header
    return form._replace(
        cells=cells, heights=heights, first=starts[form.first], header=(starts[first], starts[last])
    )


def _moved(formula: Formula | None, moved: Callable[[Area], Area]) -> Formula | None:
    if formula is None:
        return None
    return Formula(tuple(moved(part) if isinstance(part, Area) else part for part in formula.parts))
