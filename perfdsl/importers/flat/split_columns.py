"""Cuts name from description in all rows of a table at once, by the widths that their two columns may have.

For every pair of widths, a row may be cut only where the lines before and behind the cut fill columns of
these widths. A cut is sure if it is the only one under every pair that suits all rows. Bounded: rows × cuts ×
widths.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from perfdsl.importers.flat.cells import Stretch
from perfdsl.importers.flat.flow import BLANK, BREAK, Flow
from perfdsl.importers.flat.line_width import WIDEST, column_range, widths

MOST_CUTS = 40
MOST_ROWS = 150


class Cut(NamedTuple):
    """A place to cut, and the widths that each of the two columns then may have, as bits."""

    at: int
    left: int
    right: int


def split_columns(flow: Flow, stretches: Sequence[Stretch], sound: Sequence[bool]) -> list[tuple[int, ...]]:
    """Give for each stretch the places where it may be cut: one if that is sure, none if nothing fits.

    ``sound``: whether a row may tell the widths; one that goes over a page break may not.
    """
    rows = [_cuts(flow, stretch) for stretch in stretches[:MOST_ROWS]]
    suited = _suit(rows, [row for row, tells in zip(rows, sound, strict=False) if row and tells])
    if suited is None:
        return [()] * len(stretches)
    return [*suited, *([()] * (len(stretches) - len(rows)))]


def prefer_blanks(
    flow: Flow, stretches: Sequence[Stretch], cuts: Sequence[tuple[int, ...]]
) -> list[tuple[int, ...]]:
    """Of several legal cuts take the one at a blank between two Chinese characters, if there is one such.

    Only for streams that put a blank between cells: there, no other blank stands between such characters.
    """
    settled: list[tuple[int, ...]] = []
    for (start, end), found in zip(stretches, cuts, strict=True):
        blanks = [
            at
            for at in flow.softs(start, end)
            if flow.gaps[at] == BLANK and _is_chinese(flow.text[at - 1 : at + 1])
        ]
        is_settled = len(found) > 1 and len(blanks) == 1 and blanks[0] in found
        settled.append((blanks[0],) if is_settled else found)
    return settled


def _is_chinese(text: str) -> bool:
    return all("\u3400" <= character <= "\u9fff" for character in text)


def _cuts(flow: Flow, stretch: Stretch) -> list[Cut]:
    start, end = stretch
    places = list(flow.softs(start, end))
    if not 0 < len(places) <= MOST_CUTS:
        return []
    cuts = []
    for at in places:
        left = column_range(flow, _lines(flow, start, at))
        right = column_range(flow, _lines(flow, at, end))
        cuts.append(Cut(at, widths(left), widths(right)))
    return [cut for cut in cuts if cut.left and cut.right]


def _lines(flow: Flow, start: int, end: int) -> list[Stretch]:
    edges = [start, *(at for at in flow.softs(start, end) if flow.gaps[at] >= BREAK), end]
    return list(pairwise(edges))


def _suit(rows: Sequence[list[Cut]], having: Sequence[list[Cut]]) -> list[tuple[int, ...]] | None:
    """Collect the cuts of each row under every pair of widths that suits all rows that have any cut."""
    legal: list[set[int]] = [set() for _ in rows]
    for left in _classes(having):
        right = _common(left, having)
        if right:
            for found, row in zip(legal, rows, strict=True):
                found.update(cut.at for cut in row if cut.left & left and cut.right & right)
    return [tuple(sorted(found)) for found in legal] if any(legal) else None


def _classes(rows: Sequence[list[Cut]]) -> list[int]:
    """Give one width of the left column for each class that all cuts treat alike."""
    ranges = {cut.left for row in rows for cut in row}
    edges = {(bits & -bits).bit_length() - 1 for bits in ranges} | {bits.bit_length() for bits in ranges}
    return [1 << edge for edge in sorted(edges) if edge < WIDEST]


def _common(left: int, rows: Sequence[list[Cut]]) -> int:
    """Give the widths of the right column with which every row can be cut, the left one having this width."""
    common = (1 << WIDEST) - 1
    for row in rows:
        fitting = 0
        for cut in row:
            if cut.left & left:
                fitting |= cut.right
        common &= fitting
        if not common:
            break
    return common
