"""Reads the cells of a money part: amounts, rates and points."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final, Literal

from perfdsl.actuals.read_value import Trouble, is_blank, read_value
from perfdsl.documents.document import Cell
from perfdsl.importers.draft import Field, MoneyName
from perfdsl.importers.labels import forms_of
from perfdsl.importers.messages_figures import unread_actual
from perfdsl.importers.read_fields import NOTHING, money_field, points_field
from perfdsl.importers.tidy_text import tidy
from perfdsl.syntax import ast
from perfdsl.units import find_unit

AMOUNTS: Final[frozenset[MoneyName]] = frozenset({"initial", "full_year", "executed", "forecast"})
DIGIT: Final = re.compile(r"[0-9０-９]")
Role = Literal["total", "fiscal", "carried", "other"]
_BEGINS = re.compile(r"[¥￥]?[-－]?[0-9０-９]")
_UNSAID = frozenset({"预算数", "预算批复数", "预算金额"})


def in_force(labels: Mapping[MoneyName, Cell]) -> dict[MoneyName, Cell]:
    """Take a bare 预算数 beside 执行数 for the budget in force, as it is the only one that is printed."""
    bare = labels.get("initial")
    if (
        bare is None
        or "full_year" in labels
        or "executed" not in labels
        or not _UNSAID & set(forms_of(bare.text))
    ):
        return dict(labels)
    return {"full_year" if name == "initial" else name: cell for name, cell in labels.items()}


def read_amount(name: MoneyName, cell: Cell, unit: str) -> Field:
    """Read one cell by what its column holds; amounts are in the form's ``unit``."""
    if name in AMOUNTS:
        return money_field(cell.text, cell.spots, unit)
    return rate_field(cell) if name == "rate" else points_field(cell.text, cell.spots)


def rate_field(cell: Cell) -> Field:
    """Read ``98.50%`` or a bare quotient; words are no rate."""
    said = tidy(cell.text)
    if is_blank(said):
        return Field(cell.text, None, cell.spots, "missing", (NOTHING,))
    value = read_value(said)
    if isinstance(value, ast.Number) and (unit := find_unit(value.unit)) and not unit.dimension.powers:
        return Field(cell.text, value, cell.spots)
    reason = value.reason if isinstance(value, Trouble) else "unreadable"
    return Field(cell.text, None, cell.spots, "check", (unread_actual(said, reason),))


def begins_as_number(text: str) -> bool:
    """Whether a cell begins as an amount does: 86.40, ¥1,200, -3."""
    return _BEGINS.match(tidy(text)) is not None
