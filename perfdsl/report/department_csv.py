"""Departments as CSV: a row for each department, each ranked project, and each line that people scored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language, Text
from perfdsl.exact import show, show_trimmed
from perfdsl.report import department_words as words
from perfdsl.report.compare_given import Compared, compare_totals
from perfdsl.report.lay_out import say_grade
from perfdsl.report.options import Options
from perfdsl.report.rank_projects import Ranked
from perfdsl.report.view_departments import DepartmentView, view_departments
from perfdsl.report.words import DEPARTMENT, GRADE, INDICATOR, PROJECT, RUBRIC, called
from perfdsl.report.write_csv import Fields, write_csv
from perfdsl.scorecard import DepartmentScore, Interval, Scorecard

COLUMNS: Final[dict[str, Text]] = {
    "department": DEPARTMENT,
    "department_name": Text("部门名称", "Name of the department"),
    "row": Text("行", "Row"),
    "rank": words.RANK,
    "code": Text("项目编码", "Project code"),
    "project": PROJECT,
    "rubric": RUBRIC,
    "indicator": INDICATOR,
    "weight": words.POINTS,
    "score": Text("得分", "Score"),
    "lowest": Text("最低得分", "Lowest score"),
    "highest": Text("最高得分", "Highest score"),
    "grade": GRADE,
    "self_score": Text("自评得分", "Self-score"),
    "review_score": Text("核查得分", "Reviewer's score"),
    "self_off": words.SELF_OFF,
    "review_off": words.REVIEW_OFF,
    "review_to_self": words.REVIEW_TO_SELF,
    "own": Text("部门自身得分", "Score of its own"),
    "own_share": Text("自身占比", "Share of its own"),
    "mean": Text("各项目平均", "Mean of its projects"),
    "mean_by": Text("怎样平均", "How it is weighted"),
    "budget": Text("预算", "Budget"),
    "spent": Text("执行数", "Spent"),
}
"""Fields of a row in their order, with their headings."""
_NUMBERS: Final = {"self_off", "review_off", "review_to_self"}


def render(scorecard: Scorecard, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write departments as CSV; money in 元, no cell is run as a formula."""
    views = view_departments(scorecard)
    rows = (fields for view in views for fields in _rows(view, options.language))
    return write_csv(COLUMNS, rows, options, numbers=_NUMBERS)


def _rows(view: DepartmentView, language: Language) -> Iterator[Fields]:
    department = view.department
    shared = {} if department is None else {"department": department.code, "department_name": department.name}
    if department is not None:
        yield {**shared, **_department(department, language)}
    yield from ({**shared, **_ranked(each, language)} for each in view.ranking)
    for name in view.unscored:
        fields = {"row": PROJECT.say(language), "rank": words.NO_SCORE.say(language), "project": name}
        yield {**shared, **fields}
    for each in view.compared:
        if each.name:
            yield {**shared, **_line(each, language)}


def _department(department: DepartmentScore, language: Language) -> Fields:
    places = department.places
    total = {} if department.total is None else _points(department.total, places)
    own = None if department.own is None else department.own.total
    return {
        "row": DEPARTMENT.say(language),
        "rubric": department.rubric,
        "grade": department.grade or "/".join(department.possible_grades),
        **total,
        "own": "" if own is None else _shown(own, places),
        "own_share": "" if department.own_share is None else f"{show_trimmed(100 * department.own_share)}%",
        "mean": "" if department.mean is None else _shown(department.mean, places),
        "mean_by": words.MEAN_BY[department.mean_by].say(language),
        "budget": "" if department.budget is None else show_trimmed(department.budget, 2),
        "spent": "" if department.spent is None else show_trimmed(department.spent, 2),
    }


def _ranked(ranked: Ranked, language: Language) -> Fields:
    project = ranked.project
    return {
        "row": PROJECT.say(language),
        "rank": ranked.shown,
        "rubric": project.rubric,
        "grade": say_grade(project, language),
        **_given(compare_totals(project)),
    }


def _line(compared: Compared, language: Language) -> Fields:
    return {
        "row": INDICATOR.say(language),
        "indicator": called(compared.name, language),
        **_given(compared),
    }


def _given(compared: Compared) -> Fields:
    places, project = compared.project.places, compared.project
    numbers: dict[str, Fraction | None] = {
        "self_off": compared.self_off,
        "review_off": compared.review_off,
        "review_to_self": compared.review_to_self,
    }
    given = {"self_score": compared.self_score, "review_score": compared.review_score}
    return {
        "code": project.code,
        "project": project.name,
        "weight": show_trimmed(compared.weight, 6),
        **_points(compared.points, places),
        **{name: show_trimmed(each, 6) for name, each in given.items() if each is not None},
        **{name: show(each, places) for name, each in numbers.items() if each is not None},
    }


def _points(points: Interval, places: int) -> Fields:
    low, high = show(points.low, places), show(points.high, places)
    return {"score": low if points.settled else "", "lowest": low, "highest": high}


def _shown(points: Interval, places: int) -> str:
    low, high = show(points.low, places), show(points.high, places)
    return low if points.settled else f"{low}..{high}"
