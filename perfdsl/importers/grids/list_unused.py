"""Lists every cell and line of a form that no field took, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.diagnostic import Text
from perfdsl.documents.document import Cell, Prose
from perfdsl.importers import messages
from perfdsl.importers.draft import Unused
from perfdsl.importers.grids.form_rows import Key, Piece, Row, Taken, key
from perfdsl.importers.labels import is_group, is_label, is_without_field

_MOST_LABEL = 40


def unused_cells(
    pieces: Sequence[Piece], taken: Taken, because: dict[Key, Text]
) -> tuple[tuple[Unused, ...], int, int]:
    """Give the unused, how many cells were used, and how many hold text at all."""
    found: list[Unused] = []
    filled = 0
    for piece in pieces:
        if isinstance(piece, Prose):
            continue
        for cell in piece.filled:
            filled += 1
            if not taken.has(cell) and not _is_blank_label(piece, cell):
                found.append(Unused(cell.text, cell.spots, because.get(key(cell)) or _reason(piece, cell)))
    return tuple(found), filled - len(found), filled


def _is_blank_label(row: Row, cell: Cell) -> bool:
    """Whether a cell is a label with nothing beside it: its field is blank, and nothing was lost."""
    right = row.right_of(cell)
    return _reason(row, cell) is messages.A_LABEL and right is not None and not right.text.strip()


def _reason(row: Row, cell: Cell) -> Text:
    """Tell a label, the value of a known label without a field, and what is not known at all."""
    if is_label(cell.text) or is_group(cell.text, "side_labels") or is_group(cell.text, "groups"):
        return messages.A_LABEL
    label, colon, _ = cell.text[:_MOST_LABEL].replace("：", ":").partition(":")
    if colon and is_without_field(label):
        return messages.NO_FIELD
    left = next((other for other in reversed(row.cells) if other.column < cell.column), None)
    if left is not None and is_without_field(left.text):
        return messages.NO_FIELD
    if left is not None and is_label(left.text):
        return messages.SECOND_VALUE
    return messages.NOT_READ


def take_labels(rows: Sequence[Row], taken: Taken) -> None:
    """Count labels that head a part, and mean nothing by themselves, as used."""
    for row in rows:
        for cell in row.filled:
            if any(is_group(cell.text, name) for name in ("groups", "side_labels", "purpose_groups")):
                taken.take(cell)
