"""Reads the labelled fields of a form's head and foot: code, name, departments, budget and what it is for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.documents.document import Cell
from perfdsl.importers import messages
from perfdsl.importers.draft import Field, HeadName
from perfdsl.importers.grids.doubt_flags import of_cell
from perfdsl.importers.grids.form_rows import Row, Taken
from perfdsl.importers.grids.read_lines import MONEY, read_line, year_field
from perfdsl.importers.labels import head_name, is_group, is_label, is_without_field
from perfdsl.importers.read_fields import NOTHING, money_field, points_field, text_field

_CODE_AND_NAME = re.compile(r"(?P<code>[0-9A-Z]{15,32})[-—–_ ]+(?P<name>[^0-9A-Z].*)", re.DOTALL)
_UNIT_IN_LABEL = re.compile(r"[(（](?:单位[:：])?(亿元|百万元|万元|千元|元)[)）]")
_MOST_LABEL = 60
_LEAST_ROWS = 2


class Pair(NamedTuple):
    """A label and the cell that it names; ``value`` None: the label stands alone."""

    name: HeadName
    label: Cell
    value: Cell | None


def read_head(rows: Sequence[Row], taken: Taken, unit: str) -> dict[HeadName, Field]:
    """Read all labelled cells of the rows that are no table of indicators."""
    found: dict[HeadName, Field] = {}
    pairs = list(_pairs(rows, taken))
    of_period = {pair.label.column for pair in pairs if pair.name == "period_budget"}
    for name, label, value in pairs:
        if value is None or name in found or (name in {"fiscal", "other"} and label.column in of_period):
            continue
        taken.take(label, value)
        found[name] = of_cell(_field(name, value, unit), value)
    _split_code(found)
    _purpose(rows, taken, found)
    for row in rows:
        _inline(row, taken, found)
    for name, label, value in pairs:
        if value is None and name not in found and not taken.has(label) and label.column not in of_period:
            taken.take(label)
            found[name] = Field("", None, label.spots, "missing", (NOTHING,))
    return found


def money_unit_in(rows: Sequence[Row]) -> Field | None:
    """Find the money unit in a label: 项目资金（万元）, 预算数（元）."""
    for row in rows:
        for cell in row.filled:
            said = "".join(cell.text.split()) if len(cell.text) <= _MOST_LABEL else ""
            unit = _UNIT_IN_LABEL.search(said)
            if unit and (is_label(cell.text) or is_group(cell.text, "groups")):
                return Field(cell.text, unit[1], cell.spots)
    return None


def _pairs(rows: Sequence[Row], taken: Taken) -> Iterator[Pair]:
    is_spread = all(cell.rows == cell.columns == 1 for row in rows for cell in row.cells)
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else None
        is_heading = below is not None and _heads_values(row, below)
        for cell in row.filled:
            name = head_name(cell.text)
            if name is None or taken.has(cell):
                continue
            value = below.covering(cell.column) if is_heading and below else _beside(row, cell)
            if value is not None and is_spread and not value.text.strip():
                value = _beyond_blanks(row, cell, taken) or value
            yield Pair(name, cell, value)


def _beside(row: Row, cell: Cell) -> Cell | None:
    right = row.right_of(cell)
    return None if right is None or is_label(right.text) else right


def _beyond_blanks(row: Row, label: Cell, taken: Taken) -> Cell | None:
    """Find a value beyond blanks, in a table whose merged cells were lost (项目名称,,某项目)."""
    right = [cell for cell in row.filled if cell.column > label.column]
    if not right or is_label(right[0].text) or taken.has(right[0]):
        return None
    return right[0] if len(right) == 1 or is_label(right[1].text) else None


def _heads_values(row: Row, below: Row) -> bool:
    """Whether a row is nothing but labels, side by side, with values below them."""
    own = row.own
    return (
        len(own) > 1
        and len(row.cells) == len(own)
        and all(head_name(cell.text) is not None for cell in own)
        and not any(is_label(cell.text) for cell in below.filled)
        and [cell.column for cell in below.own] == [cell.column for cell in own]
    )


def _field(name: HeadName, cell: Cell, unit: str) -> Field:
    if name in MONEY:
        return money_field(cell.text, cell.spots, unit)
    if name == "total":
        return points_field(cell.text, cell.spots)
    if name == "year":
        return year_field(cell.text, cell.spots)
    if name in {"code", "unit_code"}:
        said = "".join(cell.text.split())
        return text_field(said, cell.spots)._replace(raw=cell.text)
    return text_field(cell.text, cell.spots)


def _split_code(found: dict[HeadName, Field]) -> None:
    """Split ``51000021R000000019951-工资性支出`` into code and name."""
    name = found.get("name")
    both = _CODE_AND_NAME.fullmatch(str(name.value or "")) if name is not None else None
    if name is None or both is None:
        return
    found["name"] = name._replace(value=both["name"])
    if "code" not in found:
        found["code"] = name._replace(value=both["code"]).noted(messages.code_in_name())


def _purpose(rows: Sequence[Row], taken: Taken, found: dict[HeadName, Field]) -> None:
    """Find the text below the amounts, beside the label 预算规模及资金用途."""
    if "purpose" in found:
        return
    for at, row in enumerate(rows):
        label = next((cell for cell in row.filled if is_group(cell.text, "purpose_groups")), None)
        if label is None:
            continue
        for one in rows[at : at + max(label.rows, _LEAST_ROWS)]:
            if one.at >= label.row + label.rows and _has_label(one, label):
                break
            for cell in one.own:
                if cell.column > label.column and _is_free(one, label, cell, taken):
                    taken.take(label, cell)
                    found["purpose"] = of_cell(text_field(cell.text, cell.spots), cell)
                    return


def _has_label(row: Row, label: Cell) -> bool:
    """Whether a row below a label that is not merged begins with another one."""
    own = row.covering(label.column)
    return own is not None and bool(own.text.strip())


def _is_free(row: Row, label: Cell, cell: Cell, taken: Taken) -> bool:
    """Whether a cell is all that a row has to the right of a label."""
    right = [one for one in row.own if one.column > label.column]
    others = [one for one in right if one is not cell and (one.text.strip() or not cell.text.strip())]
    return not others and not taken.has(cell) and not is_label(cell.text)


def _inline(row: Row, taken: Taken, found: dict[HeadName, Field]) -> None:
    """Read cells that hold label and value: ``单位：万元``, ``项目名称：…``."""
    for cell in row.filled:
        if taken.has(cell) or is_without_field(cell.text):
            continue
        said = read_line(cell.text, cell.spots, cell.flags)
        new = {name: one for name, one in said.items() if name not in found}
        if new:
            found.update(new)
            taken.take(cell)
