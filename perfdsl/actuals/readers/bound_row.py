"""Cuts a row of an untrusted file to what a table may hold."""

from __future__ import annotations

from perfdsl.actuals import messages
from perfdsl.actuals.readers.bounds import MOST_CHARACTERS, MOST_COLUMNS
from perfdsl.actuals.table import Row
from perfdsl.diagnostic import Diagnostics
from perfdsl.source import CellPlace


def bound_row(row: Row, place: CellPlace, diagnostics: Diagnostics) -> Row:
    """Cut a row to the bounds, with a complaint for each that it passes."""
    texts, kinds, line = row.texts, row.kinds, row.line
    if len(texts) > MOST_COLUMNS:
        diagnostics.add(messages.too_many_columns(place, MOST_COLUMNS))
        texts, kinds = texts[:MOST_COLUMNS], kinds[:MOST_COLUMNS]
    if any(len(text) > MOST_CHARACTERS for text in texts):
        diagnostics.add(messages.cell_too_long(place, MOST_CHARACTERS))
        texts = tuple(text[:MOST_CHARACTERS] for text in texts)
    return Row(row.number, texts, line[:MOST_CHARACTERS], kinds)
