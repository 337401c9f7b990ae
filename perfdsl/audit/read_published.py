"""Turns the rows of a table into published rows, each with the project and groups that it stands under."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.actuals import messages as of_files
from perfdsl.actuals.headers import TOTAL_NAMES, label_key
from perfdsl.actuals.messages_table import row_too_long, total_row
from perfdsl.actuals.read_value import is_blank
from perfdsl.actuals.table import Row, Table, whole_file
from perfdsl.audit import messages
from perfdsl.audit.headings import Meaning
from perfdsl.audit.match_columns import Columns, match_columns
from perfdsl.audit.published import Points, Published, PublishedRow
from perfdsl.audit.read_points import read_points
from perfdsl.diagnostic import Diagnostics
from perfdsl.syntax.read_operator import read_operator_column

MOST_ROWS = 100_000
"""Rows that are compared in one run; most have a target and a weight of their own to be compiled."""

_HOLDS: tuple[Meaning, ...] = ("indicator", "target", "actual", "score")
_YEAR_DIGITS = 4


def read_published(table: Table, diagnostics: Diagnostics) -> Published | None:
    """Read all rows, in order; None after a complaint where the header lacks a column, or no row is left.

    A row without a project, or without groups, goes on with those above it: so merged cells come out of
    forms. Rows of totals and printed headers are passed over.
    """
    columns = match_columns(table, diagnostics)
    if columns is None:
        return None
    if len(table.rows) > MOST_ROWS:
        diagnostics.add(of_files.too_many_rows(whole_file(table.file, table.sheet), MOST_ROWS))
    reader = _Reader(table, columns, diagnostics)
    rows = tuple(read for row in table.rows[:MOST_ROWS] if (read := reader.read(row)) is not None)
    if not rows:
        diagnostics.add(messages.no_rows(whole_file(table.file, table.sheet)))
        return None
    return Published(table.file, rows)


class _Above(NamedTuple):
    """What the rows below a merged cell stand under."""

    project: str = ""
    level1: str = ""
    level2: str = ""


class _Reader:
    """Reads one table from top to bottom."""

    __slots__ = ("_above", "_columns", "_diagnostics", "_table")

    def __init__(self, table: Table, columns: Columns, diagnostics: Diagnostics) -> None:
        self._table, self._columns, self._diagnostics = table, columns, diagnostics
        self._above = _Above()

    def read(self, row: Row) -> PublishedRow | None:
        """Read a row; None for one that holds no indicator."""
        if row.texts == self._table.header.texts or self._spills_over(row) or self._is_total(row):
            return None
        self._above = self._under(row)
        if not any(self._text(row, meaning) for meaning in _HOLDS):
            return None
        above = self._above
        return PublishedRow(
            project=above.project,
            group=tuple(level for level in (above.level1, above.level2) if level),
            indicator=self._text(row, "indicator"),
            target=self._text(row, "target"),
            operator=self._operator(row),
            unit=self._text(row, "unit"),
            actual=self._text(row, "actual"),
            weight_text=self._text(row, "weight"),
            score_text=self._text(row, "score"),
            note=self._text(row, "note"),
            year=_year_in(self._text(row, "year")),
            weight=self._points(row, "weight"),
            awarded=self._points(row, "score"),
            place=self._table.cell(row, self._columns["score"][0]).place,
        )

    def _text(self, row: Row, meaning: Meaning) -> str:
        """Give what stands in a column of a meaning: of several, the first that is not blank."""
        return next((text for at in self._columns.get(meaning, ()) if (text := row.text(at))), "")

    def _spills_over(self, row: Row) -> bool:
        beyond = len(self._table.header.texts)
        if any(text.strip() for text in row.texts[beyond:]):
            self._diagnostics.add(row_too_long(self._table.cell(row, beyond).place, beyond))
            if self._text(row, "project"):
                self._above = _Above()  # rows below must not go on with a project further up
            return True
        return False

    def _is_total(self, row: Row) -> bool:
        """Whether a row sums others up; its label may stand where a project or a group would."""
        labels: tuple[Meaning, ...] = ("indicator", "level2", "level1", "project")
        said = next(((label, text) for label in labels if (text := self._text(row, label))), None)
        if said is None or label_key(said[1]) not in TOTAL_NAMES:
            return False
        self._diagnostics.add(total_row(self._table.cell(row, self._columns[said[0]][0]).place))
        return True

    def _under(self, row: Row) -> _Above:
        project, level1, level2 = (self._text(row, name) for name in ("project", "level1", "level2"))
        above = self._above
        if project and project != above.project:
            return _Above(project, level1, level2)
        if level1 and level1 != above.level1:
            return _Above(above.project, level1, level2)
        return _Above(above.project, above.level1, level2 or above.level2)

    def _operator(self, row: Row) -> str:
        """Give what a column of operators holds: of several, the one that holds an operator."""
        texts = [text for at in self._columns.get("operator", ()) if (text := row.text(at))]
        return next((text for text in texts if read_operator_column(text)), texts[0] if texts else "")

    def _points(self, row: Row, meaning: Meaning) -> Points | None:
        text, is_weight = self._text(row, meaning), meaning == "weight"
        if is_blank(text):
            return None
        points = read_points(text, is_weight=is_weight)
        if points is None:
            place = self._table.cell(row, self._columns[meaning][0]).place
            self._diagnostics.add(messages.not_points(place, text, is_weight=is_weight))
        return points


def _year_in(text: str) -> int | None:
    digits = text.removesuffix("年度").removesuffix("年")
    return int(digits) if len(digits) == _YEAR_DIGITS and digits.isascii() and digits.isdecimal() else None
