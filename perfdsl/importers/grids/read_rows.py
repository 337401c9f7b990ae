"""Reads the rows of a table of indicators: levels carried down, names, targets, points, actuals."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple, cast

from perfdsl.importers import messages
from perfdsl.importers.draft import DraftRow, Field, RowName
from perfdsl.importers.grids.body_rows import BodyRow, Entry, is_empty
from perfdsl.importers.grids.collect_rows import Body
from perfdsl.importers.grids.doubt_flags import doubt_flags
from perfdsl.importers.grids.match_header import Column
from perfdsl.importers.grids.read_figures import read_figure
from perfdsl.importers.grids.read_levels import Levels
from perfdsl.importers.grids.read_likelihood import read_likelihood
from perfdsl.importers.grids.settle_columns import Settled
from perfdsl.importers.levels import known_level1
from perfdsl.importers.read_fields import points_field, text_field

_DIGIT = re.compile(r"[0-9０-９]")
_FIGURES = frozenset({"target", "period_target", "actual", "forecast", "weight", "score"})
_MARK = re.compile(r"^[*＊★☆※▲]+")
_TEXTS: tuple[RowName, ...] = (
    "description", "operator", "unit", "direction", "basis", "reason",
    "cause_money", "cause_rules", "cause_people", "cause_equipment", "cause_other",
)  # fmt: skip
_POINTS: tuple[RowName, ...] = ("weight", "score")
_MAY_BE_SHARED = frozenset({"level1", "level2", "description", "basis", "reason"})
_NOTED_IF_SHARED = frozenset({"description", "basis", "reason"})
_SIGNS = frozenset({"operator", "direction", "unit"})


class Reading(NamedTuple):
    """A row with the printed row that it came from."""

    row: DraftRow
    printed: BodyRow


def read_rows(body: Body, settled: Settled, year: int | None) -> tuple[Reading, ...]:
    """Read all rows of a table; ``year`` completes dates."""
    chosen = [at for at in range(len(settled.columns)) if at not in settled.period]
    levels = Levels(body, settled.columns, chosen)
    found = []
    for printed in body.rows:
        entries = _by_name(printed, settled.columns, chosen)
        fields: dict[RowName, Field] = dict(levels.of_row(printed, entries))
        if is_empty(printed, settled.columns):
            continue
        fields |= _fields(entries, year) | _without_columns(printed, entries)
        likelihood = read_likelihood(printed, settled.columns)
        if likelihood is not None:
            fields["likelihood"] = likelihood
        fields = {name: _doubted(name, one, entries.get(name), settled) for name, one in fields.items()}
        fields = {name: _shared(name, one, entries.get(name), len(body.rows)) for name, one in fields.items()}
        found.append(Reading(DraftRow(fields), printed))
    return _at_breaks(found)


def _at_breaks(readings: list[Reading]) -> tuple[Reading, ...]:
    """Doubt rows around a page break that may be one: the second has no level, no sound target."""
    for at, (row, printed) in enumerate(readings):
        target = row.fields.get("target")
        if printed.may_go_on and at and (target is None or target.status != "ok"):
            for one in (at - 1, at):
                fields = {
                    name: field.doubted(messages.may_be_one_row()) if name in {"name", "target"} else field
                    for name, field in readings[one].row.fields.items()
                }
                readings[one] = readings[one]._replace(row=DraftRow(fields))
    return tuple(readings)


def _by_name(printed: BodyRow, columns: Sequence[Column], chosen: Sequence[int]) -> dict[RowName, Entry]:
    found: dict[RowName, Entry] = {}
    for at in chosen:
        meaning = columns[at].meaning
        if meaning and meaning not in {"-", "side", "likelihood"} and not meaning.startswith("head:"):
            found.setdefault(cast("RowName", meaning), printed.entries[at])
    return found


def _fields(entries: Mapping[RowName, Entry], year: int | None) -> dict[RowName, Field]:
    """Read every column but the levels."""
    fields: dict[RowName, Field] = {}
    if "name" in entries:
        fields["name"] = _name(entries["name"])
    for name in _TEXTS:
        if name in entries:
            fields[name] = text_field(entries[name].text, entries[name].spots)
    for name in _POINTS:
        if name in entries:
            fields[name] = points_field(entries[name].text, entries[name].spots)
    return fields | read_figure(entries, year)


def _without_columns(printed: BodyRow, entries: Mapping[RowName, Entry]) -> dict[RowName, Field]:
    """Give a field to be filled for a name or a target that no column of the table could be told to hold."""
    spots = tuple(spot for cell in printed.row.filled[:1] for spot in cell.spots)
    needed: dict[RowName, str] = {"name": "三级指标", "target": "指标值"}
    return {
        name: Field("", None, spots, "check", (messages.no_column(label),))
        for name, label in needed.items()
        if name not in entries
    }


def _name(entry: Entry) -> Field:
    """Read a name; a mark of core indicators before it is no part of it, nor is a blank one settled."""
    field = text_field(entry.text, entry.spots)
    if not isinstance(field.value, str):
        return field._replace(status="check")
    mark = _MARK.match(field.value)
    if mark is None or mark.end() == len(field.value):
        return field
    return field._replace(value=field.value[mark.end() :]).noted(messages.marked_name(mark[0]))


def _doubted(name: RowName, field: Field, entry: Entry | None, settled: Settled) -> Field:
    """Add what its cells and its column make unsure."""
    if entry is None:
        return field
    is_level = name in {"level1", "level2"}
    if not (is_level and entry.is_carried):
        field = doubt_flags(field, entry.flags)
    if entry.covers > 1 and not (is_level and known_level1(entry.text)):
        field = field.doubted(messages.covers_columns(entry.covers))
    if entry.is_carried and name not in _MAY_BE_SHARED | _SIGNS and entry.text.strip():
        field = field.doubted(messages.shared_by_rows())
    if name in settled.doubled:
        labels = [column.cell.text for column in settled.columns if column.meaning == name]
        field = field.doubted(messages.two_labels(name, labels))
    return _of_parts(name, field, entry)


def _shared(name: RowName, field: Field, entry: Entry | None, rows: int) -> Field:
    """Note a description, basis or reason that one cell gives to several rows, and not to all of a table."""
    if entry is None or name not in _NOTED_IF_SHARED or not entry.cells or not field.raw.strip():
        return field
    return field.noted(messages.shared_by_rows()) if 1 < entry.cells[0].rows < rows else field


def _of_parts(name: RowName, field: Field, entry: Entry) -> Field:
    """Say that a field was put together: from both sides of a page break, or from cells below one heading."""
    if len(entry.cells) <= 1:
        return field
    if entry.is_joined:
        are_numbers = name in _FIGURES and sum(bool(_DIGIT.search(cell.text)) for cell in entry.cells) > 1
        told, is_sure = messages.joined_rows(), not are_numbers
    else:
        told = messages.several_cells([cell.text for cell in entry.cells])
        is_sure = name == "target" and field.status == "ok"
    return field.noted(told) if is_sure else field.doubted(told)
