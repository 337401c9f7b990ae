"""Finds tables without rules: rows of text whose cells begin at the same places."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from perfdsl.documents.document import Cell, Grid, OnPage
from perfdsl.documents.readers.pdf.choose_rows import choose_rows
from perfdsl.documents.readers.pdf.cut_pieces import cut_pieces
from perfdsl.documents.readers.pdf.merge_rules import NEAR, cluster, merge_rules
from perfdsl.documents.readers.pdf.page import Character, Page
from perfdsl.documents.readers.pdf.piece import Stack, frame
from perfdsl.documents.readers.pdf.stack_rows import Row, stack_rows

_KEPT = 3
"""A row of more cells than this says where columns begin, even if one of them stands alone."""


def find_columns(page: Page, characters: Sequence[Character]) -> tuple[list[Grid], list[Character]]:
    """Give the grids, every cell of them flagged ``borderless``, and the characters that stand in none.

    The file must have the text row by row, cell by cell. Cells that span rows are not seen to do so.
    """
    tables = choose_rows(stack_rows(cut_pieces(characters), merge_rules(page.rules.across)))
    if not tables:
        return [], list(characters)
    pieces = [piece for table in tables for row in table for stack in row for piece in stack.pieces]
    taken = {id(each) for piece in pieces for each in piece.characters}
    rest = [each for each in characters if id(each) not in taken]
    return [_make_grid(page, table) for table in tables], rest


def _make_grid(page: Page, table: list[Row]) -> Grid:
    starts = _starts(table)
    # The same on every page of a table, if no text says otherwise: as far from the edge as its left side.
    right = max(page.width - starts[0], *(stack.box[2] for row in table for stack in row))
    cells = [cell for number, row in enumerate(table) for cell in _make_row(page.number, number, row, starts)]
    return Grid(len(table), len(starts), tuple(cells), (*starts, max(right, starts[-1] + 1)), page.number)


def _starts(table: list[Row]) -> list[int]:
    """Give the x where columns begin.

    These are those of two cells or more, and that of one cell whose row keeps to them otherwise. If they do
    not keep all cells of a row apart, every place where a cell begins is one.
    """
    alone = cluster(stack.left for row in table for stack in row)
    places = [[_column(stack.left, alone) for stack in row] for row in table]
    counts = Counter(place for row in places for place in row)
    shared = {0, *(place for place, count in counts.items() if count > 1)}
    for row in places:
        single = [place for place in row if place not in shared]
        if len(single) == 1 and len(row) > _KEPT:
            shared.update(single)
    starts = [alone[place] for place in sorted(shared)]
    kept_apart = all(len({_column(stack.left, starts) for stack in row}) == len(row) for row in table)
    return starts if kept_apart else alone


def _column(left: int, starts: Sequence[int]) -> int:
    return max((index for index, start in enumerate(starts) if start <= left + NEAR), default=0)


def _make_row(page: int, number: int, row: Row, starts: list[int]) -> list[Cell]:
    firsts = [_column(stack.left, starts) for stack in row]
    cells: list[Cell] = []
    for index, stack in enumerate(row):
        if index and firsts[index] <= firsts[index - 1]:
            continue
        following = firsts[index + 1] if index + 1 < len(row) else len(starts)
        last = _column(max(stack.box[2] - 2 * NEAR, stack.left), starts)
        end = min(max(last, firsts[index]) + 1, max(following, firsts[index] + 1))
        cells.append(_make_cell(page, number, firsts[index], end - firsts[index], stack))
    return cells


def _make_cell(page: int, row: int, column: int, columns: int, stack: Stack) -> Cell:
    text = "\n".join(piece.text for piece in stack.pieces)
    spot = OnPage(page, *frame(stack.pieces))
    return Cell(row, column, 1, columns, text, (spot,), frozenset({"borderless"}))
