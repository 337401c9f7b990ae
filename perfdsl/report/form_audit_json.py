"""Audits of filled forms as JSON: for each form its rows, what does not fit, and what was not read surely."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from perfdsl.audit.filled_form import Unsure
from perfdsl.audit.form_audit import FormAudit, Recomputed
from perfdsl.audit.mistake import Mistake
from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.exact import show_trimmed
from perfdsl.report import mistake_words as words
from perfdsl.report.audit_json import row_fields
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json
from perfdsl.report.spot_fields import spot_fields
from perfdsl.report.write_json import write_json

SCHEMA_VERSION: Final = 1
_PLACES: Final = 6


def render(forms: Sequence[FormAudit], diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write audits with their diagnostics; without any, ``forms`` is empty."""
    language = options.language
    return write_json(
        {
            "schema_version": SCHEMA_VERSION,
            "forms": [form_fields(each, language) for each in forms],
            "diagnostics": [diagnostic_to_dict(each, language) for each in diagnostics],
        }
    )


def form_fields(audited: FormAudit, language: Language) -> dict[str, Json]:
    """Give the fields of a form. ``rows`` are as in the audit of a table; numbers are strings."""
    audit = audited.audit
    return {
        "file": audit.file,
        "project": audited.name,
        "year": audited.form.year,
        "rubric": audit.rubric,
        "rows": [row_fields(each, language) for each in audit.differences],
        "counts": {kind: rows for kind, rows in audit.counts.items()},  # noqa: C416 — as plain JSON
        "reasons": {reason: rows for reason, rows in audit.reasons.items()},  # noqa: C416
        "recomputed": _recomputed(audited.recomputed),
        "mistakes": [_mistake(each, audit.file, language) for each in audited.mistakes],
        "mistake_counts": {kind: found for kind, found in audited.counts.items()},  # noqa: C416
        "unsure": [_unsure(each, audit.file, language) for each in audited.unsure],
        "unread": [
            {"printed": each.text, "sources": [spot_fields(audit.file, spot) for spot in each.spots]}
            for each in audited.form.unread
        ],
        "doubts": [reason.say(language) for reason in audited.reasons],
    }


def _recomputed(found: Recomputed) -> dict[str, Json]:
    printed = found.printed_execution
    return {
        "rows": found.rows,
        "given": show_trimmed(found.given, _PLACES),
        "awarded": show_trimmed(found.awarded, _PLACES),
        "execution": None if found.execution is None else show_trimmed(found.execution, _PLACES),
        "printed_execution": printed.text if printed is not None else None,
    }


def _mistake(mistake: Mistake, file: str, language: Language) -> dict[str, Json]:
    return {
        "kind": mistake.kind,
        "gravity": mistake.gravity,
        "title": words.TITLES[mistake.kind].say(language),
        "subject": mistake.subject,
        "printed": mistake.printed.say(language),
        "follows": mistake.follows.say(language),
        "sure": mistake.is_sure,
        "sources": [spot_fields(file, spot) for spot in mistake.spots],
    }


def _unsure(field: Unsure, file: str, language: Language) -> dict[str, Json]:
    return {
        "subject": field.subject,
        "field": field.column,
        "printed": field.text,
        "reasons": [doubt.say(language) for doubt in field.doubts],
        "sources": [spot_fields(file, spot) for spot in field.spots],
    }
