"""Reads the goals of a form: numbered ones, the expected and the actual, of the year and the period."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from perfdsl.documents.document import Cell
from perfdsl.importers.draft import Field, HeadName
from perfdsl.importers.grids.doubt_flags import of_cell
from perfdsl.importers.grids.form_rows import Row, Taken
from perfdsl.importers.grids.split_goals import split_goals
from perfdsl.importers.labels import goal_part, is_goal_number, is_group, is_label
from perfdsl.importers.read_fields import NOTHING, text_field

_MOST_LABEL = 12


class Goals(NamedTuple):
    """``head``: expected, actual and period goals; ``listed``: the goals of the year one by one."""

    head: dict[HeadName, Field]
    listed: tuple[Field, ...]


def read_goals(rows: Sequence[Row], taken: Taken) -> Goals:
    """Read all goals among the rows of a form's head; a label with a blank beside it gives a missing one."""
    head: dict[HeadName, Field] = {}
    listed: list[Field] = []
    blank: list[tuple[str, Cell]] = []
    for at, row in enumerate(rows):
        for cell in row.filled:
            if taken.has(cell):
                continue
            part = goal_part(cell.text)
            if part is not None and (value := _value_of(rows, at, row, cell)) is not None:
                _keep(part, value, head, listed)
                taken.take(cell, value)
            elif is_group(cell.text, "goal_groups"):
                found = _in_group(rows, at, cell, taken)
                listed += found
                blank += [("", cell)] if not found and _is_blank_beside(row, cell) else []
            elif is_goal_number(cell.text):
                listed += _numbered(row, cell, taken)
            elif part is not None and _is_blank_beside(row, cell):
                blank.append((part, cell))
    for part, label in blank:
        _miss(part, label, head, listed)
        taken.take(label)
    return Goals(head, tuple(listed))


def _miss(part: str, label: Cell, head: dict[HeadName, Field], listed: list[Field]) -> None:
    """Say that a label has nothing beside it, unless its goal stands elsewhere."""
    if part in {"", "year_goal"}:
        listed += [] if listed or "expected_goal" in head else [_missing(label)]
    else:
        head.setdefault(cast("HeadName", part), _missing(label))


def _missing(cell: Cell) -> Field:
    return Field("", None, cell.spots, "missing", (NOTHING,))


def _is_blank_beside(row: Row, label: Cell) -> bool:
    """Whether the rest of a row, from a label on, is blank."""
    right = [cell for cell in row.cells if cell.column >= label.column + label.columns]
    return bool(right) and not any(cell.text.strip() for cell in right)


def _numbered(row: Row, label: Cell, taken: Taken) -> list[Field]:
    """Read the text beside 目标内容1, where no label of a group stands over it."""
    right = [cell for cell in row.filled if cell.column >= label.column + label.columns]
    if len(right) > 1 or any(map(taken.has, right)) or (right and _is_label(right[0])):
        return []
    taken.take(label, *right)
    if not right:
        return [_missing(label)]
    return [of_cell(text_field(right[0].text, right[0].spots), right[0])]


def _keep(part: str, value: Cell, head: dict[HeadName, Field], listed: list[Field]) -> None:
    if part == "year_goal":
        is_at_side = value.column == 0  # below a label of the group, carried over a page
        listed += split_goals(value) or ([] if is_at_side else [_missing(value)])
    elif part not in head:
        head[cast("HeadName", part)] = of_cell(text_field(value.text, value.spots), value)


def _value_of(rows: Sequence[Row], at: int, row: Row, cell: Cell) -> Cell | None:
    """Find the text beside a label, or below it where another label stands beside or nothing does."""
    right = row.right_of(cell)
    if right is not None and right.row == row.at and right.text.strip() and not _is_label(right):
        return right
    below = rows[at + cell.rows] if at + cell.rows < len(rows) else None
    if below is not None and (below.grid != row.grid or below.at > row.at + cell.rows + 1):
        return None
    under = below.covering(cell.column) if below is not None else None
    if below is not None and under is not None and under.row == below.at and not _is_label(under):
        is_alone = under.column >= cell.column or under.columns <= cell.columns
        is_beside_label = right is None or _is_label(right) or _is_spread(row, below, cell)
        return under if is_alone and is_beside_label else None
    return None


def _is_spread(row: Row, below: Row, label: Cell) -> bool:
    """Whether a label's cell was parted (预期目标,,,实际完成情况,,) over texts that no other label begins."""
    right = [cell for cell in row.filled if cell.column > label.column]
    before = [cell for cell in below.filled if cell.column < label.column and is_label(cell.text)]
    return label.column > 0 and not before and (not right or _is_label(right[0]))


def _is_label(cell: Cell) -> bool:
    return goal_part(cell.text) is not None or is_group(cell.text, "goal_groups")


def _in_group(rows: Sequence[Row], at: int, label: Cell, taken: Taken) -> list[Field]:
    """Read the texts to the right of a group's label, over all of its rows."""
    found: list[Field] = []
    for row in rows[at : at + _depth(rows, at, label)]:
        right = [cell for cell in row.filled if cell.column >= label.column + label.columns]
        if any(_is_label(cell) for cell in right):
            taken.take(label)
            break
        texts = [cell for cell in right if not taken.has(cell)]
        is_labelled = len(texts) > 1 and len(texts[0].text) <= _MOST_LABEL
        for cell in texts[-1:] if is_labelled else texts:
            found += split_goals(cell)
        blank = [cell for cell in row.own if cell.column >= label.column + label.columns]
        found += [_missing(blank[0])] if label.rows > 1 and blank and not right else []
        taken.take(*texts)
    if all(field.status == "missing" for field in found):
        return []
    taken.take(label)
    return found


def _depth(rows: Sequence[Row], at: int, label: Cell) -> int:
    """Count a label's rows: those that it covers, and those below that are blank where it stands."""
    depth = max(label.rows, 1)
    while at + depth < len(rows) and _goes_on(rows[at + depth - 1], rows[at + depth], label):
        depth += 1
    return depth


def _goes_on(above: Row, below: Row, label: Cell) -> bool:
    """Whether a row has its one text, or 目标内容2 and its text, below those beside a label."""
    filled = below.filled
    if below.grid != above.grid or below.at != above.at + 1 or not filled or not above.filled:
        return False
    is_right = (
        filled[0].column >= label.column + label.columns and filled[-1].column == above.filled[-1].column
    )
    if len(filled) == 1:
        return is_right and not is_label(filled[0].text)
    return is_right and len(filled) == 2 and is_goal_number(filled[0].text)  # noqa: PLR2004 (number and text)
