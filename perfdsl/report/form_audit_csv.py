"""Audits of filled forms as CSV: a line for each row, each thing that does not fit, and each doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from perfdsl.audit.form_audit import FormAudit
from perfdsl.diagnostic import Diagnostic, Language, Text
from perfdsl.report import mistake_words as words
from perfdsl.report.audit_csv import COLUMNS as OF_ROWS
from perfdsl.report.audit_csv import fields_of
from perfdsl.report.options import Options
from perfdsl.report.write_csv import write_csv

COLUMNS: Final[dict[str, Text]] = {
    "file": Text("文件", "File"),
    "line": Text("记录", "Line"),
    **OF_ROWS,
    "sure": Text("读准", "Read surely"),
}
"""Those of the audit of a table between two of its own.

``line`` is ``row``, ``mistake``, ``unsure`` or ``unread``.
"""

_SURE: Final = {True: "yes", False: "no"}


def render(forms: Sequence[FormAudit], _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write one line for each, lines ending in a line feed; no cell is run as a formula."""
    rows = (
        {"file": form.audit.file, "project": form.name, **fields}
        for form in forms
        for fields in _lines(form, options.language)
    )
    return write_csv(COLUMNS, rows, options)


def _lines(audited: FormAudit, language: Language) -> Iterator[dict[str, str]]:
    for difference in audited.audit.differences:
        sure = _SURE[difference.reason != "unsure"]
        yield {"line": "row", **fields_of(difference, language), "sure": sure}
    for mistake in audited.mistakes:
        yield {
            "line": "mistake",
            "indicator": mistake.subject,
            "class": mistake.kind,
            "kind": words.TITLES[mistake.kind].say(language),
            "explanation": words.say_mistake(mistake).say(language),
            "place": words.say_spots(mistake.spots).say(language),
            "sure": _SURE[mistake.is_sure],
        }
    for field in audited.unsure:
        yield {
            "line": "unsure",
            "indicator": field.subject,
            "class": field.column,
            "kind": words.name_column(field.column).say(language),
            "reason": "; ".join(doubt.say(language) for doubt in field.doubts),
            "explanation": field.text,
            "place": words.say_spots(field.spots).say(language),
            "sure": _SURE[False],
        }
    for entry in audited.form.unread:
        yield {
            "line": "unread",
            "kind": words.UNREAD.say(language),
            "explanation": entry.text,
            "place": words.say_spots(entry.spots).say(language),
            "sure": _SURE[False],
        }
