"""The stable JSON of a scorecard, described by ``perfdsl.report.scorecard_schema``; numbers are strings."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language
from perfdsl.exact import show, show_trimmed
from perfdsl.report.diagnostics_json import diagnostic_to_dict
from perfdsl.report.fact_fields import fact_fields
from perfdsl.report.options import Options
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.report.say_amended import amended_fields
from perfdsl.report.write_json import write_json
from perfdsl.scorecard import (
    Applied,
    DepartmentScore,
    Flag,
    GoalScore,
    IndicatorScore,
    Interval,
    Judged,
    ProjectScore,
    Scorecard,
)

SCHEMA_VERSION: Final = 1
_RATIO_PLACES: Final = 6


def render(scorecard: Scorecard, diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write a scorecard with its diagnostics; the registry's name for it is ``json``."""
    return write_json(scorecard_to_dict(scorecard, diagnostics, options.language))


def scorecard_to_dict(
    scorecard: Scorecard, diagnostics: Iterable[Diagnostic], language: Language
) -> dict[str, Json]:
    """Give the fields of a scorecard.

    Points have the rubric's number of decimals; ratios and weights are exact up to six, without needless
    zeros. A score or a total that is still open is null, and its range says what it may come to.
    """
    return {
        "schema_version": SCHEMA_VERSION,
        "as_of": scorecard.as_of,
        "projects": [_project_fields(project, language) for project in scorecard.projects],
        "departments": [department_fields(each, language) for each in scorecard.departments],
        "flags": [flag_fields(flag, language) for flag in scorecard.flags],
        "diagnostics": [diagnostic_to_dict(diagnostic, language) for diagnostic in diagnostics],
    }


def _project_fields(project: ProjectScore, language: Language) -> dict[str, Json]:
    return {
        "code": project.code,
        "name": project.name,
        "department": project.department,
        "rubric": project.rubric,
        "total": _settled(project.total, project.places),
        "total_range": _range(project.total, project.places),
        "total_range_open": _is_open(project.total),
        "grade": project.grade,
        "possible_grades": list(project.possible_grades),
        "indicators": [_indicator_fields(line, project.places, language) for line in project.indicators],
        "goals": [_goal_fields(goal, project.places) for goal in project.goals],
        "before_range": _range(project.before, project.places) if project.before else None,
        "applied": [_applied_fields(applied, language) for applied in project.applied],
        "flags": [flag_fields(flag, language) for flag in project.flags],
        "source": place_fields(project.place),
    }


def _goal_fields(goal: GoalScore, places: int) -> dict[str, Json]:
    return {
        "name": goal.name,
        "text": goal.text,
        "share": _number(goal.share),
        "weight": show_trimmed(goal.weight, _RATIO_PLACES),
        "score": _settled(goal.points, places),
        "score_range": _range(goal.points, places),
    }


def department_fields(department: DepartmentScore, language: Language) -> dict[str, Json]:
    """A department's score; ``projects`` are places in the scorecard's list, money is in 元."""
    places, mean, total = department.places, department.mean, department.total
    return {
        "code": department.code,
        "name": department.name,
        "rubric": department.rubric,
        "projects": list(department.members),
        "own": None if department.own is None else _project_fields(department.own, language),
        "mean_range": None if mean is None else _range(mean, places),
        "mean_by": department.mean_by,
        "own_share": _number(department.own_share),
        "total": None if total is None else _settled(total, places),
        "total_range": None if total is None else _range(total, places),
        "grade": department.grade,
        "possible_grades": list(department.possible_grades),
        "budget": _number(department.budget),
        "spent": _number(department.spent),
        "before_range": _range(department.before, places) if department.before else None,
        "applied": [_applied_fields(applied, language) for applied in department.applied],
        "flags": [flag_fields(flag, language) for flag in department.flags],
        "source": place_fields(department.place),
    }


def _indicator_fields(line: IndicatorScore, places: int, language: Language) -> dict[str, Json]:
    return {
        "group": list(line.group),
        "name": line.name,
        "target": line.target,
        "actual": line.actual,
        "attainment": line.attainment,
        "excluded": line.excluded,
        "ratio": None if line.ratio is None else show_trimmed(line.ratio, _RATIO_PLACES),
        "weight": show_trimmed(line.weight, _RATIO_PLACES),
        "score": _settled(line.points, places),
        "score_range": _range(line.points, places),
        "score_range_open": _is_open(line.points),
        "method": line.method,
        "case": line.step.case if line.step else None,
        "why": line.why.say(language),
        "before_range": _range(line.before, places) if line.before else None,
        "applied": [_applied_fields(applied, language) for applied in line.applied],
        **_judged_fields(line.judged),
        "amended_by": amended_fields(line.amended_by),
        "source": place_fields(line.place),
        "fact": fact_fields(line.fact) if line.fact else None,
    }


def _applied_fields(applied: Applied, language: Language) -> dict[str, Json]:
    return {
        "rule": applied.rule,
        "what": applied.what.say(language),
        "because": applied.because,
        "certain": applied.certain,
        "source": place_fields(applied.place),
    }


def _judged_fields(judged: Judged) -> dict[str, Json]:
    """Points as people wrote them, exact up to six decimals; null where they wrote none."""
    given = judged._asdict().items()
    return {name: None if points is None else show_trimmed(points, _RATIO_PLACES) for name, points in given}


def flag_fields(flag: Flag, language: Language) -> dict[str, Json]:
    """What a flag says, of which line, and which rule says so, where."""
    return {
        "code": flag.code,
        "indicator": flag.indicator,
        "text": flag.text.say(language),
        "rule": flag.rule,
        "source": None if flag.place is None else place_fields(flag.place),
    }


def _number(number: Fraction | None) -> str | None:
    return None if number is None else show_trimmed(number, _RATIO_PLACES)


def _settled(points: Interval, places: int) -> str | None:
    return show(points.low, places) if points.settled else None


def _range(points: Interval, places: int) -> list[Json]:
    return [show(points.low, places), show(points.high, places)]


def _is_open(points: Interval) -> bool:
    """Whether the upper end itself cannot be reached."""
    return points.high_open and not points.settled
