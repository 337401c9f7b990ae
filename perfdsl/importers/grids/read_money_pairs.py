"""Reads a money part that is printed as pairs: 预算数 | 86.40 | 执行数 | 82.08."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from perfdsl.documents.document import Cell
from perfdsl.importers import messages_money as messages
from perfdsl.importers.draft import Field, MoneyName, MoneyRow
from perfdsl.importers.grids.doubt_flags import of_cell
from perfdsl.importers.grids.form_rows import Row, Taken
from perfdsl.importers.grids.read_amounts import AMOUNTS, Role, begins_as_number, in_force, read_amount
from perfdsl.importers.labels import money_column, money_row
from perfdsl.importers.read_fields import text_field

_MOST_LABEL = 60


class _Pair(NamedTuple):
    """A label and what stands beside it."""

    name: MoneyName
    label: Cell
    value: Cell


def is_paired(row: Row) -> bool:
    """Whether the labels of money in a row have amounts beside them, and do not head columns."""
    labels = [cell for cell in row.filled if _name(cell) is not None]
    paired = [pair for pair in _pairs(row) if begins_as_number(pair.value.text)]
    return any(pair.name in AMOUNTS for pair in paired) and 2 * len(paired) >= len(labels)


def role_of(text: str) -> Role | None:
    """Give the role of a row of the money part."""
    return cast("Role | None", money_row(text))


def read_pairs(rows: Sequence[Row], taken: Taken, unit: str) -> tuple[MoneyRow, ...]:
    """Read the rows of pairs that come one after another; those of one role are one row of money."""
    found: dict[Role, MoneyRow] = {}
    labels: dict[MoneyName, Cell] = {}
    for row in rows:
        pairs = _pairs(row)
        role = _role(row, pairs)
        if not pairs or (pairs[0].name not in AMOUNTS and not found):
            pairs, role = _like_above(row, labels)
        if not pairs or role is None:
            break
        labels = labels or in_force({pair.name: pair.label for pair in pairs})
        _keep(found, role, pairs, taken, unit)
    return tuple(found.values())


def _name(cell: Cell) -> MoneyName | None:
    return money_column(cell.text) if len(cell.text) <= _MOST_LABEL else None


def _pairs(row: Row) -> list[_Pair]:
    """Give the labels of a row, each with what stands beside it, blank cells between them aside."""
    found = []
    for cell in row.own:
        name = _name(cell) if cell.text.strip() else None
        value = _beside(row, cell) if name is not None else None
        if name is not None and value is not None:
            found.append(_Pair(name, cell, value))
    return found


def _beside(row: Row, label: Cell) -> Cell | None:
    right = [cell for cell in row.cells if cell.column >= label.column + label.columns]
    value = next((cell for cell in right if cell.text.strip()), None)
    if value is None or _name(value) is not None or money_row(value.text) is not None:
        return right[0] if right and not right[0].text.strip() else None
    return value


def _role(row: Row, pairs: Sequence[_Pair]) -> Role | None:
    """Give the role that a label before the pairs names; without one they tell of the total."""
    first = min((pair.label.column for pair in pairs), default=0)
    before = [cell for cell in row.filled if cell.column < first]
    return next((role for cell in reversed(before) if (role := role_of(cell.text))), "total")


def _like_above(row: Row, labels: Mapping[MoneyName, Cell]) -> tuple[list[_Pair], Role | None]:
    """Read 其中：财政拨款 | 80 | 其中：财政拨款 | 78 below 预算数 | 100 | 执行数 | 98."""
    found: list[_Pair] = []
    roles = set[Role | None]()
    for name, above in labels.items():
        label = row.covering(above.column)
        value = _beside(row, label) if label is not None and label.row == row.at else None
        if label is None or value is None or not label.text.strip():
            continue
        roles.add(role_of(label.text))
        found.append(_Pair(name, label, value))
    return (found, roles.pop()) if len(roles) == 1 else ([], None)


def _keep(found: dict[Role, MoneyRow], role: Role, pairs: Sequence[_Pair], taken: Taken, unit: str) -> None:
    """Put the pairs of a row beside what was read of its role; a second value of one name is a doubt."""
    values = {pair.label.column: pair.value for pair in pairs}
    labels = in_force({pair.name: pair.label for pair in reversed(pairs)})
    fields: dict[MoneyName, Field] = dict(found[role].fields) if role in found else {}
    for name, label in sorted(labels.items(), key=lambda one: one[1].column):
        cell = values[label.column]
        taken.take(label, cell)
        field = of_cell(read_amount(name, cell, unit), cell)
        known = fields.get(name)
        if known is None or known.status == "missing":
            fields[name] = field
        elif field.status != "missing" and field.value != known.value:
            fields[name] = known.doubted(messages.printed_twice(cell.text), "conflict")
    first = pairs[0].label
    said = found[role].label if role in found else text_field(first.text, first.spots)
    found[role] = MoneyRow(role, said, fields)
