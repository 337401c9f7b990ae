"""Reads targets with the operators and units beside them, and what was done against them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from perfdsl.actuals.read_value import Trouble, is_blank, read_value
from perfdsl.importers import messages
from perfdsl.importers.draft import Field, RowName
from perfdsl.importers.grids.body_rows import Entry
from perfdsl.importers.messages import doubtful_characters
from perfdsl.importers.messages_figures import unknown_unit, unread_actual, written_twice_note
from perfdsl.importers.read_fields import NOTHING, target_field
from perfdsl.importers.tidy_text import tidy
from perfdsl.importers.tidy_unit import is_unknown, once_written
from perfdsl.syntax import ast

_TEMPLATE = re.compile(
    r"[(（](?P<operator>≥|≤|>=|<=|≧|≦|＞|＜|>|<|=|＝)[*＊×xX]{1,4}(?P<unit>[^()（）*＊]{0,8})[)）]"
)
_MOST_CHARACTERS = 300
_LOOK_ALIKE = re.compile(
    r"(?<![A-Za-z])[OoIl|]+(?=[0-9.%％‰])|(?<![A-Za-z][0-9])(?<=[0-9.])[OoI|]+(?![A-Za-z])|^[OoIl|]+$"
)
_SHARE = re.compile(r"[%％‰]")


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
    said = tidy(raw)[:_MOST_CHARACTERS]
    if is_blank(said):
        return Field(raw, None, entry.spots, "missing", (NOTHING,))
    bare, column, twice = once_written(said, tidy(unit))
    value = read_value(bare, "text", column)
    if isinstance(value, Trouble):
        return Field(raw, None, entry.spots, "check", (unread_actual(said, value.reason),))
    field = Field(raw, value, entry.spots, notes=(written_twice_note(twice),) if twice is not None else ())
    return _doubted(field, said)


def _doubted(field: Field, said: str) -> Field:
    """Doubt O, l and I in place of digits, signs of a share without one, and units that nobody knows."""
    odd = _LOOK_ALIKE.findall(said)
    if odd:
        return field.doubted(doubtful_characters("".join(odd)))
    match field.value:
        case ast.Number(unit=unit) if is_unknown(unit):
            return field.doubted(unknown_unit(unit))
        case ast.Word(share=None, word=word) if _SHARE.search(word):
            return field.doubted(unread_actual(said, "unreadable"))
    return field
