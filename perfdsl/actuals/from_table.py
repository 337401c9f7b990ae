"""Turns the rows of a table into facts, and complains of every cell that cannot be one."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from perfdsl.actuals import messages_cell, messages_table
from perfdsl.actuals.columns import ABSENT, Columns, match_columns
from perfdsl.actuals.convert import is_points
from perfdsl.actuals.fact import FINISHED, SPENT, Fact
from perfdsl.actuals.headers import FINISHED_NAMES, SPENT_NAMES, TOTAL_NAMES, label_key
from perfdsl.actuals.read_day import day_problem, read_day, serial_day
from perfdsl.actuals.read_value import Trouble, is_blank, read_value, same_unit
from perfdsl.actuals.table import UNUSABLE, Row, Table
from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.source import CellPlace
from perfdsl.syntax.ast import DateLiteral, Number, Word

Value = Number | DateLiteral | Word


def facts_of(table: Table, diagnostics: Diagnostics) -> list[Fact]:
    """Read the facts of a table, in the order of its rows; values are as written, nothing is converted.

    A blank actual is a missing fact, and no complaint; what stands beside it (a reason, points) is given as a
    Fact without a value. A row that names an indicator but no project
    goes on with the project above, and with its date where it has none of its own: so merged cells come out
    of Excel and CSV. A column 执行数 gives a fact of the project; the same one on several rows is one fact.
    """
    columns = match_columns(table, diagnostics)
    if columns is None:
        return []
    reading = _Reading(table, columns, diagnostics)
    for row in table.rows:
        reading.read(row)
    return reading.facts


class _Owner(NamedTuple):
    """The project of a row, as written, the day of its facts, and the unit that reports them.

    A day that is Trouble has been complained of.
    """

    project: str
    place: CellPlace
    day: date | Trouble | None
    reporter: str = ""


class _Reading:
    """What has been read so far of one table."""

    __slots__ = ("_above", "_columns", "_diagnostics", "_spent", "_table", "_used", "facts")

    def __init__(self, table: Table, columns: Columns, diagnostics: Diagnostics) -> None:
        self.facts: list[Fact] = []
        self._table = table
        self._columns = columns
        self._diagnostics = diagnostics
        self._used = columns.used
        self._above: _Owner | None = None
        self._spent: dict[tuple[str, date | None, str], Fact] = {}

    def read(self, row: Row) -> None:
        """Read one row."""
        if row.texts == self._table.header.texts:  # printed again on each page
            return
        columns = self._columns
        if not self._is_sound(row):
            if row.text(columns.code) or row.text(columns.project):
                self._above = None  # rows below must not go on with a project further up
            return
        indicator = row.text(columns.indicator)
        has_actual, has_spent = (not is_blank(row.text(at)) for at in (columns.actual, columns.spent))
        has_points = any(not is_blank(row.text(at)) for at in columns.points)
        holds_facts = has_actual or has_spent or has_points
        if holds_facts and self._is_total(row, indicator):
            return
        owner = self._owner(row, indicator, holds_facts=holds_facts)
        if owner is None:
            return
        if has_actual:
            self._read_actual(row, owner, indicator)
        elif indicator and (has_points or row.text(columns.reason) or row.text(columns.evidence)):
            self._read_beside(row, owner, indicator)
        if has_spent:
            self._read_spent(row, owner)

    def _is_sound(self, row: Row) -> bool:
        """Whether no cell spills over the header and each that counts can be used."""
        beyond = len(self._table.header.texts)
        if len(row.texts) > beyond and any(text.strip() for text in row.texts[beyond:]):
            self._diagnostics.add(messages_table.row_too_long(self._place(row, beyond), beyond))
            return False
        unusable = [at for at in self._used if row.kind(at) in UNUSABLE] if row.kinds else []
        for at in unusable:
            self._diagnostics.add(messages_cell.unusable_cell(self._place(row, at), row.kind(at)))
        return not unusable

    def _is_total(self, row: Row, indicator: str) -> bool:
        columns = self._columns
        places = (columns.indicator,) if indicator else (columns.project, columns.code)
        for at in places:
            if label_key(row.text(at)) in TOTAL_NAMES:
                self._diagnostics.add(messages_table.total_row(self._place(row, at)))
                return True
        return False

    def _owner(self, row: Row, indicator: str, *, holds_facts: bool) -> _Owner | None:
        """Find the project and day of a row; None where it has none or its date was complained of."""
        columns = self._columns
        at = columns.code if row.text(columns.code) else columns.project
        project, above = row.text(at), self._above
        if project.startswith("#") and not holds_facts:  # a remark
            return None
        if project:
            self._above = self._dated(row, project, self._place(row, at), None)
        elif above is not None and indicator:
            self._above = self._dated(row, above.project, above.place, above)
        else:
            if holds_facts:
                at = columns.code if columns.project == ABSENT else columns.project
                self._diagnostics.add(messages_table.blank_project(self._place(row, at)))
            return None
        return None if isinstance(self._above.day, Trouble) else self._above

    def _dated(self, row: Row, project: str, place: CellPlace, above: _Owner | None) -> _Owner:
        text, reporter = row.text(self._columns.date), row.text(self._columns.reporter)
        if above is not None and is_blank(reporter):  # merged cells, as those of project and date
            reporter = above.reporter
        reporter = "" if is_blank(reporter) else reporter
        if is_blank(text):
            return _Owner(project, place, above.day if above else None, reporter)
        day = read_day(text)
        if day is None:
            at = self._place(row, self._columns.date)
            self._diagnostics.add(messages_cell.bad_date(at, day_problem(text), serial_day(text)))
            return _Owner(project, place, Trouble("unreadable", text), reporter)
        return _Owner(project, place, day, reporter)

    def _read_actual(self, row: Row, owner: _Owner, indicator: str) -> None:
        columns = self._columns
        if not indicator:
            self._diagnostics.add(messages_table.blank_indicator(self._place(row, columns.indicator)))
            return
        value = self._value(row, columns.actual, row.text(columns.unit) or columns.actual_unit)
        if value is None:
            return
        own = _own(indicator)
        fact = self._fact(row, owner, value, columns.actual, own)
        if own == SPENT:
            self._add_spent(fact)
        else:
            self.facts.append(fact)

    def _read_beside(self, row: Row, owner: _Owner, indicator: str) -> None:
        """Read what stands beside a blank actual, which a computed indicator may have."""
        if not _own(indicator):
            self.facts.append(self._fact(row, owner, None, self._columns.actual, ""))

    def _read_spent(self, row: Row, owner: _Owner) -> None:
        columns = self._columns
        value = self._value(row, columns.spent, columns.spent_unit)
        if value is not None:
            self._add_spent(self._fact(row, owner, value, columns.spent, SPENT))

    def _value(self, row: Row, at: int, unit: str) -> Value | None:
        value = read_value(row.text(at), row.kind(at), "" if is_blank(unit) else unit)
        if isinstance(value, Trouble):
            self._diagnostics.add(self._complaint(row, at, value))
            return None
        return value

    def _complaint(self, row: Row, at: int, trouble: Trouble) -> Diagnostic:
        place, columns = self._place(row, at), self._columns
        if trouble.reason != "unit":
            return messages_cell.no_value(place, trouble.reason, trouble.word, trouble.remedy)
        in_unit_column = at == columns.actual and row.text(columns.unit)
        other = self._place(row, columns.unit) if in_unit_column else self._place(self._table.header, at)
        return messages_cell.units_clash(place, other, trouble.word, trouble.remedy)

    def _points(self, row: Row, at: int) -> Number | None:
        """Read points that people gave or took off; None where there are none, or after a complaint."""
        if is_blank(row.text(at)):
            return None
        value = read_value(row.text(at), row.kind(at))
        if isinstance(value, Number) and is_points(value):
            return value
        self._diagnostics.add(messages_cell.not_points(self._place(row, at)))
        return None

    def _fact(self, row: Row, owner: _Owner, value: Value | None, at: int, own: str) -> Fact:
        """Make the fact of a cell in column ``at``: the actual's, or that of the money spent."""
        columns = self._columns
        place = self._place(row, at)
        points = [self._points(row, each) if at == columns.actual else None for each in columns.points]
        return Fact(
            project=owner.project,
            indicator="" if own else row.text(columns.indicator),
            value=value,
            day=None if isinstance(owner.day, Trouble) else owner.day,
            place=place,
            project_place=owner.place,
            indicator_place=self._place(row, columns.indicator) if at == columns.actual else place,
            own=own,
            reason=row.text(columns.reason),
            evidence=row.text(columns.evidence),
            deducted=points[0],
            self_score=points[1],
            review_score=points[2],
            reporter=owner.reporter,
        )

    def _add_spent(self, fact: Fact) -> None:
        """Keep a 执行数 once for each project and day; another value is a contradiction."""
        key = (fact.project, fact.day, fact.reporter)
        first = self._spent.setdefault(key, fact)
        if first is fact:
            self.facts.append(fact)
        elif not _same_value(first.value, fact.value):
            self._diagnostics.add(messages_table.two_amounts_spent(fact, first))

    def _place(self, row: Row, at: int) -> CellPlace:
        return self._table.cell(row, max(at, 0)).place


def _own(indicator: str) -> str:
    key = label_key(indicator)
    if key in SPENT_NAMES:
        return SPENT
    return FINISHED if key in FINISHED_NAMES else ""


def _same_value(one: Value | None, other: Value | None) -> bool:
    if isinstance(one, Number) and isinstance(other, Number):
        return one.value == other.value and same_unit(one.unit, other.unit)
    return one == other
