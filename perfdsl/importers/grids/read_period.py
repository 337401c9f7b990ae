"""Puts the targets of the whole period beside those of the year, where a 申报表 has both side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from perfdsl.diagnostic import Text
from perfdsl.importers import messages
from perfdsl.importers.draft import DraftRow, Field, RowName
from perfdsl.importers.grids.doubt_flags import doubt_flags
from perfdsl.importers.grids.form_rows import Key, key
from perfdsl.importers.grids.read_rows import Reading
from perfdsl.importers.grids.settle_columns import Settled
from perfdsl.importers.read_fields import target_field
from perfdsl.importers.tidy_text import tidy

_Name = tuple[str, str]


def pair_period(readings: Sequence[Reading], settled: Settled, because: dict[Key, Text]) -> list[DraftRow]:
    """Give the year's rows, each with the period's target of the same indicator.

    Rows that stand only among the period's targets go to ``because``: cells that no field takes, and why.
    """
    if not settled.period:
        return [reading.row for reading in readings]
    of_period = {
        name: (field, at) for at, reading in enumerate(readings) for name, field in _period(reading, settled)
    }
    used = set[int]()
    rows = []
    for reading in readings:
        if not reading.row.text("name") and not reading.row.text("target"):
            continue
        field, at = of_period.get(reading.row.text("name"), (None, -1))
        used.add(at)
        beside: dict[RowName, Field] = {} if field is None else {"period_target": field}
        rows.append(DraftRow({**reading.row.fields, **beside}))
    for at, reading in enumerate(readings):
        if at not in used:
            _set_aside(reading, settled, because)
    return rows


def _period(reading: Reading, settled: Settled) -> Iterator[tuple[str, Field]]:
    """Read the period's own name and target of a row, where it has both columns and a name."""
    found = {settled.columns[at].meaning: reading.printed.entries[at] for at in sorted(settled.period)}
    if "name" in found and "target" in found and (name := tidy(found["name"].text)):
        entry = found["target"]
        yield name, doubt_flags(target_field(entry.text, entry.spots), entry.flags)


def _set_aside(reading: Reading, settled: Settled, because: dict[Key, Text]) -> None:
    entries = [(settled.columns[at].meaning, reading.printed.entries[at]) for at in sorted(settled.period)]
    if not any(tidy(entry.text) for meaning, entry in entries if meaning != "level2"):
        return
    for _, entry in entries:
        for cell in entry.cells:
            if cell.text.strip():
                because[key(cell)] = messages.PERIOD_ONLY


def with_period(
    rows: Sequence[DraftRow], readings: Sequence[Reading], because: dict[Key, Text]
) -> list[DraftRow]:
    """Put the targets of a table of its own (长期绩效指标) beside those of the year's, by level and name."""
    known = {_indicator(reading.row): reading for reading in readings}
    found: list[DraftRow] = []
    for row in rows:
        reading = known.pop(_indicator(row), None)
        target = reading.row.fields.get("target") if reading is not None else None
        found.append(row if target is None else DraftRow({**row.fields, "period_target": target}))
    for reading in known.values():
        for entry in reading.printed.entries:
            because.update({key(cell): messages.PERIOD_ONLY for cell in entry.cells if cell.text.strip()})
    return found


def _indicator(row: DraftRow) -> _Name:
    return row.text("level2"), row.text("name")
