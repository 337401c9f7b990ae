"""Diagnostics and places as JSON and back, exactly; places point into texts that the reader has."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from perfdsl.codes import CODES
from perfdsl.diagnostic import Diagnostic, Label, Text
from perfdsl.source import CellPlace, Place, Source, TextPlace

Sources = Mapping[str, Source]


class LostError(ValueError):
    """What was kept does not fit the texts at hand, or is damaged: it is worked out anew."""


DAMAGED = (ValueError, TypeError, KeyError, IndexError, AttributeError, ArithmeticError, RecursionError)
"""What the decoding of anything that was not encoded here may raise."""


def write(values: object) -> str:
    """Write encoded values as ASCII: a name with half a surrogate pair must not stop the store."""
    return json.dumps(values, separators=(",", ":"))


def read(text: str) -> Any:  # noqa: ANN401 — JSON
    """Read encoded values again."""
    return json.loads(text, parse_float=Decimal)


def encode_diagnostic(diagnostic: Diagnostic) -> list[Any]:
    """Give a diagnostic as lists and texts."""
    labels = [[encode_place(label.place), list(label.text)] for label in diagnostic.labels]
    return [diagnostic.code, list(diagnostic.message), labels, [list(hint) for hint in diagnostic.hints]]


def decode_diagnostic(kept: list[Any], sources: Sources) -> Diagnostic:
    """Give the diagnostic back."""
    code, message, labels, hints = kept
    if code not in CODES:
        raise LostError(code)
    made = tuple(Label(decode_place(place, sources), Text(*text)) for place, text in labels)
    return Diagnostic(code, Text(*message), made, tuple(Text(*hint) for hint in hints))


def encode_place(place: Place) -> list[Any]:
    """Give a place: a source's name and a span, or a cell with its row's text."""
    if isinstance(place, TextPlace):
        return [place.source.name, place.start, place.end]
    return [place.file, place.row, place.column, place.column_number, place.text, place.line, place.sheet]


def decode_place(kept: list[Any], sources: Sources) -> Place:
    """Give the place back; its source must be there."""
    if len(kept) == 3:  # noqa: PLR2004 — a name and a span
        name, start, end = kept
        try:
            source = sources[name]
        except KeyError:
            raise LostError(name) from None
        if not 0 <= start <= end <= len(source.text) + 1:
            raise LostError(name)
        return TextPlace(source, start, end)
    return CellPlace(*kept)
