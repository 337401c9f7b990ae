"""Finds which column of a published table holds what, or complains of a header that does not say it."""

from __future__ import annotations

from collections.abc import Mapping

from perfdsl.actuals.messages_table import two_columns
from perfdsl.actuals.table import Table, whole_file
from perfdsl.audit import messages
from perfdsl.audit.headings import REQUIRED, Meaning, read_heading
from perfdsl.diagnostic import Diagnostics

Columns = Mapping[Meaning, tuple[int, ...]]
"""Columns (from 0) by meaning; more than one only of those that a form may have several of."""

_SEVERAL: frozenset[Meaning] = frozenset({"operator", "note"})


def match_columns(table: Table, diagnostics: Diagnostics) -> Columns | None:
    """Match the header; None, with complaints, where a column is missing or two mean the same.

    Needed are the indicator, its target, the actual, the weight and the score; other columns are passed over.
    """
    found: dict[Meaning, tuple[int, ...]] = {}
    twice = False
    for at, text in enumerate(table.header.texts):
        meaning = read_heading(text.strip())
        if meaning is None:
            continue
        if meaning in found and meaning not in _SEVERAL:
            first = table.cell(table.header, found[meaning][0])
            diagnostics.add(two_columns(table.cell(table.header, at).place, first.place))
            twice = True
        found[meaning] = (*found.get(meaning, ()), at)
    missing = [meaning for meaning in REQUIRED if meaning not in found]
    place = table.cell(table.header, 0).place if table.header.texts else whole_file(table.file, table.sheet)
    for meaning in missing:
        diagnostics.add(messages.missing_column(place, meaning))
    return None if twice or missing else found
