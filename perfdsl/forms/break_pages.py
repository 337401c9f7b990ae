"""Divides labels that go over the end of a page of a workbook, so that each page shows them.

Where a page ends is estimated: programs and printers differ by a row or so. A label is therefore divided a
little before the end, and each part is high enough for the whole label.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from perfdsl.forms.form import Form, FormCell
from perfdsl.forms.measure_text import count_lines, height_of

PAGE = 500
"""Points of the rows on a page of A4 across, with margins of half an inch (523) and some to spare."""

PAGE_WIDTH = 784
"""Points of its width; a wider form is made smaller, so that more rows go onto a page."""


class Broken(NamedTuple):
    """A form with its labels divided, and the rows that begin a new page."""

    form: Form
    breaks: tuple[int, ...]


def break_pages(form: Form) -> Broken:
    """Divide the labels of a form where its pages are likely to end."""
    room = PAGE * max(sum(form.widths), PAGE_WIDTH) // PAGE_WIDTH
    pages = _Pages(form)
    while (row := pages.first_beyond(room)) is not None:
        pages.end_before(row, room)
    heights = tuple(pages.heights)
    return Broken(form._replace(cells=pages.cells, heights=heights), tuple(pages.breaks))


class _Pages:
    """A form whose pages before ``top`` are done."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.heights = list(form.heights)
        self.top = 0
        self.breaks: list[int] = []
        tall = [cell for cell in form.cells if _is_tall(cell)]
        self.done = [cell for cell in form.cells if not _is_tall(cell)]
        self.labels = sorted(tall, key=lambda cell: cell.area.row)

    @property
    def cells(self) -> tuple[FormCell, ...]:
        """All cells, in the order of their rows."""
        return tuple(sorted([*self.done, *self.labels], key=lambda cell: cell.area[:2]))

    def first_beyond(self, room: int) -> int | None:
        """Give the first row for which the page has no room; None where all that follow have it."""
        used = self._again()
        for row in range(self.top, len(self.heights)):
            used += self.heights[row]
            if used > room and row > self.top:
                return row
        return None

    def end_before(self, row: int, room: int) -> None:
        """End the page before a row, or before an earlier one where no label would be cut off."""
        while row - 1 > self.top and not self._can_end_before(row, room):
            row -= 1
        over = self._over(row)
        rest = self.labels[bisect_left(self.labels, row, key=lambda cell: cell.area.row) :]
        kept = [cell for cell in self.labels[: len(self.labels) - len(rest)] if cell not in over]
        parts = [self._parts(cell, row) for cell in over]
        self.done += [*kept, *(above for above, _ in parts)]
        self.labels = [*(below for _, below in parts), *rest]
        self.top = row
        self.breaks.append(row)

    def _can_end_before(self, row: int, room: int) -> bool:
        """Whether the parts above are high enough for their labels, or the last row can be made so."""
        missing = max((self._missing(cell, cell.area.row, row) for cell in self._over(row)), default=0)
        used = self._again() + sum(self.heights[self.top : row])
        if used + missing > room:
            return False
        self.heights[row - 1] += missing
        return True

    def _again(self) -> int:
        """Points of the rows that are printed again on this page."""
        first, after = self.form.header
        return sum(self.heights[first:after]) if self.top >= after else 0

    def _over(self, row: int) -> Sequence[FormCell]:
        """Give the labels that begin before a row and go on in it."""
        before = takewhile(lambda cell: cell.area.row < row, self.labels)
        return [cell for cell in before if row < cell.area.row + cell.area.rows]

    def _missing(self, cell: FormCell, first: int, after: int) -> int:
        area = cell.area
        width = sum(self.form.widths[area.column : area.column + area.columns])
        return max(0, height_of(count_lines(cell.text, width)) - sum(self.heights[first:after]))

    def _parts(self, cell: FormCell, row: int) -> tuple[FormCell, FormCell]:
        area = cell.area
        after = area.row + area.rows
        self.heights[after - 1] += self._missing(cell, row, after)
        return (
            cell._replace(area=area._replace(rows=row - area.row)),
            cell._replace(area=area._replace(row=row, rows=after - row)),
        )


def _is_tall(cell: FormCell) -> bool:
    return cell.style == "label" and bool(cell.text) and cell.area.rows > 1
