"""Reads the money part of a filled form: 年度资金总额 and its parts, by 年初预算数, 全年执行数…."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.documents.document import Cell
from perfdsl.importers import messages_money as messages
from perfdsl.importers.draft import Field, MoneyName, MoneyRow
from perfdsl.importers.grids.doubt_flags import of_cell
from perfdsl.importers.grids.form_rows import Row, Taken
from perfdsl.importers.grids.match_header import is_money_header
from perfdsl.importers.grids.read_amounts import AMOUNTS, DIGIT, Role, in_force, read_amount
from perfdsl.importers.grids.read_money_pairs import is_paired, read_pairs, role_of
from perfdsl.importers.labels import is_group, money_column, money_row
from perfdsl.importers.read_fields import NOTHING, text_field

_MOST_ROWS = 10
_MOST_LABEL = 60


def read_money(rows: Sequence[Row], taken: Taken, unit: str) -> tuple[MoneyRow, ...]:
    """Read the first money part among the rows of a head; amounts are in the form's ``unit``.

    There may be several rows of the role ``other``: 单位资金, 财政专户管理资金, 其他资金. Columns of amounts
    without a row that could be read give a total whose fields are to be checked.
    """
    at = next((at for at, row in enumerate(rows) if is_money_header(row)), None)
    if at is None:
        return ()
    if is_paired(rows[at]):
        return read_pairs(rows[at : at + _MOST_ROWS], taken, unit)
    part = _Part(rows[at], rows[at + 1 : at + 1 + _MOST_ROWS], taken, unit)
    return part.read() or part.read_alone()


class _Part:
    """A header of amounts, and the rows below it."""

    def __init__(self, header: Row, rows: Sequence[Row], taken: Taken, unit: str) -> None:
        self._header, self._rows, self._taken, self._unit = header, rows, taken, unit
        self._columns = in_force(_columns(header, rows[:1]))
        self._first = min((cell.column for cell in self._columns.values()), default=0)

    def read(self) -> tuple[MoneyRow, ...]:
        """Read the rows that a known label begins."""
        found: list[MoneyRow] = []
        for row in self._rows:
            label = _label(row, self._first)
            if label is None or _is_over(label):
                break
            role = role_of(label.text)
            if role is not None and (role == "other" or role not in {one.role for one in found}):
                found.append(self._row(row, role, label))
        return tuple(found)

    def read_alone(self) -> tuple[MoneyRow, ...]:
        """Read the one row of amounts below a header: without a label, or with one that is not known."""
        below = self._rows[0] if self._rows else None
        if below is None or not self._amounts(below):
            return self._nothing() if set(self._columns) & AMOUNTS else ()
        label = _label(below, self._first)
        if label is None:
            return (self._row(below, "total", self._over(below)),)
        others = [row for row in self._rows[1:] if _label(row, self._first) and self._amounts(row)]
        row = self._row(below, "total", label)
        told = messages.unknown_row(label.text)
        fields = {
            name: field.doubted(told) if others else field.noted(told) for name, field in row.fields.items()
        }
        return (row._replace(fields=fields),)

    def _amounts(self, row: Row) -> list[Cell]:
        cells = [row.covering(cell.column) for name, cell in self._columns.items() if name in AMOUNTS]
        return [cell for cell in cells if cell is not None and cell.row == row.at and DIGIT.search(cell.text)]

    def _over(self, row: Row) -> Cell:
        """The label at the side of a row that has none of its own."""
        side = row.covering(self._first - 1) if self._first else None
        return side if side is not None and side.text.strip() else next(iter(self._columns.values()))

    def _row(self, row: Row, role: Role, label: Cell) -> MoneyRow:
        fields: dict[MoneyName, Field] = {}
        self._taken.take(label, *self._header.filled)
        for name, head in self._columns.items():
            cell = row.covering(head.column)
            if cell is None:
                continue
            self._taken.take(cell)
            fields[name] = of_cell(read_amount(name, cell, self._unit), cell)
        return MoneyRow(role, text_field(label.text, label.spots), fields)

    def _nothing(self) -> tuple[MoneyRow, ...]:
        self._taken.take(*self._columns.values())
        is_blank = all(self._is_beside_blank(cell) for name, cell in self._columns.items() if name in AMOUNTS)
        told = NOTHING if is_blank else messages.no_amounts()
        fields: dict[MoneyName, Field] = {
            name: Field("", None, cell.spots, "missing" if is_blank else "check", (told,))
            for name, cell in self._columns.items()
            if name in AMOUNTS
        }
        label = next(iter(self._columns.values()))
        return (MoneyRow("total", text_field(label.text, label.spots), fields),)

    def _is_beside_blank(self, label: Cell) -> bool:
        right = self._header.right_of(label)
        return right is not None and not right.text.strip()


def _columns(header: Row, below: Sequence[Row]) -> dict[MoneyName, Cell]:
    """Find the columns of amounts; a label over the rows' own labels (年度预算数) is none of them."""
    found: dict[MoneyName, Cell] = {}
    for cell in header.filled:
        name = money_column(cell.text)
        if name is not None and (name == "full_year" or name not in found):
            found[name] = cell
    first = min((cell.column for cell in found.values()), default=0)
    under = below[0].covering(first) if below else None
    has_label = under is not None and under.row == below[0].at and money_row(under.text) is not None
    if below and _label(below[0], first) is None and has_label:
        return {name: cell for name, cell in found.items() if cell.column > first}
    return found


def _label(row: Row, first: int) -> Cell | None:
    left = [cell for cell in row.filled if cell.column + cell.columns <= first]
    return left[-1] if left else None


def _is_over(label: Cell) -> bool:
    return len(label.text) > _MOST_LABEL or (
        is_group(label.text, "goal_groups") and money_row(label.text) is None
    )
