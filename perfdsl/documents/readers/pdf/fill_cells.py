"""Puts the characters of a page into the cells of its lattices, each by the middle of its box."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.documents.readers.pdf.lattice import Lattice
from perfdsl.documents.readers.pdf.page import LINE_END, Character

Contents = list[list[Character]]
"""Characters of each cell of a lattice, in the order of the file."""


class Filled(NamedTuple):
    """What stands in each lattice, and what stands in none."""

    contents: tuple[Contents, ...]
    outside: tuple[Character, ...]


def fill_cells(characters: Sequence[Character], lattices: Sequence[Lattice]) -> Filled:
    """Fill the lattices, the smallest first: of a table in a table the inner one has the text."""
    contents: tuple[Contents, ...] = tuple([[] for _ in lattice.areas] for lattice in lattices)
    outside: list[Character] = []
    for each in characters:
        found = _find(each, lattices)
        if found is None:
            outside.append(each)
        elif each.text != LINE_END:
            contents[found[0]][found[1]].append(each)
    return Filled(contents, tuple(outside))


def _find(character: Character, lattices: Sequence[Lattice]) -> tuple[int, int] | None:
    x = (character.left + character.right) // 2
    y = (character.top + character.bottom) // 2
    for index, lattice in enumerate(lattices):
        xs, ys = lattice.xs, lattice.ys
        if xs[0] < x < xs[-1] and ys[0] < y < ys[-1]:
            return index, lattice.owners[bisect_right(ys, y) - 1][bisect_right(xs, x) - 1]
    return None
