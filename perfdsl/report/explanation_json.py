"""The stable JSON of explanations; all numbers are exact, as strings: ``275/24`` where need be."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.explain.explanation import Explanation, TotalTold
from perfdsl.report.department_words import say_whole
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.explanation_faults import fault_fields
from perfdsl.report.explanation_fields import (
    cited_fields,
    effect_fields,
    interval_fields,
    number_text,
    rounding_fields,
)
from perfdsl.report.explanation_line_json import line_fields
from perfdsl.report.explanation_losses import by_points_lost, loss_fields
from perfdsl.report.explanation_total import say_total, show_band
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.report.write_json import write_json

SCHEMA_VERSION: Final = 1


def render(told: Explanation | None, diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write an explanation with the diagnostics of the run; ``project`` is null where there is none."""
    language = options.language
    return write_json(
        {
            "schema_version": SCHEMA_VERSION,
            "project": None if told is None else _project_fields(told, language),
            "diagnostics": [diagnostic_to_dict(diagnostic, language) for diagnostic in diagnostics],
        }
    )


def _project_fields(told: Explanation, language: Language) -> dict[str, Json]:
    score = told.score
    lines = told.lines if told.asked is None else told.lines[told.asked : told.asked + 1]
    return {
        "code": score.code,
        "name": score.name,
        "as_of": told.as_of,
        "rubrics": list(told.rubrics),
        "rubric_source": place_fields(told.rubric_place),
        "documents": [cited_fields(cited) for cited in told.cites],
        "text": say_total(told).say(language),
        "grade": score.grade,
        "grade_band": None if told.band is None else show_band(told.band).say(language),
        "possible_grades": list(score.possible_grades),
        "total": _total_fields(told.total, language),
        "department": None if told.department is None else list(say_whole(told.department, language)),
        "notices": [notice.say(language) for notice in told.notices],
        "withheld": told.withheld,
        "faults": fault_fields(told.faults, language),
        "lost": number_text(told.lost),
        "by_points_lost": [loss_fields(each, told.line_places, language) for each in by_points_lost(told)],
        "lines": [line_fields(line, told.line_places, language) for line in lines],
        "source": place_fields(score.place),
    }


def _total_fields(total: TotalTold, language: Language) -> dict[str, Json]:
    return {
        "added": interval_fields(total.added),
        "weights_counted": number_text(total.counted),
        "excluded": list(total.excluded),
        "rounding": rounding_fields(total.rounding),
        "before_rules": interval_fields(total.before),
        "effects": [effect_fields(effect, language) for effect in total.effects],
        "range": interval_fields(total.after),
        "open_rule": total.open_rule,
    }
