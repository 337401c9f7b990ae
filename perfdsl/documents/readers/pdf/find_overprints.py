"""Finds cells whose text runs over their rules or over other text: what is read there may not be theirs."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from perfdsl.documents.readers.pdf.fill_cells import Contents
from perfdsl.documents.readers.pdf.lattice import Lattice
from perfdsl.documents.readers.pdf.page import Character
from perfdsl.documents.readers.pdf.read_lines import split_lines

_BEYOND = 20  # hundredths of a point: a cell leaves more than that between its text and its rule
_MAY_HANG = frozenset("，。、；：！？）》」』】〕,.;:!?)")
"""Signs that Word and Writer let stand outside the lines of a paragraph."""
_LEAST_OVERLAPS = 2


def run_over(lattice: Lattice, contents: Contents) -> set[int]:
    """Give the indices of cells with a character that stands across a rule at their side.

    Where most of it stands right of the rule, the cell to the left may be the one that it comes from: both.
    """
    found: set[int] = set()
    for index, characters in enumerate(contents):
        area = lattice.areas[index]
        left, right = lattice.xs[area.column], lattice.xs[area.column + area.columns]
        found |= _above_or_below(lattice, index, characters)
        for each in characters:
            if each.text.isspace() or each.text in _MAY_HANG:
                continue
            if each.right > right + _BEYOND:
                found.add(index)
            elif area.column and each.left < left - _BEYOND:
                found |= {index, lattice.owners[_row_of(lattice, each, area.row)][area.column - 1]}
    return found


def _above_or_below(lattice: Lattice, index: int, characters: Sequence[Character]) -> set[int]:
    """Find a line that stands across the upper or the lower rule of a cell, and the cell on the other side.

    Only square boxes count: some fonts claim boxes of several lines.
    """
    area = lattice.areas[index]
    top, bottom = lattice.ys[area.row], lattice.ys[area.row + area.rows]
    found: set[int] = set()
    for each in characters:
        width, height = each.right - each.left, each.bottom - each.top
        if each.text.isspace() or not width * 3 <= height * 4 <= width * 5:
            continue
        if area.row and (top - each.top) * 4 > height:
            found |= {index, lattice.owners[area.row - 1][area.column]}
        if area.row + area.rows < len(lattice.owners) and (each.bottom - bottom) * 4 > height:
            found |= {index, lattice.owners[area.row + area.rows][area.column]}
    return found


def _row_of(lattice: Lattice, character: Character, first: int) -> int:
    row, middle = first, (character.top + character.bottom) // 2
    while row + 1 < len(lattice.owners) and lattice.ys[row + 1] < middle:
        row += 1
    return row


def is_overprinted(characters: Sequence[Character]) -> bool:
    """Whether different characters of a line stand on each other, as texts of two cells may.

    The same character twice in one place is a cheap bold.
    """
    shown = [each for each in characters if each.text.strip()]
    count = sum(_overlap(one, other) for line in split_lines(shown) for one, other in pairwise(line))
    return count >= _LEAST_OVERLAPS


def _overlap(one: Character, other: Character) -> bool:
    """Whether half of the narrower one stands on the other."""
    narrower = min(one.right - one.left, other.right - other.left)
    common = min(one.right, other.right) - max(one.left, other.left)
    return one.text != other.text and common * 2 > narrower > 0
