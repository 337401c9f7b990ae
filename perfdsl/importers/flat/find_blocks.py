"""Finds the closed columns of a row in a stream: target, operator, unit, weight and direction."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import RowName
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.flow import GLUED, Flow
from perfdsl.importers.tidy_text import tidy
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.read_operator import leading_operator
from perfdsl.syntax.read_target import read_target
from perfdsl.units import find_unit

MOST_IN_VALUE = 24
_MOST_TRIED = 8
_LONGEST_OPERATOR = 6
SIGNS = "≥≤＞＜><=≧≦⩾⩽＝"
_NUMBER = re.compile(r"[0-9][0-9,]{0,20}(?:\.[0-9]{1,6})?")
_WEIGHT = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,3})?[%％分]?")
_DIRECTION = re.compile(r"(?:正向|反向|负向|逆向)(?:指标)?")
_OPERATORS = re.compile(
    r"定性(?:指标)?|定量(?:指标)?|[≥≤＞＜><=≧≦⩾⩽＝]=?|大于等于|小于等于|大于|小于|等于|不低于|不高于|不少于|不超过"
)
_BARE = re.compile(r"[0-9][0-9,]{0,20}(?:\.[0-9]{1,6})?(?:%|[^\d\s]{0,4})")


class Block(NamedTuple):
    """The closed columns of one row: where they begin and end, and each of them."""

    start: int
    end: int
    cells: tuple[tuple[RowName, Stretch], ...]
    doubts: tuple[Text, ...] = ()


def find_blocks(flow: Flow, start: int, end: int, columns: Sequence[RowName]) -> list[Block]:
    """Find all stretches that read as these columns one after the other; the first of them begins a cell.

    Where there is none, a sign of comparison inside a word, or a bare number with a known unit on lines of
    its own, is taken, with a doubt.
    """
    found = _without_words(flow, list(_blocks(flow, start, end, columns)))
    if found or "operator" in columns:
        return found
    glued = [at for at in range(start, end) if flow.text[at] in SIGNS and not flow.is_soft(at)]
    blocks = [_block(flow, at, end, columns) for at in glued]
    found = [one._replace(doubts=(*one.doubts, messages.glued())) for one in blocks if one is not None]
    return found or list(_bare_blocks(flow, start, end, columns))


def _without_words(flow: Flow, blocks: list[Block]) -> list[Block]:
    """Leave out what ends a description (``其中 3 次以下``): words right before a target with a sign.

    No row is so short that nothing stands between its target and the next one.
    """
    signed = [flow.text[block.start] in SIGNS for block in blocks]
    return [
        block
        for at, block in enumerate(blocks)
        if signed[at] or at + 1 == len(blocks) or not (signed[at + 1] and blocks[at + 1].start == block.end)
    ]


def _blocks(flow: Flow, start: int, end: int, columns: Sequence[RowName]) -> Iterator[Block]:
    at = start
    while at < end:
        block = _block(flow, at, end, columns) if at == start or flow.is_soft(at) else None
        if block is not None:
            yield block
        at = block.end if block is not None else at + 1


def _block(flow: Flow, at: int, end: int, columns: Sequence[RowName]) -> Block | None:
    cells: list[tuple[RowName, Stretch]] = []
    doubts: list[Text] = []
    here, has_operator, in_words = at, "operator" in columns, False
    for number, column in enumerate(columns):
        stop, doubt = _end_of_cell(flow, here, end, column, has_operator=has_operator)
        if stop == here and column == "unit" and in_words:
            continue
        if stop <= here or not (stop == end or flow.is_soft(stop)):
            return None
        in_words = in_words or flow.text.startswith("定性", here)
        cells.append((column, (here, stop)))
        doubts += (
            [doubt]
            if doubt and (number + 1 == len(columns) or column != "target" or not has_operator)
            else []
        )
        here = stop
    return Block(at, here, tuple(cells), tuple(doubts))


def _end_of_cell(
    flow: Flow, at: int, end: int, column: RowName, *, has_operator: bool
) -> tuple[int, Text | None]:
    """Tell where a cell of this column ends; not behind ``at`` where there is none."""
    if column == "target" and not has_operator:
        return _end_of_target(flow, at, end)
    if column == "unit":
        return max((stop for stop in _stops(flow, at, end) if _is_unit(flow, at, stop)), default=at), None
    if column == "target":
        number = _NUMBER.match(flow.text, at, end)
        return (number.end(), None) if number else _end_of_word(flow, at, end)
    pattern = {"operator": _OPERATORS, "direction": _DIRECTION, "weight": _WEIGHT}[column]
    found = pattern.match(flow.text, at, end)
    return (found.end() if found else at), None


def _end_of_word(flow: Flow, at: int, end: int) -> tuple[int, Text | None]:
    """Words beside 定性 go on to the next place where a cell may end."""
    return next(_stops(flow, at, end), at), messages.without_operator()


def _stops(flow: Flow, at: int, end: int) -> Iterator[int]:
    last = min(end, at + MOST_IN_VALUE)
    return (stop for stop in range(at + 1, last + 1) if stop == end or flow.is_soft(stop))


def _is_unit(flow: Flow, at: int, stop: int) -> bool:
    return find_unit(tidy(flow.raw(at, stop))) is not None


def _end_of_target(flow: Flow, at: int, end: int) -> tuple[int, Text | None]:
    """Take the longest stretch that reads as a target: ``≤5 万`` and ``元`` below it are 万元."""
    if not _may_begin_target(flow.text[at : at + 8]):
        return at, None
    best = at
    for tried, stop in enumerate(_stops(flow, at, end)):
        if tried >= _MOST_TRIED or (flow.text[stop - 1] in SIGNS and stop > at + _LONGEST_OPERATOR):
            break
        if _reads(tidy(flow.raw(at, stop))):
            best = stop
        if stop < end and _is_between_digits(flow, stop):
            return best, messages.digits_apart(flow.raw(at, stop + 1)) if best > at else None
    return best, None


def _may_begin_target(text: str) -> bool:
    return text[:1].isdigit() or leading_operator(normalise(text))[0] != ""


def _is_between_digits(flow: Flow, at: int) -> bool:
    return flow.gaps[at] != GLUED and flow.text[at - 1].isdigit() and flow.text[at].isdigit()


@lru_cache(maxsize=8192)
def _reads(text: str) -> bool:
    reading = read_target(text)
    return reading.kind in {"number", "range", "date"} and reading.target is not None


def _bare_blocks(flow: Flow, start: int, end: int, columns: Sequence[RowName]) -> Iterator[Block]:
    """Find numbers without an operator that fill whole lines; only where target is the one closed column."""
    if tuple(columns) != ("target",):
        return
    for at in range(start, end):
        found = _BARE.match(flow.text, at, end) if flow.is_soft(at) else None
        if found is None:
            continue
        stops = [stop for stop in _stops(flow, at, end) if _is_number_with_unit(flow, at, stop)]
        if stops:
            yield Block(at, max(stops), (("target", (at, max(stops))),), (messages.without_operator(),))


def _is_number_with_unit(flow: Flow, at: int, stop: int) -> bool:
    number = _NUMBER.match(flow.text, at, stop)
    return (
        number is not None and number.end() < stop and find_unit(flow.text[number.end() : stop]) is not None
    )


def holds_target(flow: Flow, start: int, end: int) -> str:
    """Give what looks like a target, or like 定性, inside a stretch of words; or nothing."""
    for at in range(start, end):
        if flow.text[at] in SIGNS:
            return flow.text[at : at + 6]
        if flow.is_soft(at):
            if flow.text.startswith("定性", at):
                return "定性"
            stop, _ = _end_of_target(flow, at, end)
            if stop > at:
                return flow.text[at:stop]
    return ""
