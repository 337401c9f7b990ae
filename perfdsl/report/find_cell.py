"""Where a cell of a table stands in the text of its row."""

from __future__ import annotations

import re
from functools import cache

from perfdsl.source import CellPlace, Span

_DELIMITERS = ",\t;|"
_FARTHEST = 10_000
"""Columns beyond this are looked for by their text only."""


def find_cell(place: CellPlace) -> Span | None:
    """Span of the cell in ``place.line`` (code points), with its quotes; None where it cannot be seen."""
    for delimiter in _DELIMITERS:
        span = _find_field(place.line, place.column_number, delimiter)
        if span and _unquote(place.line[span[0] : span[1]]) == place.text.strip():
            return span
    at = place.line.find(place.text) if place.text else -1
    return (at, at + len(place.text)) if at >= 0 else None


@cache
def _field(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf'"(?:[^"]|"")*"(?={re.escape(delimiter)}|\Z)|[^{re.escape(delimiter)}]*')


def _find_field(line: str, number: int, delimiter: str) -> Span | None:
    """Span of the field of a number (from 1); None where the row is shorter or has no such delimiter."""
    if not 1 <= number <= _FARTHEST or delimiter not in line:
        return None
    at = 0
    for _ in range(number - 1):
        found = _field(delimiter).match(line, at)
        at = found.end() + 1 if found else len(line) + 1
        if at > len(line):
            return None
    last = _field(delimiter).match(line, at)
    return _strip(line, at, last.end()) if last else None


def _strip(line: str, start: int, end: int) -> Span:
    field = line[start:end]
    shorter = field.strip()
    start += field.find(shorter)
    return start, start + len(shorter)


def _unquote(field: str) -> str:
    if field.startswith('"') and field.endswith('"') and len(field) > 1:
        return field[1:-1].replace('""', '"').strip()
    return field
