"""Cuts the text of a page, in the order of the file, into the pieces of lines that columns are made of."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from perfdsl.documents.readers.pdf.merge_rules import NEAR
from perfdsl.documents.readers.pdf.page import LINE_END, Character
from perfdsl.documents.readers.pdf.piece import Piece, frame

_WIDE = (9, 20)
"""A gap beside which a column begins is at least so much of the height of the text; the blank that is set
between Chinese and digits is less."""
_OFTEN = 3
"""A column begins where so many pieces begin."""


def cut_pieces(characters: Sequence[Character]) -> list[Piece]:
    """Give the pieces.

    A gap as wide as the text is high parts them, a smaller one only where a column begins.
    """
    pieces = [_piece(run) for run in _runs(characters)]
    columns = _often([piece.left for piece in pieces])
    return [each for piece in pieces for each in _cut(piece, columns)]


def _runs(characters: Iterable[Character]) -> list[list[Character]]:
    runs: list[list[Character]] = []
    last: Character | None = None
    for each in characters:
        if each.text == LINE_END:
            last = None
        elif last is None or not _goes_on(last, each):
            if each.text.strip():
                runs.append([each])
                last = each
        else:
            runs[-1].append(each)
            last = each
    return runs


def _goes_on(last: Character, each: Character) -> bool:
    height = each.bottom - each.top
    return (
        abs(last.top + last.bottom - each.top - each.bottom) <= height
        and -height <= 2 * (each.left - last.right) <= 2 * height
    )


def _often(starts: list[int]) -> list[int]:
    """Give the places where many pieces begin."""
    found: list[int] = []
    group: list[int] = []
    for start in [*sorted(starts), 1 << 62]:
        if group and start - group[0] > NEAR:
            if len(group) >= _OFTEN:
                found.append(group[0])
            group = []
        group.append(start)
    return found


def _cut(piece: Piece, columns: list[int]) -> list[Piece]:
    runs: list[list[Character]] = [[piece.characters[0]]]
    for last, each in pairwise(piece.characters):
        wide = (each.left - last.right) * _WIDE[1] > (each.bottom - each.top) * _WIDE[0]
        if wide and each.text.strip() and _begins(each.left, columns):
            runs.append([])
        runs[-1].append(each)
    return [_piece(run) for run in runs]


def _begins(left: int, columns: list[int]) -> bool:
    index = bisect_left(columns, left - NEAR)
    return index < len(columns) and columns[index] <= left + NEAR // 2


def _piece(run: Sequence[Character]) -> Piece:
    shown = [each for each in run if each.text.strip()]
    return Piece(tuple(run), *frame(shown))
