"""Reads targets with the operators and units beside them, and what was done against them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from perfdsl.actuals.read_value import Trouble, is_blank, read_value
from perfdsl.importers import messages
from perfdsl.importers.body_rows import Entry
from perfdsl.importers.draft import Field, RowName
from perfdsl.importers.messages_figures import unread_actual
from perfdsl.importers.read_fields import NOTHING, target_field
from perfdsl.importers.tidy_text import tidy

_TEMPLATE = re.compile(
    r"[(（](?P<operator>≥|≤|>=|<=|≧|≦|＞|＜|>|<|=|＝)[*＊×xX]{1,4}(?P<unit>[^()（）*＊]{0,8})[)）]"
)
_MOST_CHARACTERS = 300


def read_figure(entries: Mapping[RowName, Entry], year: int | None) -> dict[RowName, Field]:
    """Read the target, the target of the whole period, actual and forecast of a row."""
    operator = entries["operator"].text if "operator" in entries else ""
    unit = entries["unit"].text if "unit" in entries else ""
    found: dict[RowName, Field] = {}
    if "target" in entries:
        name = tidy(entries["name"].text) if "name" in entries else ""
        found["target"] = _target(entries["target"], operator, unit, name, year)
    if "period_target" in entries:
        one = entries["period_target"]
        found["period_target"] = target_field(
            _one_line(one), one.spots, operator=operator, unit=unit, year=year
        )
    for actual in ("actual", "forecast"):
        if actual in entries:
            found[actual] = actual_field(entries[actual], unit)
    return found


def _one_line(entry: Entry) -> str:
    """Join the cells of a target without a break: ``≥`` ``90`` ``%``."""
    return (
        entry.text
        if len(entry.cells) <= 1 or entry.is_joined
        else "".join(tidy(cell.text) for cell in entry.cells)
    )


def _target(entry: Entry, operator: str, unit: str, name: str, year: int | None) -> Field:
    """Read a target; one without an operator takes that of a template in its name, and says so."""
    raw = _one_line(entry)
    field = target_field(raw, entry.spots, operator=operator, unit=unit, year=year)
    if not tidy(raw):
        return field._replace(status="check")
    template = _TEMPLATE.search(name[:_MOST_CHARACTERS])
    if field.status == "ok" or template is None or tidy(operator):
        return field
    sign = template["operator"]
    for also in dict.fromkeys((unit, template["unit"])):
        filled = target_field(raw, entry.spots, operator=sign, unit=also, year=year)
        if filled.status == "ok":
            return filled.noted(messages.filled_from_name(sign))
    return field


def actual_field(entry: Entry, unit: str) -> Field:
    """Read what was done: a number with its unit, a date or words; unreadable ones are to be checked."""
    raw = entry.text
    said = tidy(raw)
    if is_blank(said):
        return Field(raw, None, entry.spots, "missing", (NOTHING,))
    value = read_value(said[:_MOST_CHARACTERS], "text", tidy(unit))
    if isinstance(value, Trouble):
        return Field(raw, None, entry.spots, "check", (unread_actual(said, value.reason),))
    return Field(raw, value, entry.spots)
