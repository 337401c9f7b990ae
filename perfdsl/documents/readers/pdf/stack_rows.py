"""Stacks pieces of lines into cells and rows: down in one column is one cell, back to the left a new row."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from perfdsl.documents.readers.pdf.merge_rules import NEAR
from perfdsl.documents.readers.pdf.page import Rule
from perfdsl.documents.readers.pdf.piece import Piece, Stack

Row = list[Stack]

_MOST_BETWEEN = 50


def stack_rows(pieces: Sequence[Piece], across: Sequence[Rule]) -> list[Row]:
    """Give the rows, in the order of the file. ``across``: rules, ordered; no cell goes on below one."""
    rows: list[Row] = []
    bottom = 0
    pitch = _usual_pitch(pieces)
    for piece in pieces:
        if rows and _goes_on(rows[-1], piece, pitch, across):
            rows[-1][-1].pieces.append(piece)
        elif rows and piece.top <= bottom and _begins_column(rows, piece):
            rows[-1].append(Stack([piece]))
        else:
            rows.append([Stack([piece])])
            bottom = piece.bottom
        bottom = max(bottom, piece.bottom)
    return rows


def _begins_column(rows: list[Row], piece: Piece) -> bool:
    """Whether a piece stands to the right of the last cell.

    Lines above both, which began in the same place, are put into a row of their own: a title.
    """
    pieces = rows[-1][-1].pieces
    if len(rows[-1]) == 1:
        first = len(pieces)
        while first and pieces[first - 1].bottom > piece.top and pieces[first - 1].right <= piece.left + NEAR:
            first -= 1
        if 0 < first < len(pieces):
            rows[-1:] = [[Stack(pieces[:first])], [Stack(pieces[first:])]]
    return piece.left >= rows[-1][-1].box[2] - NEAR


def _usual_pitch(pieces: Sequence[Piece]) -> int:
    """Give the usual distance from line to line: half of the lines that follow each other have less."""
    steps = sorted(
        below.top - above.top
        for above, below in pairwise(pieces)
        if abs(above.left - below.left) <= NEAR and 0 < below.top - above.top < 3 * below.height
    )
    return steps[len(steps) // 2] if steps else 0


def _goes_on(row: Row, piece: Piece, pitch: int, across: Sequence[Rule]) -> bool:
    """Whether a piece is the next line of the last cell of a row."""
    last = row[-1].pieces[-1]
    height = max(last.height, piece.height)
    step = piece.top - last.top
    below = height // 2 <= step <= max(height * 6, pitch * 5) // 4
    beside = piece.left < last.right and piece.right > last.left
    # Further left than the line above it stands a line whose first one is indented, or the next row.
    inside = piece.left > row[-2].pieces[0].right if len(row) > 1 else piece.left >= row[-1].left - NEAR
    same_start = abs(piece.left - row[-1].left) <= NEAR
    return below and beside and (inside or same_start) and not _is_ruled(last, piece, across)


def _is_ruled(last: Piece, piece: Piece, across: Sequence[Rule]) -> bool:
    """Whether a rule stands between two lines."""
    low = bisect_left(across, (last.top + last.bottom) // 2, key=_at)
    high = bisect_right(across, (piece.top + piece.bottom) // 2, key=_at)
    middle = (max(last.left, piece.left) + min(last.right, piece.right)) // 2
    # An underlined word has a rule below it as well: one that divides rows goes beyond the text.
    return any(
        rule.start < piece.left - NEAR // 4 and rule.start <= middle <= rule.end and rule.end > last.right
        for rule in across[low : min(high, low + _MOST_BETWEEN)]
    )


def _at(rule: Rule) -> int:
    return rule.at
