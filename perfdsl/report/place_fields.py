"""A place as the fields of a JSON object: file, line and column, counted from 1."""

from __future__ import annotations

from typing import TypeAlias

from perfdsl.source import Place, Position, TextPlace

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | bool | None"


def place_fields(place: Place) -> dict[str, Json]:
    """File, line and column (code points) of a text; file, row, column number and header of a cell."""
    line, column = place.position
    fields: dict[str, Json] = {"file": place.file, "line": line, "column": column}
    if not isinstance(place, TextPlace):
        fields["header"] = place.column
        if place.sheet:
            fields["sheet"] = place.sheet
    return fields


def end_of(place: Place) -> Position:
    """First position after a place; for a cell, the next cell of its row."""
    if isinstance(place, TextPlace):
        return place.source.position(place.end)
    return Position(place.row, place.column_number + 1)
