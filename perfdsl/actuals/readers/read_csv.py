"""Reads a table from CSV bytes, keeping each row's own text for excerpts."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from perfdsl.actuals import messages
from perfdsl.actuals.find_header import ENOUGH_HEADINGS, ROWS_LOOKED_AT, count_headings, find_table
from perfdsl.actuals.readers.bound_row import bound_row
from perfdsl.actuals.readers.bounds import MOST_CHARACTERS, MOST_COLUMNS, MOST_ROWS
from perfdsl.actuals.readers.decode_text import decode_text
from perfdsl.actuals.table import Row, Table, on_one_line, whole_file
from perfdsl.diagnostic import Diagnostics
from perfdsl.source import CellPlace

DELIMITERS = (",", ";", "\t")

_MOST_BROKEN_ROWS = 20  # each may cost a look at many lines


def read(name: str, data: bytes, diagnostics: Diagnostics) -> list[Table]:
    """Read the one table of a CSV file; a row's number is that of the line where it begins."""
    text = decode_text(name, data, diagnostics)
    if text is None:
        return []
    lines = io.StringIO(text, newline="").readlines()
    rows = list(read_rows(name, lines, sniff_delimiter(lines), diagnostics))
    table = find_table(name, "", rows)
    if table is None:
        diagnostics.add(messages.nothing_in_file(name))
        return []
    return [table]


def sniff_delimiter(lines: list[str]) -> str:
    """Choose the delimiter by the header: the one that gives most known headings, then most cells."""
    heads = [line for line in lines[: ROWS_LOOKED_AT * 2] if line.strip()][:ROWS_LOOKED_AT]
    for head in heads:
        known, delimiter = max(((_known(head, d), d) for d in DELIMITERS), key=lambda pair: pair[0])
        if known >= ENOUGH_HEADINGS:
            return delimiter
    first = heads[0] if heads else ""
    return max(DELIMITERS, key=first.count)


def _known(head: str, delimiter: str) -> int:
    return count_headings([part.strip().strip('"') for part in head[:MOST_CHARACTERS].split(delimiter)])


def read_rows(name: str, lines: list[str], delimiter: str, diagnostics: Diagnostics) -> Iterator[Row]:
    """Read row by row, blank ones too.

    One whose quotes do not pair is complained of, and reading goes on below its line.
    """
    start = broken = count = 0
    while start < len(lines) and broken < _MOST_BROKEN_ROWS:
        reader = csv.reader(iter_from(lines, start), delimiter=delimiter, strict=True)
        first = start
        try:
            for texts in reader:
                end = first + reader.line_num
                if count == MOST_ROWS:
                    diagnostics.add(messages.too_many_rows(whole_file(name), MOST_ROWS))
                    return
                count += 1
                yield _row(name, lines, (start, end), texts, diagnostics)
                start = end
        except csv.Error:
            diagnostics.add(messages.quotes_do_not_pair(_place(name, lines, start)))
            broken += 1
            start += 1
        else:
            return
    if start < len(lines):
        diagnostics.add(messages.reading_stopped(_place(name, lines, start)))


def iter_from(lines: list[str], start: int) -> Iterator[str]:
    """Iterate over lines from one of them, without copying."""
    for at in range(start, len(lines)):
        yield lines[at]


def _row(
    name: str, lines: list[str], span: tuple[int, int], texts: list[str], diagnostics: Diagnostics
) -> Row:
    start, end = span
    line = lines[start] if end == start + 1 else "".join(lines[start:end])
    row = Row(start + 1, tuple(texts), on_one_line(line.rstrip("\r\n")))
    if len(line) > MOST_CHARACTERS or len(texts) > MOST_COLUMNS:
        return bound_row(row, _place(name, lines, start), diagnostics)
    return row


def _place(name: str, lines: list[str], at: int) -> CellPlace:
    return CellPlace(name, at + 1, "", 1, "", lines[at].rstrip("\r\n")[:MOST_CHARACTERS])
