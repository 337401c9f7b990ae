"""Diagnostics as JSON: a list of objects with code, severity, message, labels and hints."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.diagnostic import Diagnostic, Label, Language
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json, end_of, place_fields
from perfdsl.report.write_json import write_json


def render(diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write diagnostics as a JSON list; the registry's name for it is ``json``."""
    return write_json([diagnostic_to_dict(diagnostic, options.language) for diagnostic in diagnostics])


def diagnostic_to_dict(diagnostic: Diagnostic, language: Language) -> dict[str, Json]:
    """Give the fields of one diagnostic; ``message_en`` is English whichever language was asked for.

    Lines and columns count from 1, columns in code points; an end is the first position that is outside.
    """
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": diagnostic.message.say(language),
        "message_en": diagnostic.message.en,
        "labels": [_label_fields(label, language) for label in diagnostic.labels],
        "hints": [hint.say(language) for hint in diagnostic.hints],
    }


def _label_fields(label: Label, language: Language) -> dict[str, Json]:
    end = end_of(label.place)
    return place_fields(label.place) | {
        "end_line": end.line,
        "end_column": end.column,
        "text": label.text.say(language),
    }
