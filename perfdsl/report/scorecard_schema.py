"""JSON Schema (2020-12) of what ``perfdsl eval --format json`` prints; it only grows."""

from __future__ import annotations

from typing import Any, Final

Schema = dict[str, Any]

_TEXT: Final[Schema] = {"type": "string"}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
_YES_NO: Final[Schema] = {"type": "boolean"}
_NUMERAL: Final[Schema] = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?$"}
_RANGE: Final[Schema] = {"type": "array", "items": _NUMERAL, "minItems": 2, "maxItems": 2}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def _or_null(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def _fields(required: Schema, optional: Schema | None = None) -> Schema:
    return {
        "type": "object",
        "properties": required | (optional or {}),
        "required": list(required),
        "additionalProperties": False,
    }


_PLACE: Final = {"file": _TEXT, "line": _COUNT, "column": _COUNT}
_CELL: Final = {"header": _TEXT, "sheet": _TEXT}
_FACT: Final = {
    "text": _TEXT,
    "date": _TEXT,
    "reason": _TEXT,
    "evidence": _TEXT,
    "source": _fields(_PLACE, _CELL),
}
_APPLIED: Final = {
    "rule": _TEXT,
    "what": _TEXT,
    "because": _TEXT,
    "certain": _YES_NO,
    "source": _fields(_PLACE, _CELL),
}
_FLAG: Final = {
    "code": _TEXT,
    "indicator": _TEXT,
    "text": _TEXT,
    "rule": _TEXT,
    "source": _or_null(_fields(_PLACE, _CELL)),
}
_INDICATOR: Final = {
    "group": _list(_TEXT),
    "name": _TEXT,
    "target": _TEXT,
    "actual": _TEXT,
    "attainment": {"enum": ["met", "missed", "pending"]},
    "excluded": _YES_NO,
    "ratio": _or_null(_NUMERAL),
    "weight": _NUMERAL,
    "score": _or_null(_NUMERAL),
    "score_range": _RANGE,
    "score_range_open": _YES_NO,
    "method": _TEXT,
    "case": _or_null(_TEXT),
    "why": _TEXT,
    "before_range": _or_null(_RANGE),
    "applied": _list(_fields(_APPLIED)),
    "deducted": _or_null(_NUMERAL),
    "self_score": _or_null(_NUMERAL),
    "review_score": _or_null(_NUMERAL),
    "source": _fields(_PLACE, _CELL),
    "fact": _or_null(_fields(_FACT)),
}
_PROJECT: Final = {
    "code": _TEXT,
    "name": _TEXT,
    "department": _TEXT,
    "rubric": _TEXT,
    "total": _or_null(_NUMERAL),
    "total_range": _RANGE,
    "total_range_open": _YES_NO,
    "grade": _TEXT,
    "possible_grades": _list(_TEXT),
    "indicators": _list(_fields(_INDICATOR)),
    "before_range": _or_null(_RANGE),
    "applied": _list(_fields(_APPLIED)),
    "flags": _list(_fields(_FLAG)),
    "source": _fields(_PLACE, _CELL),
}
_LABEL: Final = _PLACE | {"end_line": _COUNT, "end_column": _COUNT, "text": _TEXT}
DIAGNOSTIC: Final[Schema] = _fields(
    {
        "code": {"type": "string", "pattern": "^P[0-9]{4}$"},
        "severity": {"enum": ["error", "warning", "note"]},
        "message": _TEXT,
        "message_en": _TEXT,
        "labels": _list(_fields(_LABEL, _CELL)),
        "hints": _list(_TEXT),
    }
)
SCHEMA: Final[Schema] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "perfdsl scorecard",
    **_fields(
        {
            "schema_version": {"const": 1},
            "as_of": _TEXT,
            "projects": _list(_fields(_PROJECT)),
            "flags": _list(_fields(_FLAG)),
            "diagnostics": _list(DIAGNOSTIC),
        }
    ),
}
