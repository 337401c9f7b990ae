"""A table on a terminal that keeps its shape at any width: every cell wraps inside its own column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Final, NamedTuple

from perfdsl.report.cells import cells, one_line, pad, wrap
from perfdsl.report.paint import Style, paint

GAP: Final = 2
"""Cells between two columns."""


class Column(NamedTuple):
    """A column by its heading, and the least and most cells that it takes."""

    heading: str
    least: int
    most: int
    right: bool = False


class Drawn(NamedTuple):
    """A row: its cells, what is said below it, and how its first cell is painted; or a heading alone."""

    texts: tuple[str, ...]
    below: tuple[str, ...] = ()
    style: Style | None = None
    heading: str = ""


def draw_table(
    columns: Sequence[Column], rows: Iterable[Drawn], width: int, *, colour: bool
) -> Iterator[str]:
    """Draw headings, a rule and the rows; lines fit into ``width`` cells where the least widths do."""
    drawn = list(rows)
    widths = _fit(columns, [row.texts for row in drawn if row.texts], width)
    whole = sum(widths) + GAP * (len(widths) - 1)
    yield from _draw(Drawn(tuple(column.heading for column in columns)), columns, widths, colour=colour)
    yield paint("─" * whole, "frame", colour=colour)
    for row in drawn:
        if row.heading:
            yield from wrap(one_line(row.heading), width)
        if row.texts:
            yield from _draw(row, columns, widths, colour=colour)
        indent = widths[0] + GAP
        for said in row.below:
            for line in wrap(one_line(said), width - indent):
                yield " " * indent + paint(line, "faint", colour=colour)


def _draw(row: Drawn, columns: Sequence[Column], widths: Sequence[int], *, colour: bool) -> Iterator[str]:
    parts = [wrap(one_line(text), width) for text, width in zip(row.texts, widths, strict=True)]
    for at, lines in enumerate(zip_longest(*parts, fillvalue="")):
        padded = [
            pad(line, width, right=column.right)
            for line, width, column in zip(lines, widths, columns, strict=True)
        ]
        word = padded[0].rstrip(" ")
        if at == 0 and row.style is not None:
            padded[0] = paint(word, row.style, colour=colour) + padded[0][len(word) :]
        yield (" " * GAP).join(padded).rstrip(" ")


def _fit(columns: Sequence[Column], rows: Sequence[Sequence[str]], width: int) -> list[int]:
    """Give each column what it needs up to its most; where that is too much, the widest gives way first."""
    widths = []
    for at, column in enumerate(columns):
        needed = max([cells(column.heading), *(cells(one_line(row[at])) for row in rows)])
        widths.append(max(column.least, min(needed, column.most)))
    room = width - GAP * (len(widths) - 1)
    while sum(widths) > room:
        spare = [size - column.least for size, column in zip(widths, columns, strict=True)]
        if max(spare) <= 0:
            break
        widths[spare.index(max(spare))] -= 1
    return widths
