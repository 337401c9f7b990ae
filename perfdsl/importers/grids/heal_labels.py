"""Joins a row of labels, or a label and its value, that a page break cut in two: 绩效目 ⏎ 标."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from perfdsl.documents.document import Cell
from perfdsl.importers.grids.form_rows import Key, Piece, Row, key
from perfdsl.importers.labels import column_name, is_group, is_label, money_column, money_row
from perfdsl.importers.tidy_text import tidy

_MOST_LABEL = 60
_GROUPS = ("groups", "side_labels", "goal_groups", "plan_groups")


def heal_labels(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Give the lines with every row that goes on after a page break put together again.

    Rows of indicators are left alone: whether they go on shows only below their header.
    """
    healed: list[Piece] = []
    wholes: dict[Key, str] = {}
    for piece in pieces:
        before = healed[-1] if healed else None
        if not isinstance(piece, Row):
            healed.append(piece)
        elif isinstance(before, Row) and piece.follows_break and _goes_on(before, piece):
            whole = _joined(before, piece)
            healed[-1] = whole
            pairs = zip(whole.cells, piece.cells, strict=True)
            wholes |= {key(other): one.text for one, other in pairs if other.rows > 1}
        else:
            if isinstance(before, Row) and piece.follows_break:
                wholes |= _cut_label(before, piece)
            healed.append(piece)
    return tuple(_with_wholes(piece, wholes) if isinstance(piece, Row) else piece for piece in healed)


def _cut_label(before: Row, after: Row) -> dict[Key, str]:
    """Find the label beside several rows that the break cut between them: 预算规 ⏎ 模及资金用途."""
    if before.grid != after.grid or not before.cells or not after.cells:
        return {}
    one, other = before.cells[0], after.cells[0]
    if _place(one) != _place(other) or _is_known(one.text) or _is_known(other.text):
        return {}
    if not one.text.strip() or not other.text.strip() or not _is_known(one.text + other.text):
        return {}
    return dict.fromkeys((key(one), key(other)), f"{one.text}\n{other.text}")


def _with_wholes(row: Row, wholes: Mapping[Key, str]) -> Row:
    """Give merged cells that reach down from a joined row the whole text."""
    cells = tuple(
        cell._replace(text=wholes[key(cell)]) if key(cell) in wholes else cell for cell in row.cells
    )
    return row._replace(cells=cells)


def _goes_on(before: Row, after: Row) -> bool:
    """Whether a row is the rest of the one before: in the same columns, and it completes labels or values."""
    if before.grid != after.grid or [_place(cell) for cell in before.cells] != [
        _place(cell) for cell in after.cells
    ]:
        return False
    pairs = [(one, other) for one, other in zip(before.cells, after.cells, strict=True) if other.text.strip()]
    verdicts = [_verdict(one.text, other.text) for one, other in pairs]
    if not pairs or "apart" in verdicts:
        return False
    if "whole" in verdicts:
        return True
    first = next((cell for cell in before.cells if cell.text.strip()), None)
    is_labelled = first is not None and is_label(first.text) and not after.cells[0].text.strip()
    return is_labelled and all(one.text.strip() for one, _ in pairs)


def _verdict(started: str, rest: str) -> str:
    """Tell of both texts: ``whole``, a label when joined; ``apart``, a label each; ``open``, neither."""
    if started.strip() and _is_known(started + rest):
        return "whole"
    return "apart" if _is_known(started) or _is_known(rest) else "open"


def _place(cell: Cell) -> tuple[int, int]:
    return (cell.column, cell.columns)


def _is_known(text: str) -> bool:
    said = tidy(text)
    if not said or len(said) > _MOST_LABEL:
        return False
    if is_label(said) or column_name(said) is not None or money_column(said) is not None:
        return True
    return money_row(said) is not None or any(is_group(said, name) for name in _GROUPS)


def _joined(before: Row, after: Row) -> Row:
    return before._replace(cells=tuple(map(_join, before.cells, after.cells)))


def _join(one: Cell, other: Cell) -> Cell:
    rows = one.rows + other.rows - 1
    if not other.text.strip():
        return one._replace(rows=rows)
    text = f"{one.text}\n{other.text}" if one.text.strip() else other.text
    return one._replace(
        rows=rows,
        text=text,
        spots=(*one.spots, *other.spots),
        flags=one.flags | other.flags | {"joined_over_page"},
    )
