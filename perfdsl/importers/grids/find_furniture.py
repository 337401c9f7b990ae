"""Tells lines that belong to the paper and to no form: page numbers, running heads and feet, 续表."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from perfdsl.documents.document import Block, OnPage, Prose
from perfdsl.importers.grids.cut_forms import is_title
from perfdsl.importers.grids.read_lines import read_line
from perfdsl.importers.tidy_text import key_of

_NUMBER = re.compile(r"第?[-—–·]*[0-9]{1,4}[-—–·]*页?(?:[,/]?共?[0-9]{1,4}页?)?")
_DATE = re.compile(r"20[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?")
_CONTINUED = re.compile(
    r"[(\[【〔]?(?:(?:续|接)(?:上)?(?:表|页)?|续表[0-9一二三四五六七八九十]{1,2})[)\]】〕]?"
)
_YEAR = re.compile(r"[(\[【〔]?20[0-9]{2}年?度?[)\]】〕]?")
_DIGITS = re.compile(r"[0-9]+")
_RUNNING = 2
_HEIGHT = 300  # hundredths of a point: how far a running line may move up or down
_MOST_CHARACTERS = 200
_OPENS = frozenset({"money_unit", "unit_code", "department", "name", "code"})

Running = frozenset[int]
"""Running heads and feet, by the identity of their blocks."""


def is_furniture(line: Prose) -> bool:
    """Whether a line is blank, a page number, a date alone, or 续表."""
    said = key_of(line.text[:_MOST_CHARACTERS])
    return not said or any(each.fullmatch(said) for each in (_NUMBER, _DATE, _CONTINUED))


def find_running(blocks: Sequence[Block]) -> Running:
    """Find the lines at the top and at the bottom of pages that stand there on another page as well.

    They may differ in numbers: of pages, of dates. Lines that open a form are no margin.
    Time is linear in the number of blocks.
    """
    edges = [(edge, line) for page in _pages(blocks) for edge, line in _margins(page)]
    pages: dict[tuple[str, str, int], set[int]] = {}
    for edge, line in edges:
        for key in _keys(edge, line):
            pages.setdefault(key, set()).add(_box(line).page)
    return frozenset(
        id(line)
        for edge, line in edges
        if any(len(pages.get(key, ())) >= _RUNNING for key in _keys(edge, line))
    )


def _pages(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    page: list[Block] = []
    number = 0
    for block in blocks:
        at = _page(block)
        if at != number and page:
            yield page
            page = []
        number = at
        if at:
            page.append(block)
    if page:
        yield page


def _page(block: Block) -> int:
    if isinstance(block, Prose):
        return next((spot.page for spot in block.spots if isinstance(spot, OnPage)), 0)
    return block.page


def _margins(page: Sequence[Block]) -> Iterator[tuple[str, Prose]]:
    """Give the lines above everything else, and those below."""
    yield from (("top", line) for line in _outer(page))
    yield from (("bottom", line) for line in _outer(page[::-1]))


def _outer(blocks: Iterable[Block]) -> Iterator[Prose]:
    for block in takewhile(lambda one: isinstance(one, Prose), blocks):
        if isinstance(block, Prose):
            if not _may_run(block):
                return
            yield block


def _may_run(line: Prose) -> bool:
    if len(line.text) > _MOST_CHARACTERS or is_title(line.text) or _YEAR.fullmatch(key_of(line.text)):
        return False
    return not _OPENS & read_line(line.text, line.spots, line.flags).keys()


def _keys(edge: str, line: Prose) -> Iterator[tuple[str, str, int]]:
    said = _DIGITS.sub("0", key_of(line.text[:_MOST_CHARACTERS]))
    height = _box(line).top // _HEIGHT
    yield edge, said, height
    yield edge, said, height + 1


def _box(line: Prose) -> OnPage:
    return next(spot for spot in line.spots if isinstance(spot, OnPage))
