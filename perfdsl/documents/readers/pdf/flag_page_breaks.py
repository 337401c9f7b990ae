"""Marks the cells that a page begins with: a row may have been broken there."""

from __future__ import annotations

import re
from collections.abc import Sequence

from perfdsl.documents.document import Block, Grid, Prose
from perfdsl.documents.readers.pdf.read_blocks import box_of

Head = frozenset[tuple[str, int]]
"""The lines above the first grid of a page: text without its digits, and where."""

_SAME_PLACE = 300


def read_head(blocks: Sequence[Block]) -> Head:
    """Give the lines above the first grid."""
    head: set[tuple[str, int]] = set()
    for block in blocks:
        if isinstance(block, Grid):
            break
        head.add((re.sub(r"[\d\s]+", "", block.text), box_of(block)[1] // _SAME_PLACE))
    return frozenset(head)


def flag_page_break(blocks: Sequence[Block], before: Head) -> list[Block]:
    """Flag the first row of the first grid if above it stands only what the page before has there too."""
    flagged = list(blocks)
    for index, block in enumerate(flagged):
        if isinstance(block, Prose):
            continue
        if read_head(flagged) <= before:
            flagged[index] = _flag_first_row(block)
        break
    return flagged


def _flag_first_row(grid: Grid) -> Grid:
    cells = tuple(
        cell._replace(flags=cell.flags | {"after_page_break"}) if cell.row == 0 else cell
        for cell in grid.cells
    )
    return grid._replace(cells=cells)
