"""Finds the header in the rows of a sheet: forms print titles, units and remarks above it."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.actuals.headers import POINTS, read_heading
from perfdsl.actuals.table import Row, Table

ROWS_LOOKED_AT = 30
"""A header stands within so many rows that are not blank."""

ENOUGH_HEADINGS = 2
"""Known headings that make a row the header."""


def find_table(file: str, sheet: str, rows: Sequence[Row]) -> Table | None:
    """Cut rows into a header and a body; None where all are blank.

    The first row with two known headings is the header; without one, the first row that is not blank.
    """
    written = [at for at, row in enumerate(rows) if not row.is_blank]
    if not written:
        return None
    near = written[:ROWS_LOOKED_AT]
    at = next((i for i in near if count_headings(rows[i].texts) >= ENOUGH_HEADINGS), written[0])
    body = tuple(rows[i] for i in written if i > at)
    return Table(file, sheet, rows[at], body)


def count_headings(texts: Sequence[str]) -> int:
    """Count the meanings (those passed over are none, nor points) that a row's texts name as headings."""
    found = {heading.meaning for text in texts if text and (heading := read_heading(text)) is not None}
    return len(found - {"passed_over", *POINTS})


def holds_facts(table: Table) -> bool:
    """Whether the header names anything that a fact is made of."""
    return count_headings(table.header.texts) >= ENOUGH_HEADINGS
