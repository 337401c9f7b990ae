"""Finds text that a spreadsheet printed below the last row of a table, because its cell was too small."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from perfdsl.documents.readers.pdf.fill_cells import Contents, Filled
from perfdsl.documents.readers.pdf.lattice import Lattice
from perfdsl.documents.readers.pdf.merge_rules import NEAR
from perfdsl.documents.readers.pdf.page import Character
from perfdsl.documents.readers.pdf.read_lines import split_lines

_HIGHEST = 3_000
"""Height of the largest characters that are looked at."""
_FARTHEST = 30_000
"""How far below a table they are looked for."""

Overflow = dict[int, list[Character]]
"""Characters below a lattice, by the index of the cell that they belong to."""


def take_overflow(filled: Filled, lattices: Sequence[Lattice]) -> tuple[list[Overflow], list[Character]]:
    """Give what overflows each lattice, and what else stands outside.

    It must go on in the column of a cell that is full to its lower rule, at the spacing of lines; or begin on
    the rule itself.
    """
    shown = sorted((each for each in filled.outside if each.text.strip()), key=_top)
    tops = list(map(_top, shown))
    overflows: list[Overflow] = []
    taken: set[int] = set()
    for lattice, contents in zip(lattices, filled.contents, strict=True):
        first = bisect_left(tops, lattice.ys[-1] - _HIGHEST)
        last = bisect_right(tops, lattice.ys[-1] + _FARTHEST)
        overflow = _below(lattice, contents, shown[first:last])
        taken.update(id(each) for characters in overflow.values() for each in characters)
        overflows.append(overflow)
    return overflows, [each for each in filled.outside if id(each) not in taken]


def _top(character: Character) -> int:
    return character.top


def _below(lattice: Lattice, contents: Contents, outside: Sequence[Character]) -> Overflow:
    """Give what stands below the cells of the last row, line by line, while the lines follow each other."""
    found: Overflow = {}
    for index, characters in _by_column(lattice, outside).items():
        lines = split_lines(characters)
        if not _begins_inside(lines[0], contents[index], lattice.ys[-1]):
            continue
        bottom = max(each.bottom for each in [*contents[index], lines[0][0]])
        for line in lines:
            if min(map(_top, line)) > bottom + (line[0].bottom - line[0].top) * 3 // 4:
                break
            bottom = max(each.bottom for each in line)
            found.setdefault(index, []).extend(line)
    return found


def _begins_inside(line: Sequence[Character], content: Sequence[Character], edge: int) -> bool:
    """Whether a line below a table goes on with a full cell, or runs over the rule of an empty one."""
    if not content:
        return min(map(_top, line)) < edge
    bottom = max(each.bottom for each in content)
    height = line[0].bottom - line[0].top
    return bottom + height // 2 >= edge and line[0].left >= min(each.left for each in content) - NEAR


def _by_column(lattice: Lattice, outside: Sequence[Character]) -> dict[int, list[Character]]:
    columns: dict[int, list[Character]] = {}
    for each in outside:
        x = (each.left + each.right) // 2
        if lattice.xs[0] < x < lattice.xs[-1] and each.bottom > lattice.ys[-1]:
            index = lattice.owners[-1][bisect_right(lattice.xs, x) - 1]
            columns.setdefault(index, []).append(each)
    return columns
