"""Cuts a text into statements: lines, but for long texts in quotes and for lists that go on after a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from perfdsl.source import Span

_BETWEEN = r"(?:[ \t\r\f\n]++|(?:#|//)[^\n]*+)*+"
_STATEMENT = re.compile(
    _BETWEEN
    + r'(?:((?:[^\n"“#/,、;]++'
    r'|"""(?s:.*?)"""|"[^"\n]*+"|“[^”\n]*+”|["“][^\n]*+'
    r"|/(?!/)"
    r"|[,、;](?:[ \t\r\f]*+(?:(?:#|//)[^\n]*+)?\n)*+)++)|\Z)"
)
"""It matches wherever it is tried, so nothing is scanned twice; a quote without a partner takes the rest of its line."""


def find_statements(text: str) -> Iterator[Span]:
    """Spans of the statements of a normalised text; comments and blanks lie between them."""
    for match in _STATEMENT.finditer(text):
        if match.lastindex:
            yield match.span(1)
