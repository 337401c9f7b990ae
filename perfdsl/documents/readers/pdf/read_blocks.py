"""Reads the blocks of a page from top to bottom: its grids, and the lines of text outside them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.documents.document import Block, Line, OnPage, Prose
from perfdsl.documents.readers.pdf.fill_cells import fill_cells
from perfdsl.documents.readers.pdf.find_columns import find_columns
from perfdsl.documents.readers.pdf.find_lattices import find_lattices
from perfdsl.documents.readers.pdf.make_grid import make_grid
from perfdsl.documents.readers.pdf.page import LINE_END, Character, Page
from perfdsl.documents.readers.pdf.read_lines import split_lines, text_of
from perfdsl.documents.readers.pdf.take_overflow import take_overflow


class PageBlocks(NamedTuple):
    """The blocks of a page; ``crowded``: it is too full of rules for its tables to be read."""

    blocks: tuple[Block, ...]
    crowded: bool = False


def read_blocks(page: Page) -> PageBlocks:
    """Read a page. Where no rules frame a table, one may still be seen from how its text is set."""
    lattices = find_lattices(page.rules)
    filled = fill_cells(page.characters, lattices or [])
    overflows, outside = take_overflow(filled, lattices or [])
    ruled = [
        make_grid(page.number, *parts)
        for parts in zip(lattices or [], filled.contents, overflows, filled.spilled, strict=True)
    ]
    blocks: list[Block] = [*ruled]
    for band in _bands(outside, sorted(box_of(grid)[1] for grid in ruled)):
        grids, prose = find_columns(page, band)
        blocks += [*grids, *_lines(page.number, prose)]
    return PageBlocks(tuple(sorted(blocks, key=_place)), lattices is None)


def read_stream(page: Page) -> list[Line]:
    """Give the text of a page in the order of the file, line by line."""
    lines: list[Line] = []
    line: list[Character] = []
    for each in [*page.characters, Character(LINE_END, 0, 0, 0, 0)]:
        if each.text != LINE_END:
            line.append(each)
        elif text := "".join(one.text for one in line).strip():
            lines.append(Line(text, OnPage(page.number, *_frame(line))))
            line = []
    return lines


def box_of(block: Block) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of a block of a page."""
    spots = block.spots if isinstance(block, Prose) else [spot for cell in block.cells for spot in cell.spots]
    boxes = [spot for spot in spots if isinstance(spot, OnPage)]
    return (
        min(box.left for box in boxes), min(box.top for box in boxes),
        max(box.right for box in boxes), max(box.bottom for box in boxes),
    )  # fmt: skip


def _place(block: Block) -> tuple[int, int]:
    left, top, _, _ = box_of(block)
    return top, left


def _bands(characters: Sequence[Character], tops: Sequence[int]) -> list[list[Character]]:
    """Part the text at the ruled grids: what stands above and below one makes no table together."""
    bands: list[list[Character]] = [[] for _ in range(len(tops) + 1)]
    for each in characters:
        bands[bisect_left(tops, (each.top + each.bottom) // 2)].append(each)
    return [band for band in bands if any(each.text.strip() for each in band)]


def _lines(page: int, characters: Sequence[Character]) -> list[Prose]:
    shown = [each for each in characters if each.text != LINE_END]
    return [
        Prose(text, (OnPage(page, *_frame(line)),)) for line in split_lines(shown) if (text := text_of(line))
    ]


def _frame(characters: Sequence[Character]) -> tuple[int, int, int, int]:
    return (
        min(each.left for each in characters), min(each.top for each in characters),
        max(each.right for each in characters), max(each.bottom for each in characters),
    )  # fmt: skip
