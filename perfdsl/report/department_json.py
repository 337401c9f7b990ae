"""The stable JSON of ``eval --by department``, described by ``perfdsl.report.department_schema``."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.exact import show, show_trimmed
from perfdsl.report.compare_given import Compared, compare_totals
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json
from perfdsl.report.rank_projects import Ranked
from perfdsl.report.scorecard_json import department_fields, flag_fields
from perfdsl.report.view_departments import DepartmentView, view_departments
from perfdsl.report.write_json import write_json
from perfdsl.scorecard import Scorecard

SCHEMA_VERSION: Final = 1


def render(scorecard: Scorecard, diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write departments with the diagnostics of the run; the projects of none have ``department`` null."""
    language = options.language
    views: list[Json] = [_view_fields(view, language) for view in view_departments(scorecard)]
    told: list[Json] = [diagnostic_to_dict(diagnostic, language) for diagnostic in diagnostics]
    return write_json(
        {
            "schema_version": SCHEMA_VERSION,
            "as_of": scorecard.as_of,
            "departments": views,
            "flags": [flag_fields(flag, language) for flag in scorecard.flags],
            "left_out": list(scorecard.left_out),
            "diagnostics": told,
        }
    )


def _view_fields(view: DepartmentView, language: Language) -> dict[str, Json]:
    department = view.department
    return {
        "department": None if department is None else department_fields(department, language),
        "ranking": [_ranked(each) for each in view.ranking],
        "unscored": list(view.unscored),
        "lines": [_compared(each) for each in view.compared if each.name],
    }


def _ranked(ranked: Ranked) -> dict[str, Json]:
    project = ranked.project
    return {
        "rank": ranked.rank,
        "rank_range": [ranked.best, ranked.worst],
        "grade": project.grade,
        "possible_grades": list(project.possible_grades),
        **_given(compare_totals(project)),
    }


def _compared(compared: Compared) -> dict[str, Json]:
    return {"indicator": compared.name, **_given(compared)}


def _given(compared: Compared) -> dict[str, Json]:
    """Points out of a weight, computed and as people gave them, and how far they are apart."""
    project, points = compared.project, compared.points
    low, high = show(points.low, project.places), show(points.high, project.places)
    return {
        "code": project.code,
        "project": project.name,
        "weight": show_trimmed(compared.weight, 6),
        "score": low if points.settled else None,
        "score_range": [low, high],
        "self_score": _number(compared.self_score),
        "review_score": _number(compared.review_score),
        "self_difference": _number(compared.self_off),
        "review_difference": _number(compared.review_off),
        "review_to_self": _number(compared.review_to_self),
    }


def _number(number: Fraction | None) -> str | None:
    return None if number is None else show_trimmed(number, 6)
