"""An audit as CSV for spreadsheets: the published row as printed, what the rubric gives, and the class."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from perfdsl.audit.difference import Audit, Difference
from perfdsl.diagnostic import Diagnostic, Language, Text
from perfdsl.report import audit_words as words
from perfdsl.report.name_place import name_place
from perfdsl.report.options import Options
from perfdsl.report.write_csv import write_csv

COLUMNS: Final[dict[str, Text]] = {
    "project": Text("项目", "Project"),
    "group": Text("指标类别", "Group"),
    "indicator": words.INDICATOR,
    "target": words.TARGET,
    "actual": words.ACTUAL,
    "weight": Text("分值", "Weight"),
    "awarded": Text("自评得分", "Awarded"),
    "given": Text("按办法得分", "Rubric gives"),
    "class": Text("差异", "Class"),
    "kind": words.KIND,
    "reason": Text("不可比的原因", "Reason"),
    "explanation": Text("说明", "Explanation"),
    "note": Text("表中说明", "Note in the table"),
    "place": Text("出处", "Stands at"),
}
"""Fields of a row in their order, with their headings; ``class`` is the same word in both languages."""


def render(audit: Audit | None, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write one line for each row, lines ending in a line feed; no cell is run as a formula."""
    rows = (fields_of(each, options.language) for each in (audit.differences if audit else ()))
    return write_csv(COLUMNS, rows, options)


def fields_of(difference: Difference, language: Language) -> dict[str, str]:
    """Give the fields of a row by the names of ``COLUMNS``."""
    row, reason = difference.row, difference.reason
    return {
        "project": row.project,
        "group": " / ".join(row.group),
        "indicator": row.indicator,
        "target": row.target,
        "actual": row.actual,
        "weight": row.weight_text,
        "awarded": row.score_text,
        "given": "" if reason or not difference.readings else words.show_given(difference),
        "class": difference.kind,
        "kind": words.KINDS[difference.kind].say(language),
        "reason": words.REASONS[reason].say(language) if reason else "",
        "explanation": words.explain(difference).say(language),
        "note": row.note,
        "place": row.spot.say().say(language) if row.spot else name_place(row.place),
    }
