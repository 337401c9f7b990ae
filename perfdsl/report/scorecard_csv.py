"""A scorecard as CSV for spreadsheets: one row for each indicator, and one for each project's total."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Diagnostic, Language, Text
from perfdsl.exact import show, show_trimmed
from perfdsl.report import words
from perfdsl.report.department_words import say_parts
from perfdsl.report.lay_out import say_grade
from perfdsl.report.name_place import name_place
from perfdsl.report.options import Options
from perfdsl.report.points import show_points
from perfdsl.report.say_effects import REVIEW, SELF, say_applied, say_flag, sums_of
from perfdsl.report.write_csv import Fields, write_csv
from perfdsl.scorecard import (
    DepartmentScore,
    GoalScore,
    IndicatorScore,
    Interval,
    Judged,
    ProjectScore,
    Scorecard,
)

COLUMNS: Final[dict[str, Text]] = {
    "department": words.DEPARTMENT,
    "code": Text("项目编码", "Project code"),
    "project": words.PROJECT,
    "rubric": words.RUBRIC,
    "row": Text("行", "Row"),
    "group": Text("指标类别", "Group"),
    "indicator": words.INDICATOR,
    "target": words.TARGET,
    "actual": words.ACTUAL,
    "attainment": words.ATTAINMENT,
    "ratio": Text("完成比例", "Ratio"),
    "weight": Text("分值", "Weight"),
    "score": Text("得分", "Score"),
    "lowest": Text("最低得分", "Lowest score"),
    "highest": Text("最高得分", "Highest score"),
    "grade": words.GRADE,
    "method": Text("方法", "Method"),
    "case": Text("适用情形", "Case"),
    "why": words.WHY,
    "date": Text("日期", "Date"),
    "reason": Text("偏差原因", "Reason"),
    "evidence": Text("佐证资料", "Evidence"),
    "target_place": Text("目标出处", "Target stands at"),
    "fact_place": Text("实绩出处", "Fact stands at"),
    "before": Text("方法得分", "Score by the method"),
    "effects": Text("扣分与规则", "Deductions and rules"),
    "deducted": Text("扣分", "Deducted"),
    "self_score": Text("自评得分", "Self-score"),
    "review_score": Text("核查得分", "Reviewer's score"),
}
"""Fields of a row in their order, with their headings."""


def render(scorecard: Scorecard, _diagnostics: Iterable[Diagnostic], options: Options) -> str:
    """Write a scorecard as CSV; the registry's name for it is ``csv``. Diagnostics have their own form."""
    return write_csv(COLUMNS, _all_rows(scorecard, options.language), options)


def render_csv(scorecard: Scorecard, language: Language, *, bom: bool = False) -> str:
    """Write rows in the order of the sheets, lines ending in a line feed; no cell is run as a formula."""
    return write_csv(COLUMNS, _all_rows(scorecard, language), Options(language, bom=bom))


def _all_rows(scorecard: Scorecard, language: Language) -> Iterator[Fields]:
    for project in scorecard.projects:
        yield from _rows(project, language)
    for department in scorecard.departments:
        yield _department_fields(department, language)


def _rows(project: ProjectScore, language: Language) -> Iterator[Fields]:
    shared = {
        "department": project.department,
        "code": project.code,
        "project": project.name,
        "rubric": project.rubric,
    }
    for line in project.indicators:
        yield {**shared, **_indicator_fields(line, project.places, language)}
    yield {
        **shared,
        "row": words.TOTAL.say(language),
        "weight": show_trimmed(_full_points(project), 6),
        "grade": say_grade(project, language),
        "why": words.SEMICOLON.say(language).join(say_flag(flag).say(language) for flag in project.flags),
        "before": show_points(project.before, project.places) if project.before else "",
        "effects": say_applied(project.applied).say(language),
        **_points_fields(project.total, project.places),
        **_sums(project),
    }
    for goal in project.goals:
        yield {**shared, **_goal_fields(goal, project.places, language)}


def _goal_fields(goal: GoalScore, places: int, language: Language) -> Fields:
    share = "" if goal.share is None else f"{show_trimmed(100 * goal.share, 6)}%"
    return {
        "row": words.GOAL.say(language),
        "indicator": goal.name or goal.text,
        "ratio": share,
        "weight": show_trimmed(goal.weight, 6),
        **_points_fields(goal.points, places),
    }


def _department_fields(department: DepartmentScore, language: Language) -> Fields:
    points = {} if department.total is None else _points_fields(department.total, department.places)
    return {
        "department": f"{department.code} {department.name}".strip(),
        "rubric": department.rubric,
        "row": words.DEPARTMENT.say(language),
        "grade": department.grade or "/".join(department.possible_grades),
        "why": say_parts(department).say(language),
        **points,
    }


def _sums(project: ProjectScore) -> Fields:
    """Sums of what people gave, each only where every line that counts has it."""
    names = {SELF: "self_score", REVIEW: "review_score"}
    return {names[word]: show_trimmed(total, 6) for word, total in sums_of(project)}


def _full_points(project: ProjectScore) -> Fraction:
    return sum((line.weight for line in project.indicators if not line.excluded), start=Fraction(0))


def _indicator_fields(line: IndicatorScore, places: int, language: Language) -> Fields:
    fact = line.fact
    return {
        "row": words.INDICATOR.say(language),
        "group": " / ".join(words.called(name, language) for name in line.group),
        "indicator": words.called(line.name, language),
        "target": line.target,
        "actual": line.actual,
        "attainment": words.STATES[words.state_of(line)].say(language),
        "ratio": "" if line.ratio is None else show_trimmed(line.ratio, 6),
        "weight": show_trimmed(line.weight, 6),
        "method": line.method,
        "case": line.step.case if line.step else "",
        "why": line.why.say(language),
        "date": fact.date if fact else "",
        "reason": fact.reason if fact else "",
        "evidence": fact.evidence if fact else "",
        "target_place": name_place(line.place),
        "fact_place": name_place(fact.place) if fact else "",
        "before": show_points(line.before, places) if line.before else "",
        "effects": say_applied(line.applied, line).say(language),
        **_judged_fields(line.judged),
        **({} if line.excluded else _points_fields(line.points, places)),
    }


def _judged_fields(judged: Judged) -> Fields:
    given = judged._asdict().items()
    return {name: show_trimmed(points, 6) for name, points in given if points is not None}


def _points_fields(points: Interval, places: int) -> Fields:
    low, high = show(points.low, places), show(points.high, places)
    return {"score": low if points.settled else "", "lowest": low, "highest": high}
