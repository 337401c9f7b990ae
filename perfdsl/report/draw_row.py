"""Rows of a table on a terminal: each cell wraps inside its own column."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from perfdsl.report.cells import cells, one_line, pad, wrap
from perfdsl.report.fit_columns import GAP, Columns
from perfdsl.report.paint import Style, paint
from perfdsl.report.sheet import Headings, Row, Sheet
from perfdsl.report.words import SIGNS

INDENT = 2
"""Cells before the first column."""

_ATTAINMENT, _SCORE = 3, 4


class Grid(NamedTuple):
    """The columns of a table, the whole width in cells, and whether colours show."""

    columns: Columns
    width: int
    colour: bool

    def paint(self, text: str, style: Style | None) -> str:
        """Colour a text where colours were asked for."""
        return paint(text, style, colour=self.colour) if style else text


def natural_widths(sheet: Sheet) -> list[int]:
    """Cells that each of the six columns would take if nothing had to wrap."""
    rows = [
        row
        for department in sheet.departments
        for project in department.projects
        for group in project.groups
        for row in group.rows
    ]
    table = [sheet.headings, *((*_texts(row), text) for row in rows for text in (row.why, *row.notes))]
    return [max(cells(one_line(text)) for text in column) for column in zip(*table, strict=True)]


def _texts(row: Row) -> tuple[str, str, str, str, str]:
    attainment = f"{SIGNS[row.state]} {row.attainment}"
    return row.name, row.target, row.actual, attainment, f"{row.score}/{row.weight}"


def draw_headings(headings: Headings, grid: Grid) -> Iterator[str]:
    """Draw the line of headings; without a column for reasons theirs is left out."""
    *texts, why = ([one_line(heading)] for heading in headings)
    yield from _draw_cells([*texts, why] if grid.columns.why else texts, grid, None)


def draw_row(row: Row, grid: Grid) -> Iterator[str]:
    """Draw an indicator, with the reason beside it or below it."""
    texts = zip(_texts(row), grid.columns.widths, strict=True)
    drawn = [wrap(one_line(text), width) for text, width in texts]
    if len(drawn[_SCORE]) > 1:
        drawn[_SCORE] = [*wrap(row.score, grid.columns.widths[_SCORE]), f"/{row.weight}"]
    told = [one_line(text) for text in (row.why, *row.notes) if text]
    if grid.columns.why:
        beside = [line for text in told for line in wrap(text, grid.columns.why)]
        yield from _draw_cells([*drawn, beside], grid, row.state)
        return
    yield from _draw_cells(drawn, grid, row.state)
    indent = " " * 2 * INDENT
    below = [line for text in told for line in wrap(text, grid.width - len(indent))]
    yield from (indent + grid.paint(line, "faint") for line in below)


def _draw_cells(drawn: list[list[str]], grid: Grid, style: Style | None) -> Iterator[str]:
    widths = [*grid.columns.widths, grid.columns.why]
    for lines in zip_longest(*drawn, fillvalue=""):
        padded = [
            pad(line, width, right=at == _SCORE)
            for at, (line, width) in enumerate(zip(lines, widths, strict=False))
        ]
        word = padded[_ATTAINMENT].rstrip(" ")
        padded[_ATTAINMENT] = grid.paint(word, style) + padded[_ATTAINMENT][len(word) :]
        yield (" " * INDENT + (" " * GAP).join(padded)).rstrip(" ")
