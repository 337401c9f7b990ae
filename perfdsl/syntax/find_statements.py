"""Cuts a text into statements: lines, but for long texts in quotes and for lists that go on after a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from perfdsl.source import Span
from perfdsl.syntax.keywords import NO_EQUALS, NOTHING, tables

CLAUSES = {"weight", "scored", "formula", "baseline", "about", "basis", "reason", "evidence"} | {
    "deducted", "self", "review", "then", "otherwise",
}  # fmt: skip
"""Keywords that go on with the line before, if it ends with a comma."""

_EXPECTED = r'(?![ \t]*+(?:"[^"\n]*"|“[^”\n]*”|\w++)[ \t\r]*+(?:[,、;\n#]|\Z))'
"""After 等级: not a grade alone, as in a list of what is expected."""


def find_statements(text: str, start: int, end: int) -> Iterator[Span]:
    """Spans of the statements of a stretch of normalised text; comments and blanks lie between them."""
    for match in _statement().finditer(text, start, end):
        if match.lastindex:
            yield match.span(1)


@cache
def _statement() -> re.Pattern[str]:
    """A statement after blanks and comments, or the end of the text.

    It matches wherever it is tried, so nothing is scanned twice. A quote without a partner takes the rest of
    its line; a comma that ends a line goes on with the next one, unless that begins a part or a block (a
    keyword before a sign is a name: 目标 >= 90%).
    """
    between = r"(?:[ \t\r\f\n]++|(?:#|//)[^\n]*+|(?!))*+"
    new = _begin(CLAUSES)
    after_semicolon = _begin({"then", "otherwise"})
    inside = (
        r'[^\n"“#/,、;]++',
        r'"""(?s:.*?)"""|"[^"\n]*+"|“[^”\n]*+”|["“][^\n]*+',
        r"/(?!/)",
        rf"[,、](?:{between}(?!{new})|{NOTHING})?+|;(?:{between}(?!{after_semicolon})|{NOTHING})?+",
        NOTHING,
    )
    return re.compile(rf"{between}(?:((?:{'|'.join(inside)})++)|\Z)")


def _begin(but_for: set[str]) -> str:
    """What begins a new statement: a keyword, but for some, and unless a sign follows as after a name."""
    words = {name: _one_of(spelt) for name, spelt in tables()["heads"].items() if name not in but_for}
    words["grades"] += _EXPECTED
    scored = words.pop("scored", r"(?!)")
    words.update({name: words[name] + r"(?![ \t]*+=)" for name in NO_EQUALS if name in words})
    signs = _one_of([word for spelt in tables()["comparisons"].values() for word in spelt], end="")
    return rf"(?:{scored}|(?:{'|'.join(words.values())})(?![ \t]*+{signs}))"


def _one_of(words: list[str], end: str = r"(?![\w·])") -> str:
    return rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))}){end}"
