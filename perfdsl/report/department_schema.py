"""JSON Schema (2020-12) of what ``perfdsl eval --by department --format json`` prints; it only grows."""

from __future__ import annotations

from typing import Final

from perfdsl.report.schema_parts import NUMERAL, RANGE, TEXT, Schema, fields, list_of, or_null
from perfdsl.report.scorecard_schema import DEPARTMENT, DIAGNOSTIC, FLAG

_GIVEN: Final = {
    "code": TEXT,
    "project": TEXT,
    "weight": NUMERAL,
    "score": or_null(NUMERAL),
    "score_range": RANGE,
    "self_score": or_null(NUMERAL),
    "review_score": or_null(NUMERAL),
    "self_difference": or_null(NUMERAL),
    "review_difference": or_null(NUMERAL),
    "review_to_self": or_null(NUMERAL),
}
_PLACE: Final[Schema] = {"type": "integer", "minimum": 1}
_RANKED: Final = {
    "rank": or_null(_PLACE),
    "rank_range": list_of(_PLACE),
    "grade": TEXT,
    "possible_grades": list_of(TEXT),
    **_GIVEN,
}
_VIEW: Final = {
    "department": or_null(DEPARTMENT),
    "ranking": list_of(fields(_RANKED)),
    "unscored": list_of(TEXT),
    "lines": list_of(fields({"indicator": TEXT, **_GIVEN})),
}
SCHEMA: Final[Schema] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "perfdsl departments",
    **fields(
        {
            "schema_version": {"const": 1},
            "as_of": TEXT,
            "departments": list_of(fields(_VIEW)),
            "flags": list_of(fields(FLAG)),
            "left_out": list_of(TEXT),
            "diagnostics": list_of(DIAGNOSTIC),
        }
    ),
}
