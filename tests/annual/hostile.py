"""Puts a hostile text into every place of a report that other people's words can reach."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfdsl.annual.annual import AnnualReport

TEXTS = [
    "<script>alert(1)</script>",
    "</style></title></svg><img src=x onerror=alert(1)>",
    "\"'><a href=javascript:alert(1)>x</a>",
    "&quot;&lt;b&gt; {{ 7 * 7 }} {% raw %}",
    "\u202eevil\u2066 \x00\x1b[31m \ud800 \u2028",
    "]]> --> url(https://example.org/x) @import 'https://example.org'",
    "长" * 10_000,
    "a" * 10_000,
    "",
]
_OURS = {"anchor", "state", "key", "language", "light", "mode"}
"""Fields whose words are the program's own."""


def spoil(thing, text: str, field: str = ""):
    """Replace every text of other people in a tree of records."""
    if isinstance(thing, str):
        return thing if field in _OURS else text
    if isinstance(thing, tuple) and hasattr(thing, "_fields"):
        if type(thing).__module__.startswith("perfdsl.plan"):
            return thing
        pairs = ((name, spoil(value, text, name)) for name, value in zip(thing._fields, thing, strict=True))
        return thing._replace(**dict(pairs))
    if isinstance(thing, tuple):
        return type(thing)(spoil(each, text, field) for each in thing)
    return thing


def numbers_in(report: AnnualReport) -> Iterator[object]:
    """Every number of a report."""
    open_ones: list[object] = [report]
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, tuple):
            open_ones.extend(each)
        elif isinstance(each, int | float | complex | Fraction):
            yield each
