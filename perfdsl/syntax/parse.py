"""From a source to its tree. Parsing never fails: what cannot be read is complained of and left out."""

from __future__ import annotations

import re
from typing import Any

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.source import Source, TextPlace
from perfdsl.syntax import ast, messages
from perfdsl.syntax.find_statements import find_statements
from perfdsl.syntax.load_parser import load_parser
from perfdsl.syntax.nest import nest
from perfdsl.syntax.normalise import TWINS
from perfdsl.syntax.recover import Recovery
from perfdsl.syntax.run_tables import Unexpected

LARGEST = 8_000_000
"""Characters of one source; a county's sheets have some thousands."""

_ODD = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\x85\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_MOST_ODD = 20
_TWINS = {chr(code): twin for code, twin in TWINS.items() if twin != '"'}
"""Curly quotes stay: inside a text between straight ones they are part of it."""

_LOOK_ALIKE = re.compile(f"[{re.escape(''.join(_TWINS))}]")
"""Few characters of a sheet have a twin: finding those is faster than looking each one up."""


def parse(source: Source, diagnostics: Diagnostics) -> ast.Module:
    """Parse a source; every independent error is added to ``diagnostics``, the rest of the text is kept."""
    found = Diagnostics()
    module = nest(source, read_statements(source, readable(source, found), found), found)
    for diagnostic in sorted(found, key=_offset):
        diagnostics.add(diagnostic)
    diagnostics.omitted += found.omitted
    return module


def readable(source: Source, diagnostics: Diagnostics) -> str:
    """Give the text of a source in ASCII twins, one character for one; empty where it is not to be read."""
    text = source.text
    if len(text) > LARGEST:
        diagnostics.add(messages.too_large(source.place((0, 0)), LARGEST))
        return ""
    if "\r" in text and "\n" not in text:
        diagnostics.add(messages.old_line_ends(source.place((text.index("\r"), text.index("\r") + 1))))
        return ""
    if not _ODD.search(text):
        return _in_twins(text)
    for count, match in enumerate(_ODD.finditer(text)):
        if count == _MOST_ODD:
            break
        diagnostics.add(messages.odd_character(source.place(match.span()), ord(match.group())))
    return _in_twins(_ODD.sub(" ", text))


def read_statements(source: Source, text: str, diagnostics: Diagnostics) -> list[Any]:
    """Read the statements of a text one by one, so that each error is told once; None for what is broken."""
    machine, builder = load_parser()
    builder.begin(source, text)
    recovery = Recovery(source, text, diagnostics)
    statements: list[Any] = []
    rest = [find_statements(text, 0, len(text))]
    while rest and not recovery.hopeless:
        span = next(rest[-1], None)
        if span is None:
            rest.pop()
            continue
        try:
            statement = machine.parse(text, "statement", *span)
        except Unexpected as error:
            builder.complaints.clear()
            cut = recovery.cut(span, error)
            rest.append(find_statements(text, cut, span[1]))
            statement = recovery.stand_in((span[0], cut), error)
        if builder.complaints:
            statement = recovery.take(statement, builder.complaints)
        recovery.inside(statement)
        statements.append(statement)
    return statements


def _in_twins(text: str) -> str:
    return _LOOK_ALIKE.sub(lambda found: _TWINS[found.group()], text)


def _offset(diagnostic: Diagnostic) -> int:
    place = diagnostic.labels[0].place
    return place.start if isinstance(place, TextPlace) else 0
