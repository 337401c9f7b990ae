"""Puts the characters of a page into the cells of its lattices, each by the middle of its box."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.documents.readers.pdf.lattice import Lattice
from perfdsl.documents.readers.pdf.page import LINE_END, Character

_TOUCHING = 20
"""Hundredths of a point."""

Contents = list[list[Character]]
"""Characters of each cell of a lattice, in the order of the file."""


class Filled(NamedTuple):
    """What stands in each lattice, and what stands in none.

    ``spilled``: of each lattice, the cells above each other that one line of text was shared out to.
    """

    contents: tuple[Contents, ...]
    outside: tuple[Character, ...]
    spilled: tuple[frozenset[int], ...] = ()


def fill_cells(characters: Sequence[Character], lattices: Sequence[Lattice]) -> Filled:
    """Fill the lattices, the smallest first: of a table in a table the inner one has the text."""
    contents: tuple[Contents, ...] = tuple([[] for _ in lattice.areas] for lattice in lattices)
    outside: list[Character] = []
    spilled: tuple[set[int], ...] = tuple(set() for _ in lattices)
    last: tuple[Character, tuple[int, int]] | None = None
    for each in characters:
        found = _find(each, lattices)
        if found is None:
            outside.append(each)
        elif each.text != LINE_END:
            contents[found[0]][found[1]].append(each)
            if last is not None and _spills(*last, each, found, lattices[found[0]]):
                spilled[found[0]].update((last[1][1], found[1]))
        last = None if found is None else (each, found)
    return Filled(contents, tuple(outside), tuple(map(frozenset, spilled)))


def _spills(
    one: Character, place: tuple[int, int], other: Character, found: tuple[int, int], lattice: Lattice
) -> bool:
    """Whether one line of text was shared out to two cells above each other."""
    if place == found or place[0] != found[0]:
        return False
    return _is_above(lattice, place[1], found[1]) and _goes_on(one, other)


def _is_above(lattice: Lattice, one: int, other: int) -> bool:
    """Whether one of two cells stands in rows above those of the other."""
    first, second = sorted((lattice.areas[one], lattice.areas[other]))
    return first.row + first.rows <= second.row


def _goes_on(one: Character, other: Character) -> bool:
    """Whether a character follows another on its line, without a gap."""
    height = max(one.bottom - one.top, other.bottom - other.top)
    return abs(other.left - one.right) <= _TOUCHING and abs(other.bottom - one.bottom) * 4 <= height


def _find(character: Character, lattices: Sequence[Lattice]) -> tuple[int, int] | None:
    x = (character.left + character.right) // 2
    y = (character.top + character.bottom) // 2
    for index, lattice in enumerate(lattices):
        xs, ys = lattice.xs, lattice.ys
        if xs[0] < x < xs[-1] and ys[0] < y < ys[-1]:
            return index, lattice.owners[bisect_right(ys, y) - 1][bisect_right(xs, x) - 1]
    return None
