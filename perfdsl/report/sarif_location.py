"""A place as SARIF writes it: a URI, a region in UTF-16 code units, and the name of a table's cell."""

from __future__ import annotations

from perfdsl.report.name_place import name_cell
from perfdsl.report.place_fields import Json
from perfdsl.source import Place, Source, TextPlace

_LITERAL = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/")


def location(place: Place) -> dict[str, Json]:
    """Give a SARIF location; a cell has its row as the line, and its name as a logical location."""
    artifact: Json = {"uri": to_uri(place.file)}
    if isinstance(place, TextPlace):
        return {"physicalLocation": {"artifactLocation": artifact, "region": _region(place)}}
    return {
        "physicalLocation": {"artifactLocation": artifact, "region": {"startLine": max(place.row, 1)}},
        "logicalLocations": [
            {"name": place.column, "fullyQualifiedName": name_cell(place), "kind": "member"}
        ],
    }


def _region(place: TextPlace) -> dict[str, Json]:
    start, end = place.position, place.source.position(place.end)
    return {
        "startLine": start.line,
        "startColumn": utf16_column(place.source, place.start),
        "endLine": end.line,
        "endColumn": utf16_column(place.source, place.end),
    }


def utf16_column(source: Source, offset: int) -> int:
    """Column (from 1) of an offset, counted in UTF-16 code units as editors and SARIF do."""
    before = source.text[offset - source.position(offset).column + 1 : offset]
    return 1 + (len(before) if before.isascii() else len(before.encode("utf-16-le", "surrogatepass")) // 2)


def to_uri(file: str) -> str:
    """Write a path as a URI reference; one that begins at a root or a drive becomes a ``file:`` URI."""
    path = file.replace("\\", "/")
    drive = path[1:3] == ":/" and path[:1].isalpha()
    escaped = "".join(map(_escape, path[2:] if drive else path))
    if drive:
        return f"file:///{path[0]}:{escaped}"
    return f"file://{escaped}" if path.startswith("/") else escaped


def _escape(char: str) -> str:
    if char in _LITERAL:
        return char
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "surrogatepass"))
