"""Finds text that a spreadsheet printed outside a table, because its cell was too small."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from perfdsl.documents.readers.pdf.fill_cells import Contents, Filled
from perfdsl.documents.readers.pdf.lattice import Lattice
from perfdsl.documents.readers.pdf.merge_rules import NEAR
from perfdsl.documents.readers.pdf.page import Character
from perfdsl.documents.readers.pdf.read_lines import split_lines, text_of
from perfdsl.documents.readers.pdf.take_beside import take_beside, within_rows

_PAGE = re.compile(
    r"第?\s*[0-9]{1,4}\s*页?\s*[/／,，]?\s*共\s*[0-9]{1,4}\s*页|第\s*[0-9]{1,4}\s*页"
    r"|[0-9]{1,4}\s*[/／]\s*[0-9]{1,4}|[-—–]\s*[0-9]{1,4}\s*[-—–]"
)
_HIGHEST = 3_000
"""Height of the largest characters that are looked at."""
_FARTHEST = 30_000
"""How far below a table they are looked for."""

Overflow = dict[int, list[Character]]
"""Characters outside a lattice, by the index of the cell that they belong to."""


def take_overflow(filled: Filled, lattices: Sequence[Lattice]) -> tuple[list[Overflow], list[Character]]:
    """Give what overflows each lattice, below and at its right edge, and what else stands outside.

    Below, it must go on in the column of a cell that is full to its lower rule, at the spacing of lines; or
    begin on the rule itself.
    """
    shown = sorted((each for each in filled.outside if each.text.strip()), key=_top)
    tops = list(map(_top, shown))
    overflows: list[Overflow] = []
    taken: set[int] = set()
    for lattice, contents in zip(lattices, filled.contents, strict=True):
        first = bisect_left(tops, lattice.ys[-1] - _HIGHEST)
        last = bisect_right(tops, lattice.ys[-1] + _FARTHEST)
        overflow = _below(lattice, contents, shown[first:last])
        for index, beside in take_beside(lattice, contents, within_rows(lattice, shown, tops)).items():
            overflow.setdefault(index, []).extend(beside)
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
        if lattice.ys[-1] <= min(map(_top, lines[0])) and _is_short(contents[index], lattice, index):
            continue
        bottom = max(each.bottom for each in [*contents[index], lines[0][0]])
        for line in lines:
            if (
                _PAGE.fullmatch(text_of(line))
                or min(map(_top, line)) > bottom + (line[0].bottom - line[0].top) * 3 // 4
            ):
                break
            bottom = max(each.bottom for each in line)
            found.setdefault(index, []).extend(line)
    return found


def _is_short(content: Sequence[Character], lattice: Lattice, index: int) -> bool:
    """Whether a cell holds one line that leaves room: what stands below does not go on with it."""
    if len(split_lines(content)) != 1:
        return False
    area = lattice.areas[index]
    last = max(content, key=_right)
    return lattice.xs[area.column + area.columns] - last.right > 2 * (last.bottom - last.top)


def _right(character: Character) -> int:
    return character.right


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
