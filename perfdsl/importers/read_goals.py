"""Reads the goals of a form: numbered ones, the expected and the actual, of the year and the period."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple, cast

from perfdsl.documents.document import Cell
from perfdsl.importers.doubt_flags import of_cell
from perfdsl.importers.draft import Field, HeadName
from perfdsl.importers.form_rows import Row, Taken
from perfdsl.importers.labels import goal_part, is_group
from perfdsl.importers.read_fields import text_field

_WORDS = r"目\s{0,4}标\s{0,4}(?:内\s{0,4}容\s{0,4})?"
_AFTER = r"(?![0-9])\s{0,4}[:：.、]?\s{0,4}"
_SAME = re.compile(
    rf"(?<![0-9])(?P<n>[0-9]{{1,2}})\s{{0,4}}[.、．)）]\s{{0,4}}{_WORDS}(?P=n){_AFTER}"
    rf"|(?:(?<=[\n。；;！!])|^)\s{{0,4}}(?:[0-9]{{1,2}}\s{{0,4}}[.、．]\s{{0,4}})?{_WORDS}"
    rf"[（(]?(?P<m>[0-9]{{1,2}}|[一二三四五六七八九十])[)）]?{_AFTER}"
)
_LISTED = re.compile(
    r"(?:(?<=\n)|^)[ \t\u3000]{0,8}[（(]?(?P<n>[0-9]{1,2})(?:[.、．)）])(?![0-9])[ \t\u3000]{0,8}"
)


class Goals(NamedTuple):
    """``head``: expected, actual and period goals; ``listed``: the goals of the year one by one."""

    head: dict[HeadName, Field]
    listed: tuple[Field, ...]


def read_goals(rows: Sequence[Row], taken: Taken) -> Goals:
    """Read all goals among the rows of a form's head."""
    head: dict[HeadName, Field] = {}
    listed: list[Field] = []
    for at, row in enumerate(rows):
        for cell in row.filled:
            if taken.has(cell):
                continue
            part = goal_part(cell.text)
            group = is_group(cell.text, "goal_groups")
            if part is not None and (value := _value_of(rows, at, row, cell)) is not None:
                _keep(part, value, head, listed)
                taken.take(cell, value)
            elif group:
                listed += _in_group(rows, at, cell, taken)
    return Goals(head, tuple(listed))


def _keep(part: str, value: Cell, head: dict[HeadName, Field], listed: list[Field]) -> None:
    if part == "year_goal":
        listed += split_goals(value)
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
        return under if is_alone and (right is None or _is_label(right)) else None
    return None


def _is_label(cell: Cell) -> bool:
    return goal_part(cell.text) is not None or is_group(cell.text, "goal_groups")


def _in_group(rows: Sequence[Row], at: int, label: Cell, taken: Taken) -> list[Field]:
    """Read the texts to the right of a group's label, over all of its rows."""
    found: list[Field] = []
    for row in rows[at : at + max(label.rows, 1)]:
        right = [cell for cell in row.filled if cell.column >= label.column + label.columns]
        if any(_is_label(cell) for cell in right):
            taken.take(label)
            break
        texts = [cell for cell in right if not taken.has(cell)]
        for cell in texts[-1:] if len(texts) > 1 and len(texts[0].text) <= 12 else texts:  # noqa: PLR2004 (a label)
            found += split_goals(cell)
        taken.take(*texts)
    if found:
        taken.take(label)
    return found


def split_goals(cell: Cell) -> list[Field]:
    """Split a cell into its numbered goals; one without numbers is one goal."""
    marks = list(_SAME.finditer(cell.text))
    if not marks:
        listed = list(_LISTED.finditer(cell.text))
        marks = listed if [int(one["n"]) for one in listed] == list(range(1, len(listed) + 1)) else []
    if not marks:
        return [of_cell(text_field(cell.text, cell.spots), cell)] if cell.text.strip() else []
    ends = [one.start() for one in marks[1:]] + [len(cell.text)]
    parts = [cell.text[one.end() : end] for one, end in zip(marks, ends, strict=True)]
    before = cell.text[: marks[0].start()]
    texts = ([before] if before.strip() else []) + parts
    return [of_cell(text_field(text, cell.spots), cell) for text in texts]
