"""A place in a document of any kind as the fields of a JSON object: each kind has the fields that suit it."""

from __future__ import annotations

from perfdsl.documents.document import InSheet, InTable, OnLines, OnPage, Spot
from perfdsl.report.place_fields import Json


def spot_fields(file: str, spot: Spot) -> dict[str, Json]:
    """Page and box (hundredths of a point, from the upper left), sheet and cell, table and cell, or lines."""
    match spot:
        case OnPage(page, left, top, right, bottom):
            return {"file": file, "page": page, "box": [left, top, right, bottom]}
        case InSheet(sheet, ref):
            return {"file": file, "sheet": sheet, "cell": ref}
        case InTable(table, row, column):
            return {"file": file, "table": table, "row": row, "cell": column}
        case OnLines(first, last):
            return {"file": file, "line": first, "last_line": last}
