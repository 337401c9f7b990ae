"""JSON Schema (2020-12) of what ``perfdsl eval --format json`` prints; it only grows."""

from __future__ import annotations

from typing import Final

from perfdsl.report.schema_parts import (
    CELL_FIELDS,
    COUNT,
    NUMERAL,
    PLACE,
    PLACE_FIELDS,
    RANGE,
    TEXT,
    YES_NO,
    Schema,
    fields,
    list_of,
    or_null,
)

_FACT: Final = {
    "text": TEXT,
    "date": TEXT,
    "reason": TEXT,
    "evidence": TEXT,
    "source": PLACE,
}
_APPLIED: Final = {
    "rule": TEXT,
    "what": TEXT,
    "because": TEXT,
    "certain": YES_NO,
    "source": PLACE,
}
FLAG: Final = {
    "code": TEXT,
    "indicator": TEXT,
    "text": TEXT,
    "rule": TEXT,
    "source": or_null(PLACE),
}
_AMENDED: Final = {"date": TEXT, "cites": TEXT, "was": TEXT, "source": PLACE}
_INDICATOR: Final = {
    "group": list_of(TEXT),
    "name": TEXT,
    "target": TEXT,
    "actual": TEXT,
    "attainment": {"enum": ["met", "missed", "pending"]},
    "excluded": YES_NO,
    "ratio": or_null(NUMERAL),
    "weight": NUMERAL,
    "score": or_null(NUMERAL),
    "score_range": RANGE,
    "score_range_open": YES_NO,
    "method": TEXT,
    "case": or_null(TEXT),
    "why": TEXT,
    "before_range": or_null(RANGE),
    "applied": list_of(fields(_APPLIED)),
    "deducted": or_null(NUMERAL),
    "self_score": or_null(NUMERAL),
    "review_score": or_null(NUMERAL),
    "amended_by": or_null(fields(_AMENDED)),
    "source": PLACE,
    "fact": or_null(fields(_FACT)),
}
_GOAL: Final = {
    "name": TEXT,
    "text": TEXT,
    "share": or_null(NUMERAL),
    "weight": NUMERAL,
    "score": or_null(NUMERAL),
    "score_range": RANGE,
}
_PROJECT: Final = {
    "code": TEXT,
    "name": TEXT,
    "department": TEXT,
    "rubric": TEXT,
    "total": or_null(NUMERAL),
    "total_range": RANGE,
    "total_range_open": YES_NO,
    "grade": TEXT,
    "possible_grades": list_of(TEXT),
    "indicators": list_of(fields(_INDICATOR)),
    "goals": list_of(fields(_GOAL)),
    "before_range": or_null(RANGE),
    "applied": list_of(fields(_APPLIED)),
    "flags": list_of(fields(FLAG)),
    "source": PLACE,
}
DEPARTMENT: Final[Schema] = fields(
    {
        "code": TEXT,
        "name": TEXT,
        "rubric": TEXT,
        "projects": list_of(COUNT),
        "own": or_null(fields(_PROJECT)),
        "mean_range": or_null(RANGE),
        "mean_by": {"enum": ["", "equal", "by_budget", "by_weight"]},
        "own_share": or_null(NUMERAL),
        "total": or_null(NUMERAL),
        "total_range": or_null(RANGE),
        "grade": TEXT,
        "possible_grades": list_of(TEXT),
        "budget": or_null(NUMERAL),
        "spent": or_null(NUMERAL),
        "before_range": or_null(RANGE),
        "applied": list_of(fields(_APPLIED)),
        "flags": list_of(fields(FLAG)),
        "source": PLACE,
    }
)
_LABEL: Final = PLACE_FIELDS | {"end_line": COUNT, "end_column": COUNT, "text": TEXT}
DIAGNOSTIC: Final[Schema] = fields(
    {
        "code": {"type": "string", "pattern": "^P[0-9]{4}$"},
        "severity": {"enum": ["error", "warning", "note"]},
        "message": TEXT,
        "message_en": TEXT,
        "labels": list_of(fields(_LABEL, CELL_FIELDS)),
        "hints": list_of(TEXT),
    }
)
SCHEMA: Final[Schema] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "perfdsl scorecard",
    **fields(
        {
            "schema_version": {"const": 1},
            "as_of": TEXT,
            "projects": list_of(fields(_PROJECT)),
            "departments": list_of(DEPARTMENT),
            "flags": list_of(fields(FLAG)),
            "diagnostics": list_of(DIAGNOSTIC),
        }
    ),
}
