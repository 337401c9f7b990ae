"""Parts of which the JSON Schemas of reports are made."""

from __future__ import annotations

from typing import Any, Final

Schema = dict[str, Any]

TEXT: Final[Schema] = {"type": "string"}
COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
YES_NO: Final[Schema] = {"type": "boolean"}
NUMERAL: Final[Schema] = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
DAY: Final[Schema] = {"type": "string", "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$"}
RANGE: Final[Schema] = {"type": "array", "items": NUMERAL, "minItems": 2, "maxItems": 2}


def list_of(items: Schema) -> Schema:
    """A list of any length."""
    return {"type": "array", "items": items}


def or_null(schema: Schema) -> Schema:
    """The same, or null."""
    return {"anyOf": [schema, {"type": "null"}]}


def fields(required: Schema, optional: Schema | None = None) -> Schema:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


PLACE_FIELDS: Final[Schema] = {"file": TEXT, "line": COUNT, "column": COUNT}
CELL_FIELDS: Final[Schema] = {"header": TEXT, "sheet": TEXT}
PLACE: Final[Schema] = fields(PLACE_FIELDS, CELL_FIELDS)
