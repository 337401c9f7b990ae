"""Finds rows below a table of indicators that look like its own and were not read: it may go on there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Cell
from perfdsl.importers.draft import FormDraft
from perfdsl.importers.grids.collect_rows import is_note
from perfdsl.importers.grids.form_rows import Key, Piece, Row, Taken, key
from perfdsl.importers.labels import is_group, is_label
from perfdsl.importers.levels import known_level1, known_level2
from perfdsl.importers.messages_pages import rows_left

_LEAST = 3
_LEAST_WITH_LEVEL = 2


def left_rows(pieces: Sequence[Piece], header: int, taken: Taken, because: Mapping[Key, Text]) -> list[Row]:
    """Give the rows below line ``header`` of the document that hold several cells that nobody took."""
    found = []
    for piece in pieces:
        if isinstance(piece, Row) and piece.at > header:
            cells = [cell for cell in piece.filled if not taken.has(cell) and key(cell) not in because]
            if _are_indicators(cells):
                found.append(piece)
    return found


def doubt_before(forms: list[FormDraft], pieces: Sequence[Piece]) -> None:
    """Doubt the last form where rows that look like indicators follow it and belong to no form."""
    rows = [piece for piece in pieces if isinstance(piece, Row) and _are_indicators(piece.filled)]
    if forms and rows:
        forms[-1] = forms[-1]._replace(reasons=(*forms[-1].reasons, rows_left(len(rows))))


def _are_indicators(cells: Sequence[Cell]) -> bool:
    """Whether cells side by side may be a row of indicators: several, or fewer with a level."""
    if not cells or is_note(cells[0]):
        return False
    counted = [cell for cell in cells if not _is_a_label(cell)]
    has_level = any(known_level1(cell.text) or known_level2(cell.text) for cell in counted)
    return len(counted) >= (_LEAST_WITH_LEVEL if has_level else _LEAST)


def _is_a_label(cell: Cell) -> bool:
    return is_label(cell.text) or any(is_group(cell.text, name) for name in ("side_labels", "groups"))
