"""Writes tables for spreadsheets: rows under their headings, in which no text is run as a formula."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Mapping
from io import StringIO
from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.report.cells import visible
from perfdsl.report.options import Options

Fields = dict[str, str]
"""A row by the names of its columns; what it lacks is blank."""

_FORMULA_SIGNS: Final = tuple("=+-@\t\r＝＋－＠")
_BYTE_ORDER_MARK: Final = "\ufeff"


def write_csv(
    columns: Mapping[str, Text],
    rows: Iterable[Mapping[str, str]],
    options: Options,
    numbers: Collection[str] = (),
    line_end: str = "\n",
) -> str:
    """Write rows under the headings of their columns, all in one language.

    ``numbers``: columns of numbers of ours, which may be below zero; all others hold texts of people.
    """
    text = StringIO()
    writer = csv.writer(text, lineterminator=line_end)
    writer.writerow(heading.say(options.language) for heading in columns.values())
    for fields in rows:
        cells = ((column, fields.get(column, "")) for column in columns)
        writer.writerow(cell if column in numbers else harmless(cell) for column, cell in cells)
    return (_BYTE_ORDER_MARK if options.bom else "") + text.getvalue()


def harmless(text: str) -> str:
    """Keep a spreadsheet from running a text that somebody else wrote, and a terminal from obeying it."""
    return visible(f"'{text}" if text.startswith(_FORMULA_SIGNS) else text)
