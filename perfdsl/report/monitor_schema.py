"""JSON Schema (2020-12) of what ``perfdsl monitor --format json`` prints; it only grows."""

from __future__ import annotations

from typing import Final

from perfdsl.report.schema_parts import (
    COUNT,
    DAY,
    NUMERAL,
    PLACE,
    RANGE,
    TEXT,
    YES_NO,
    Schema,
    fields,
    list_of,
    or_null,
)
from perfdsl.report.scorecard_schema import DIAGNOSTIC

_LIGHT: Final = {"enum": ["red", "yellow", "blue", "green", None]}
_CAUSE: Final = {"enum": ["funding", "rules", "staff", "equipment", "other", None]}
_SHONE: Final = {"light": _LIGHT, "why": TEXT, "counts": YES_NO, "rule": or_null(PLACE)}
_POINTS: Final = list_of(fields({"date": DAY, "value": NUMERAL}))
_FORECAST: Final = or_null(
    fields(
        {
            "value": NUMERAL,
            "low": or_null(NUMERAL),
            "high": or_null(NUMERAL),
            "text": TEXT,
            "method": TEXT,
        }
    )
)
_AMOUNTS: Final = {name: or_null(NUMERAL) for name in ("budget", "spent", "due", "progress")}
_MONEY: Final = {
    **_AMOUNTS,
    "rate": or_null(NUMERAL),
    "by_plan": YES_NO,
    **_SHONE,
    "forecast": _FORECAST,
    "foreseen": _FORECAST,
    "reason": TEXT,
    "cause": _CAUSE,
    "planned": list_of(fields({"month": COUNT, "amount": NUMERAL})),
    "points": _POINTS,
}
_INDICATOR: Final = {
    "group": list_of(TEXT),
    "name": TEXT,
    "target": TEXT,
    "actual": TEXT,
    "excluded": YES_NO,
    "due": or_null(NUMERAL),
    "due_text": TEXT,
    "progress": or_null(NUMERAL),
    **_SHONE,
    "forecast": _FORECAST,
    "foreseen": _FORECAST,
    "prospect": {"enum": ["certain", "possible", "impossible", "unknown"]},
    "stake": NUMERAL,
    "reason": TEXT,
    "cause": _CAUSE,
    "points": _POINTS,
    "source": PLACE,
}
_PROJECT: Final = {
    "code": TEXT,
    "name": TEXT,
    "department": TEXT,
    "scheme": TEXT,
    "light": _LIGHT,
    "at_least": _LIGHT,
    "money": fields(_MONEY),
    "goal_progress": or_null(NUMERAL),
    "goal_range": or_null(RANGE),
    "gap": or_null(NUMERAL),
    "gap_light": fields(_SHONE),
    "indicators": list_of(fields(_INDICATOR)),
    "goals": list_of(
        fields({"name": TEXT, "text": TEXT, "light": _LIGHT, "why": TEXT, "indicators": list_of(COUNT)})
    ),
    "source": PLACE,
}
_DEPARTMENT: Final = {
    "code": TEXT,
    "name": TEXT,
    "light": _LIGHT,
    "at_least": _LIGHT,
    "why": TEXT,
    **_AMOUNTS,
    "projects": list_of(COUNT),
    "money_light": fields(_SHONE),
    "indicators": list_of(fields(_INDICATOR)),
}
_URGENT: Final = {
    "department": or_null(COUNT),
    "project": or_null(COUNT),
    "code": TEXT,
    "name": TEXT,
    "indicator": or_null(TEXT),
    "light": _LIGHT,
    "why": TEXT,
    "stake": NUMERAL,
}
_ACTION: Final = {
    "project": TEXT,
    "name": TEXT,
    "requirement": TEXT,
    "owner": TEXT,
    "raised": or_null(DAY),
    "due": or_null(DAY),
    "result": TEXT,
    "result_date": or_null(DAY),
    "evidence": TEXT,
    "state": {"enum": ["overdue", "open", "closed"]},
    "source": PLACE,
}
SCHEMA: Final[Schema] = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "title": "perfdsl monitoring",
    **fields(
        {
            "schema_version": {"const": 1},
            "as_of": or_null(DAY),
            "month": COUNT,
            "years": list_of(COUNT),
            "scheme": TEXT,
            "departments": list_of(fields(_DEPARTMENT)),
            "projects": list_of(fields(_PROJECT)),
            "urgent": list_of(fields(_URGENT)),
            "actions": list_of(fields(_ACTION)),
            "diagnostics": list_of(DIAGNOSTIC),
        }
    ),
}
