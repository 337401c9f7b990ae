"""Puts the characters of a cell, or of a page outside its grids, into lines, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from perfdsl.documents.readers.pdf.page import Character


class Written(NamedTuple):
    """Text with a line break where a line ends; ``downwards``: its characters stand below each other."""

    text: str
    downwards: bool = False


def read_text(characters: Sequence[Character]) -> Written:
    """Read the characters of a cell, which come in the order of the file."""
    shown = [each for each in characters if each.text.strip()]
    if is_downwards(shown):
        return Written(_join_columns(shown), downwards=True)
    return Written("\n".join(filter(None, map(text_of, split_lines(characters)))))


def is_downwards(characters: Sequence[Character]) -> bool:
    """Whether most steps from one character to the next go down or up, not along a line."""
    along = across = 0
    for one, other in pairwise(characters):
        aside = abs(one.left + one.right - other.left - other.right)
        apart = abs(one.top + one.bottom - other.top - other.bottom)
        if apart <= other.bottom - other.top:
            along += 1
        elif aside <= max(one.right - one.left, other.right - other.left):
            across += 1
    return across > along


def _join_columns(characters: Sequence[Character]) -> str:
    """Join columns in the order of the file; a step that leaves the column begins a new one."""
    text = characters[0].text
    for one, other in pairwise(characters):
        aside = abs(one.left + one.right - other.left - other.right)
        leaves = aside > max(one.right - one.left, other.right - other.left)
        text += ("\n" if leaves else "") + other.text
    return text


def split_lines(characters: Sequence[Character]) -> list[list[Character]]:
    """Give the lines from top to bottom, each from left to right."""
    lines: list[list[Character]] = []
    tallest = 0
    for each in sorted(characters, key=_middle):
        # A blank has a box without width, and no height of its own.
        height = max(_height(each), tallest) if each.text.isspace() else _height(each)
        # A raised ² stays on its line: half of the mean of both heights is less than any line spacing.
        if lines and _middle(each) - _middle(lines[-1][0]) <= (height + tallest) // 2:
            lines[-1].append(each)
            tallest = max(tallest, height)
        else:
            lines.append([each])
            tallest = height
    return [sorted(line, key=lambda each: each.left + each.right) for line in lines]


def text_of(line: Sequence[Character]) -> str:
    """Give the text of a line; a character printed twice on itself (a cheap bold) is one."""
    text = ""
    last = None
    for each in line:
        if last is None or each.text != last.text or not _same_place(each, last):
            text += each.text
        last = each
    return text.strip()


def _middle(character: Character) -> int:
    """Twice its y."""
    return character.top + character.bottom


def _height(character: Character) -> int:
    """Its height; some fonts claim boxes of several lines."""
    return min(character.bottom - character.top, 3 * (character.right - character.left) // 2)


def _same_place(one: Character, other: Character) -> bool:
    width = one.right - one.left
    return not one.text.isspace() and abs(one.left - other.left) * 6 < width and one.top == other.top
