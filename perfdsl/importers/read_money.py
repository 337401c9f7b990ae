"""Reads the money part of a filled form: 年度资金总额 and its parts, by 年初预算数, 全年执行数…."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, cast

from perfdsl.actuals.read_value import Trouble, is_blank, read_value
from perfdsl.documents.document import Cell
from perfdsl.importers.doubt_flags import of_cell
from perfdsl.importers.draft import Field, MoneyName, MoneyRow
from perfdsl.importers.form_rows import Row, Taken
from perfdsl.importers.labels import is_group, money_column, money_row
from perfdsl.importers.match_header import is_money_header
from perfdsl.importers.messages_figures import unread_actual
from perfdsl.importers.read_fields import NOTHING, money_field, points_field, text_field
from perfdsl.importers.tidy_text import tidy

_MOST_ROWS = 10
_AMOUNTS = frozenset({"initial", "full_year", "executed", "forecast"})
_Role = Literal["total", "fiscal", "carried", "other"]


def read_money(rows: Sequence[Row], taken: Taken, unit: str) -> tuple[MoneyRow, ...]:
    """Read the first money part among the rows of a head; amounts are in the form's ``unit``.

    There may be several rows of the role ``other``: 单位资金, 财政专户管理资金, 其他资金.
    """
    at = next((at for at, row in enumerate(rows) if is_money_header(row)), None)
    if at is None:
        return ()
    columns = _columns(rows[at], rows[at + 1 : at + 2])
    taken.take(*rows[at].filled)
    first = min((cell.column for cell in columns.values()), default=0)
    found: list[MoneyRow] = []
    for row in rows[at + 1 : at + 1 + _MOST_ROWS]:
        label = _label(row, first)
        if label is None or _is_over(label):
            break
        role = money_row(label.text)
        if role is not None and (role == "other" or role not in {one.role for one in found}):
            found.append(_money_row(row, label, columns, taken, unit))
    return tuple(found)


def _columns(header: Row, below: Sequence[Row]) -> dict[MoneyName, Cell]:
    """Find the columns of amounts; a label over the rows' own labels (年度预算数) is none of them."""
    found: dict[MoneyName, Cell] = {}
    for cell in header.filled:
        name = money_column(cell.text)
        if name is not None and (name == "full_year" or name not in found):
            found[name] = cell
    first = min((cell.column for cell in found.values()), default=0)
    if below and _label(below[0], first) is None:
        return {name: cell for name, cell in found.items() if cell.column > first}
    return found


def _label(row: Row, first: int) -> Cell | None:
    left = [cell for cell in row.filled if cell.column + cell.columns <= first]
    return left[-1] if left else None


def _is_over(label: Cell) -> bool:
    return len(label.text) > 60 or (is_group(label.text, "goal_groups") and money_row(label.text) is None)  # noqa: PLR2004


def _money_row(row: Row, label: Cell, columns: dict[MoneyName, Cell], taken: Taken, unit: str) -> MoneyRow:
    fields: dict[MoneyName, Field] = {}
    taken.take(label)
    for name, head in columns.items():
        cell = row.covering(head.column)
        if cell is None:
            continue
        taken.take(cell)
        fields[name] = of_cell(_amount(name, cell, unit), cell)
    role = cast("_Role", money_row(label.text))
    return MoneyRow(role, text_field(label.text, label.spots), fields)


def _amount(name: MoneyName, cell: Cell, unit: str) -> Field:
    if name in _AMOUNTS:
        return money_field(cell.text, cell.spots, unit)
    return rate_field(cell) if name == "rate" else points_field(cell.text, cell.spots)


def rate_field(cell: Cell) -> Field:
    """Read ``98.50%`` or a bare quotient."""
    said = tidy(cell.text)
    if is_blank(said):
        return Field(cell.text, None, cell.spots, "missing", (NOTHING,))
    value = read_value(said)
    if isinstance(value, Trouble):
        return Field(cell.text, None, cell.spots, "check", (unread_actual(said, value.reason),))
    return Field(cell.text, value, cell.spots)
