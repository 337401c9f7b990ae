"""Scorecard → Sheet: order, headings, wording and the number of decimals, the same for every form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from perfdsl.codes import severity_of
from perfdsl.diagnostic import Language, Text
from perfdsl.report import words
from perfdsl.report.department_words import say_parts, say_total
from perfdsl.report.points import show_points, show_weight
from perfdsl.report.say_amended import say_amended
from perfdsl.report.say_effects import notes_of_line, notes_of_total, say_flag
from perfdsl.report.sheet import DepartmentTables, Group, Headings, ProjectTable, Row, Sheet
from perfdsl.scorecard import DepartmentScore, Flag, IndicatorScore, ProjectScore, Scorecard


def lay_out(scorecard: Scorecard, language: Language) -> Sheet:
    """Lay the scored projects out as tables; those that follow each other in one department share it."""
    grouped = [
        (department, tuple(_lay_out_project(project, language) for project in projects))
        for department, projects in groupby(scorecard.projects, key=lambda project: project.department)
    ]
    heading = f"{words.DEPARTMENT.say(language)} "
    departments = tuple(
        DepartmentTables(heading + name if name and len(grouped) > 1 else "", projects)
        for name, projects in grouped
    )
    flags, faults = _say_flags(scorecard.flags, language)
    totals = tuple(_say_department(each, language) for each in scorecard.departments if each.total)
    return Sheet(_headings(language), departments, scorecard.as_of, flags, faults, totals)


def _say_department(department: DepartmentScore, language: Language) -> str:
    """``部门 101001 某局 总分 90.49 优（自身 97.81 × 60% + 各项目 79.50 × 40%）``."""
    name = f"{words.DEPARTMENT.say(language)} {department.code} {department.name}".strip()
    total, parts = say_total(department, language), say_parts(department).say(language)
    made = f"（{parts}）" if language == "zh" else f" ({parts})"
    return f"{name} {words.TOTAL.say(language)} {total}{made if parts else ''}"


def _headings(language: Language) -> Headings:
    return (
        words.INDICATOR.say(language),
        words.TARGET.say(language),
        words.ACTUAL.say(language),
        words.ATTAINMENT.say(language),
        words.SCORE_OF_WEIGHT.say(language),
        words.WHY.say(language),
    )


def _lay_out_project(project: ProjectScore, language: Language) -> ProjectTable:
    groups = tuple(
        Group(_heading(path, language), tuple(_lay_out_row(line, project.places, language) for line in lines))
        for path, lines in groupby(project.indicators, key=lambda line: line.group)
    )
    flags, faults = _say_flags(project.flags, language)
    return ProjectTable(
        code=project.code,
        name=project.name,
        rubric=project.rubric,
        groups=groups,
        total=show_points(project.total, project.places),
        grade=say_grade(project, language),
        settled=project.total.settled,
        flags=flags,
        notes=tuple(note.say(language) for note in notes_of_total(project)),
        faults=faults,
    )


def _heading(path: tuple[str, ...], language: Language) -> str:
    return " / ".join(words.called(name, language) for name in path)


def _say_flags(flags: Iterable[Flag], language: Language) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say what is pointed out, and what is not allowed, apart."""
    told = [(severity_of(flag.code) == "error", say_flag(flag).say(language)) for flag in flags]
    hints, faults = ([text for bad, text in told if bad == wanted] for wanted in (False, True))
    return tuple(hints), tuple(faults)


def _lay_out_row(line: IndicatorScore, places: int, language: Language) -> Row:
    state = words.state_of(line)
    return Row(
        name=words.called(line.name, language),
        target=line.target,
        actual=line.actual,
        state=state,
        attainment=words.STATES[state].say(language),
        score="-" if line.excluded else show_points(line.points, places),
        weight=show_weight(line.weight, places),
        why=words.with_reason(line.why, line.fact.reason if line.fact else "").say(language),
        notes=tuple(note.say(language) for note in _notes(line, places)),
    )


def _notes(line: IndicatorScore, places: int) -> Iterator[Text]:
    if line.amended_by is not None:
        yield say_amended(line.amended_by)
    yield from notes_of_line(line, places)


def say_grade(project: ProjectScore, language: Language) -> str:
    """Name the grade, or those that an open total may still come to; empty where the rubric has none."""
    if project.grade or project.total.settled:
        return project.grade
    return words.open_grade(project.possible_grades).say(language)
