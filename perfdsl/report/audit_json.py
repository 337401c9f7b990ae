"""An audit as JSON: counts, then each published row with its class; numbers are strings."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from perfdsl.audit.difference import Audit, Difference, Reading
from perfdsl.audit.published import Points
from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.exact import show, show_trimmed
from perfdsl.report import audit_words as words
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.report.spot_fields import spot_fields
from perfdsl.report.write_json import write_json

SCHEMA_VERSION: Final = 1
_PLACES: Final = 6


def render(audit: Audit | None, diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write an audit with its diagnostics; without one, ``rows`` is empty."""
    return write_json(audit_to_dict(audit or Audit("", "", ()), diagnostics, options.language))


def audit_to_dict(audit: Audit, diagnostics: Iterable[Diagnostic], language: Language) -> dict[str, Json]:
    """Give the fields of an audit.

    ``printed`` holds the texts of the row as they stand in the file; ``weight`` and ``awarded`` are what was
    read of them, or null. Of each reading, ``exact`` is a fraction (``26028/1751``), ``given`` the same in
    up to six decimals, and ``points`` what the rubric gives after its own rounding.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "file": audit.file,
        "rubric": audit.rubric,
        "rows": [row_fields(each, language) for each in audit.differences],
        "counts": {kind: rows for kind, rows in audit.counts.items()},  # noqa: C416 — as plain JSON
        "reasons": {reason: rows for reason, rows in audit.reasons.items()},  # noqa: C416
        "diagnostics": [diagnostic_to_dict(each, language) for each in diagnostics],
    }


def row_fields(difference: Difference, language: Language) -> dict[str, Json]:
    """Give the fields of a row with its class."""
    row = difference.row
    return {
        "project": row.project,
        "group": list(row.group),
        "indicator": row.indicator,
        "printed": {
            "target": row.target,
            "operator": row.operator,
            "unit": row.unit,
            "actual": row.actual,
            "weight": row.weight_text,
            "score": row.score_text,
            "note": row.note,
        },
        "weight": _points(row.weight),
        "awarded": _points(row.awarded),
        "class": difference.kind,
        "reason": difference.reason,
        "readings": [_reading_fields(each, language) for each in difference.readings],
        "explanation": words.explain(difference).say(language),
        "source": place_fields(row.place) if row.spot is None else spot_fields(row.place.file, row.spot),
    }


def _reading_fields(reading: Reading, language: Language) -> dict[str, Json]:
    return {
        "target": reading.target,
        "actual": reading.actual,
        "attainment": reading.attainment,
        "exact": str(reading.exact),
        "given": show_trimmed(reading.exact, _PLACES),
        "points": show_trimmed(reading.points, _PLACES),
        "method": reading.method,
        "why": reading.why.say(language),
        "class": reading.kind,
    }


def _points(points: Points | None) -> str | None:
    return None if points is None else show(Fraction(points.value), points.places)
