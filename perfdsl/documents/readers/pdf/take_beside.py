"""Finds text that runs out of a table at its right edge: it belongs to the cell at the end of the row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from perfdsl.documents.readers.pdf.fill_cells import Contents
from perfdsl.documents.readers.pdf.lattice import Lattice
from perfdsl.documents.readers.pdf.page import Character
from perfdsl.documents.readers.pdf.read_lines import split_lines

_HIGHEST = 3_000
"""Height of the largest characters that are looked at."""


def take_beside(
    lattice: Lattice, contents: Contents, outside: Sequence[Character]
) -> dict[int, list[Character]]:
    """Give the characters right of a lattice that go on with a line of a cell, by the cell's index.

    From one to the next is no gap wider than the taller of both.
    """
    return {
        index: beyond
        for index, near in _by_row(lattice, outside).items()
        if contents[index] and (beyond := list(_going_on(contents[index], near)))
    }


def _by_row(lattice: Lattice, outside: Sequence[Character]) -> dict[int, list[Character]]:
    rows: dict[int, list[Character]] = {}
    for each in outside:
        middle = (each.top + each.bottom) // 2
        if (each.left + each.right) // 2 >= lattice.xs[-1] and lattice.ys[0] < middle < lattice.ys[-1]:
            row = min(bisect_right(lattice.ys, middle), len(lattice.owners)) - 1
            rows.setdefault(lattice.owners[row][-1], []).append(each)
    return rows


def _going_on(inside: Sequence[Character], near: Sequence[Character]) -> Iterator[Character]:
    shown = [each for each in inside if each.text.strip()]
    beyond = set(map(id, near))
    for line in split_lines([*shown, *near]):
        before: Character | None = None
        for each in line:
            if id(each) not in beyond:
                before = each
            elif before is None or each.left - before.right > _height(before, each):
                break
            else:
                before = each
                yield each


def _height(one: Character, other: Character) -> int:
    return max(one.bottom - one.top, other.bottom - other.top)


def within_rows(lattice: Lattice, outside: Sequence[Character], tops: Sequence[int]) -> Sequence[Character]:
    """Give what begins at the height of a lattice, of characters in the order of their ``tops``."""
    return outside[bisect_left(tops, lattice.ys[0] - _HIGHEST) : bisect_right(tops, lattice.ys[-1])]
