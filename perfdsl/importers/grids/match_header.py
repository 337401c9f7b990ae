"""Finds the header of a table of indicators, of one row or several, and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from perfdsl.documents.document import Cell
from perfdsl.importers.grids.form_rows import Piece, Row
from perfdsl.importers.labels import column_name, head_name, is_group, money_column
from perfdsl.importers.tidy_text import key_of

LEAST_LABELS = 3
_MOST_DEPTH = 4
_LEVELS = frozenset({"level1", "level2", "name"})
_MOST_LABEL = 60
_SEVERAL = re.compile(r"[、/／]")
_GENERAL = frozenset({"绩效指标", "指标", "指标名称"})


class Column(NamedTuple):
    """A column of a header: from ``first`` to before ``last``.

    ``meaning``: a RowName, ``nature`` (its content decides), ``head:name`` and the like, ``side`` (a label
    beside the rows), ``-`` (no field for it), or empty: unknown. ``path``: the labels over it.
    """

    meaning: str
    first: int
    last: int
    cell: Cell
    path: tuple[str, ...] = ()


class Header(NamedTuple):
    """A header at a row. ``depth``: its rows; ``columns`` from left to right; ``sets``: 2 of a 申报表."""

    at: int
    depth: int
    columns: tuple[Column, ...]
    sets: int = 1

    def meanings(self) -> tuple[str, ...]:
        """What the columns hold, from left to right."""
        return tuple(column.meaning for column in self.columns)

    def about(self) -> str:
        """The label at the side of the rows: 绩效指标, 年度绩效指标, 长期绩效指标."""
        return next(
            (column.path[-1] for column in self.columns if column.meaning == "side" and column.path), ""
        )


def header_at(pieces: Sequence[Piece], at: int) -> Header | None:
    """Read the header that begins at a line; None where none does."""
    row = pieces[at]
    if not isinstance(row, Row) or len(row.filled) < LEAST_LABELS:
        return None
    known = {name for cell in row.own if (name := _short_name(cell)) not in {None, "-"}}
    if len(known) < LEAST_LABELS - 1 or not known & _LEVELS:
        return None
    depth = _depth(pieces, at)
    last = pieces[at + depth - 1]
    rows = [one for one in pieces[at : at + depth] if isinstance(one, Row)]
    if not isinstance(last, Row):
        return None
    columns = tuple(_named(_columns(rows)))
    found = {column.meaning for column in columns} - {"", "-", "side"}
    if len(found) < LEAST_LABELS or not found & _LEVELS:
        return None
    return Header(at, depth, columns, _sets(columns))


def _short_name(cell: Cell) -> str | None:
    return column_name(cell.text) if cell.text and len(cell.text) <= _MOST_LABEL else None


def _depth(pieces: Sequence[Piece], at: int) -> int:
    """Count the rows of a header: by merged labels, and by rows of known labels below wide ones."""
    row = pieces[at]
    if not isinstance(row, Row):
        return 1
    spans = [cell.rows for cell in row.filled if _short_name(cell) is not None]
    depth = min(max(spans, default=1), _MOST_DEPTH)
    while depth < _MOST_DEPTH and at + depth < len(pieces):
        below = pieces[at + depth]
        if not isinstance(below, Row) or below.grid != row.grid or not _is_more_header(row, below):
            break
        depth += 1
    return min(depth, len(pieces) - at)


def _is_more_header(row: Row, below: Row) -> bool:
    """Whether a row holds only known labels, each below a wider one or below nothing."""
    filled = below.filled
    if not filled or any(_short_name(cell) is None for cell in filled):
        return False
    names = [column_name(cell.text) for cell in filled]
    if len(names) == 1 and names[0] not in {"target", "unit"}:
        return False
    return all(
        above is None
        or not above.text.strip()
        or above.columns > cell.columns
        or _is_spread(row, below, cell)
        for cell in filled
        for above in [row.covering(cell.column)]
    ) or [key_of(cell.text) for cell in filled] == [key_of(cell.text) for cell in row.filled]


def _is_spread(row: Row, below: Row, cell: Cell) -> bool:
    """Whether a heading stood over several columns before its cells were parted: 原因,, over 经费,制度."""
    end = cell.column + cell.columns
    above, under = row.covering(end), below.covering(end)
    return above is not None and not above.text.strip() and under is not None and bool(under.text.strip())


def _columns(rows: Sequence[Row]) -> list[Column]:
    """Give the columns of a header's last row, each with the labels over it from the top down."""
    found = []
    last = rows[-1]
    for cell in last.cells:
        path: list[Cell] = []
        for row in rows:
            above = row.covering(cell.column)
            if above is not None and above.text.strip() and (not path or path[-1].text != above.text):
                path.append(above)
        is_side = any(one.row + one.rows > last.at + 1 for one in path)
        label = path[-1] if path else cell
        meaning = "side" if is_side else _meaning([one.text for one in path])
        found.append(
            Column(
                meaning,
                cell.column,
                cell.column + cell.columns,
                label,
                tuple(key_of(one.text) for one in path),
            )
        )
    return found


def _meaning(path: Sequence[str]) -> str:
    """Read the labels over a column, the lowest first; a head's label tells of many projects."""
    if not path:
        return "side"
    for label in reversed(path):
        name = column_name(label)
        if name is not None:
            return name
    head = head_name(path[-1]) or _name_of_projects(path[-1])
    if head is not None:
        return f"head:{head}"
    if is_group(path[-1], "goal_groups"):
        return "head:expected_goal"
    return "side" if is_group(path[-1], "side_labels") else ""


def _name_of_projects(label: str) -> str | None:
    """Read a heading of two labels, one of which is the project's name: 单位名称、项目名称."""
    parts = _SEVERAL.split(label) if len(label) <= _MOST_LABEL else []
    named = [head_name(part) for part in parts] if len(parts) == 2 else []  # noqa: PLR2004 (two labels)
    return "name" if "name" in named and None not in named else None


def _named(columns: list[Column]) -> list[Column]:
    """Settle 绩效指标: the name of indicators where no other column has it, else a label at the side."""
    has_name = any(column.meaning == "name" for column in columns)
    for at, column in enumerate(columns):
        if (
            column.meaning == "side"
            and not has_name
            and column.path
            and column.path[-1] in _GENERAL
            and at > 0
        ):
            columns[at] = column._replace(meaning="name")
            has_name = True
    return columns


def _sets(columns: Sequence[Column]) -> int:
    """Count the sets of targets side by side: two names of indicators, each with its target."""
    meanings = [column.meaning for column in columns]
    return 2 if meanings.count("name") == 2 and meanings.count("target") == 2 else 1  # noqa: PLR2004 (two sets)


def is_money_header(row: Row) -> bool:
    """Whether a row heads the money part: two or more of its columns, and no level of indicators."""
    names = [money_column(cell.text) for cell in row.filled if len(cell.text) <= _MOST_LABEL]
    amounts = {name for name in names if name not in {None, "weight", "score"}}
    return len(amounts) >= 2 and not any(_short_name(cell) in _LEVELS for cell in row.filled)  # noqa: PLR2004
