"""Departments as headed lines and tables, which text and Markdown each write in their own way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from perfdsl.codes import severity_of
from perfdsl.diagnostic import Language, Text
from perfdsl.report import department_words as words
from perfdsl.report.compare_given import Compared, compare_totals
from perfdsl.report.points import show_points, show_weight
from perfdsl.report.rank_projects import Ranked
from perfdsl.report.say_effects import say_applied, say_flag
from perfdsl.report.view_departments import DepartmentView
from perfdsl.report.words import FAULT, FLAG, GRADE, INDICATOR, PROJECT, RUBRIC, TOTAL, called
from perfdsl.scorecard import DepartmentScore, Flag, ProjectScore

_COLON = Text("：", ": ")


class Table(NamedTuple):
    """A heading, the headings of columns, and rows; all but the first ``texts`` columns hold numbers."""

    heading: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    texts: int


class DepartmentPage(NamedTuple):
    """A department: its name, its total (may be empty), what is said of it, its own lines, and tables."""

    title: str
    total: str
    said: tuple[str, ...]
    own: ProjectScore | None
    tables: tuple[Table, ...]


def lay_department(view: DepartmentView, language: Language) -> DepartmentPage:
    """Lay a department out, or the projects of none."""
    department = view.department
    tables = [_ranking(view, language)] if view.ranking or view.unscored else []
    for _, rows in groupby(view.compared, key=lambda each: id(each.project)):
        tables.append(_compared(list(rows), language))
    if department is None:
        heading = words.NO_TOTAL if view.left_out else words.OTHERS
        return DepartmentPage(heading.say(language), "", (), None, tuple(tables))
    return DepartmentPage(
        title=f"{department.code} {department.name}".strip(),
        total=f"{TOTAL.say(language)} {words.say_total(department, language)}",
        said=tuple(filter(None, _said(department, language))),
        own=department.own,
        tables=tuple(tables),
    )


def say_flags(flags: Iterable[Flag], language: Language) -> Iterator[str]:
    """``! 注意: 部门 101001：…（规则“…”）``, one line for each flag."""
    for flag in flags:
        word = FAULT if severity_of(flag.code) == "error" else FLAG
        yield f"! {word.say(language)}: {say_flag(flag).say(language)}"


def _said(department: DepartmentScore, language: Language) -> Iterator[str]:
    if department.rubric:
        yield f"{RUBRIC.say(language)}: {department.rubric}"
    yield words.say_parts(department).say(language)
    yield words.say_money(department).say(language)
    if department.before is not None:
        yield f"{show_points(department.before, department.places)} →"
    yield say_applied(department.applied).say(language)
    yield from say_flags(department.flags, language)


def _ranking(view: DepartmentView, language: Language) -> Table:
    headings = (
        words.RANK, PROJECT, TOTAL, GRADE, words.SELF, words.REVIEW, words.REVIEW_OFF,
    )  # fmt: skip
    return Table(
        words.RANKING.say(language),
        tuple(heading.say(language) for heading in headings),
        (
            *(_ranked(each) for each in view.ranking),
            *(("-", name, words.NO_SCORE.say(language), *"----") for name in view.unscored),
        ),
        texts=2,
    )


def _ranked(ranked: Ranked) -> tuple[str, ...]:
    project, given = ranked.project, compare_totals(ranked.project)
    return (
        ranked.shown,
        project.name,
        show_points(project.total, project.places),
        project.grade or "/".join(project.possible_grades) or "-",
        "-" if given.self_score is None else show_weight(given.self_score, project.places),
        "-" if given.review_score is None else show_weight(given.review_score, project.places),
        words.show_apart(given.review_off, project.places),
    )


def _compared(rows: list[Compared], language: Language) -> Table:
    headings = (
        INDICATOR, words.POINTS, words.COMPUTED, words.SELF, words.REVIEW, words.SELF_OFF, words.REVIEW_OFF,
        words.REVIEW_TO_SELF,
    )  # fmt: skip
    project = rows[0].project
    return Table(
        f"{project.name}{_COLON.say(language)}{words.COMPARED.say(language)}",
        tuple(heading.say(language) for heading in headings),
        tuple(_compare(each, language) for each in rows),
        texts=1,
    )


def _compare(row: Compared, language: Language) -> tuple[str, ...]:
    places = row.project.places
    given = (row.self_score, row.review_score)
    apart = (row.self_off, row.review_off, row.review_to_self)
    return (
        called(row.name, language) if row.name else TOTAL.say(language),
        show_weight(row.weight, places),
        show_points(row.points, places),
        *("-" if each is None else show_weight(each, places) for each in given),
        *(words.show_apart(each, places) for each in apart),
    )
