"""The formatter: one layout, in Chinese or in English, that keeps meaning, comments and blank lines."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import accumulate
from unicodedata import east_asian_width

from perfdsl.diagnostic import Diagnostics, Language
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.expand import expand
from perfdsl.syntax.find_comments import find_comments
from perfdsl.syntax.find_statements import find_statements
from perfdsl.syntax.keywords import names_in
from perfdsl.syntax.line import Line
from perfdsl.syntax.parse import parse, readable
from perfdsl.syntax.place_comments import Row, place_comments
from perfdsl.syntax.wording import Wording
from perfdsl.syntax.write_lines import LineWriter

WIDEST_CONDITION = 40
"""Terminal cells of a case's condition that its neighbours' arrows are still aligned with."""

_WORD = re.compile(r"\w*")


def format_source(
    source: Source, diagnostics: Diagnostics, *, language: Language | None = None, expanded: bool = False
) -> str | None:
    """Lay a source out anew; None, with the reasons in ``diagnostics``, where it has errors.

    Keywords are written in ``language``, or in the one that most of the source's own keywords have.
    ``expanded``: the short words of Chinese rules are written as what they stand for.
    """
    found = Diagnostics()
    module = parse(source, found)
    diagnostics.extend(found)
    if found.has_errors:
        return None
    text = readable(source, Diagnostics())
    writer = LineWriter(Wording(language or language_of(text)), text)
    comments = list(find_comments(source.text, text))
    lines = list(writer.lines(module if not expanded else expand(module)))
    return _join(place_comments(_aligned(_rising(lines) if expanded else lines), comments, text))


def write_module(module: ast.Module, *, language: Language) -> str:
    """Write a tree that no text tells of, with an empty line before each block and before its groups."""
    lines = _aligned(list(LineWriter(Wording(language), None).lines(module)))
    return _join(Row(line.text, line.indent, apart=line.apart and at > 0) for at, line in enumerate(lines))


def language_of(text: str) -> Language:
    """Language of most keywords that begin a statement; Chinese where there are as many of both."""
    heads = names_in("heads")
    chinese = 0
    for start, end in find_statements(text, 0, len(text)):
        found = _WORD.match(text, start, end)
        word = found.group() if found else ""
        if word in heads:
            chinese += -1 if word.isascii() else 1
    return "zh" if chinese >= 0 else "en"


def _rising(lines: list[Line]) -> list[Line]:
    """Let no line begin before the one above it, as the cases of an interpolation do: last knot first."""
    starts = accumulate((line.start for line in lines), max)
    return [replace(line, start=start) for line, start in zip(lines, starts, strict=True)]


def _aligned(lines: list[Line]) -> list[Line]:
    """Write the arrows of a method's cases under one another."""
    aligned: list[Line] = []
    run: list[Line] = []
    for line in lines:
        if line.opens and run:
            aligned += _with_arrows(run)
            run = []
        (run if line.result or run else aligned).append(line)
    return aligned + _with_arrows(run)


def _with_arrows(run: list[Line]) -> list[Line]:
    widths = [_cells(line.text) for line in run if line.result]
    width = max([each for each in widths if each <= WIDEST_CONDITION], default=0)
    return [
        replace(line, text=f"{line.text}{' ' * (width - _cells(line.text))} -> {line.result}")
        if line.result
        else line
        for line in run
    ]


def _cells(text: str) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _join(rows: Iterable[Row]) -> str:
    written = []
    for row in rows:
        beside = f"  {row.beside}" if row.beside else ""
        blank = "\n" if row.apart else ""
        written.append(f"{blank}{' ' * row.indent}{row.text}{beside}\n")
    return "".join(written)
