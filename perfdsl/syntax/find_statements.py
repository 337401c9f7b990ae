"""Cuts a text into statements: lines, but for long texts in quotes and for lists that go on after a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from perfdsl.source import Span
from perfdsl.syntax.keywords import tables

_CLAUSES = {"weight", "scored", "formula", "baseline", "about", "basis", "reason", "evidence"} | {
    "deducted", "self", "review", "then",
}  # fmt: skip
"""Keywords that go on with the line before, if it ends with a comma."""


def find_statements(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the statements of a stretch of normalised text; comments and blanks lie between them."""
    for match in _statement().finditer(text, start, end):
        if match.lastindex:
            yield match.span(1)


@cache
def _statement() -> re.Pattern[str]:
    """A statement after blanks and comments, or the end of the text.

    It matches wherever it is tried, so nothing is scanned twice. A quote without a partner takes the rest of
    its line; a comma that ends a line goes on with the next one, unless that begins a part or a block.
    """
    between = r"(?:[ \t\r\f\n]++|(?:#|//)[^\n]*+)*+"
    heads = [word for words in tables()["heads"].values() for word in words]
    clauses = {word for name in _CLAUSES for word in tables()["heads"][name]}
    any_head, new = _one_of(heads), _one_of([word for word in heads if word not in clauses])
    inside = (
        r'[^\n"“#/,、;]++',
        r'"""(?s:.*?)"""|"[^"\n]*+"|“[^”\n]*+”|["“][^\n]*+',
        r"/(?!/)",
        rf"[,、](?:{between}(?!{new}))?+|;(?:{between}(?!{any_head}))?+",
    )
    return re.compile(rf"{between}(?:((?:{'|'.join(inside)})++)|\Z)")


def _one_of(words: list[str]) -> str:
    return rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?![\w·])"
