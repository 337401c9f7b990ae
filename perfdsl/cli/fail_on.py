"""``--fail-on``: conditions under which a scored run still ends with exit code 1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.cli.arguments import WrongUseError
from perfdsl.diagnostic import Language, Text
from perfdsl.scorecard import ProjectScore, Scorecard

OPTION = "--fail-on"
_GRADE = re.compile(r"grade\s*(<=|<|≤|＜=|＜|≦)\s*(\S+)")
_STATES = {"missed": Text("未达标", "missed"), "pending": Text("待定", "pending")}


class Condition(NamedTuple):
    """``missed``, ``pending``, or a grade below ``grade`` (with ``also``: that grade or below)."""

    text: str
    grade: str = ""
    also: bool = False


def read_conditions(texts: Sequence[str]) -> list[Condition]:
    """Read the values of ``--fail-on``; WrongUseError where one is none of them."""
    return [_read(text.strip()) for text in texts]


def _read(text: str) -> Condition:
    if text in _STATES:
        return Condition(text)
    match = _GRADE.fullmatch(text)
    if match is None:
        raise WrongUseError(
            OPTION, f"{text!r}：写 missed、pending 或 'grade<良' · write missed, pending or 'grade<良'"
        )
    return Condition(text, match[2], also=match[1] not in {"<", "＜"})


class Failure(NamedTuple):
    """A line that says what came true; ``unknown``: that cannot be said, the rubric has no such grade."""

    text: str
    unknown: bool = False


def failures(conditions: Sequence[Condition], scorecard: Scorecard, language: Language) -> list[Failure]:
    """Say which conditions came true."""
    projects = (*scorecard.projects, *_departments(scorecard))
    return [found for condition in conditions for found in _check(condition, projects, language)]


def _departments(scorecard: Scorecard) -> Iterator[ProjectScore]:
    """Give each department that has a total as a project without lines, whose grade is held to conditions."""
    for department in scorecard.departments:
        parts = [
            *([department.own] if department.own else []),
            *(scorecard.projects[at] for at in department.members),
        ]
        like = next((part for part in parts if part.rubric == department.rubric), None)
        if department.total is not None and like is not None:
            yield like._replace(
                code=department.code,
                name=department.name,
                indicators=(),
                total=department.total,
                grade=department.grade,
                possible_grades=department.possible_grades,
            )


def _check(condition: Condition, projects: Sequence[ProjectScore], language: Language) -> list[Failure]:
    if condition.grade:
        return [found for project in projects for found in _grade(condition, project, language)]
    lines = [line for project in projects for line in project.indicators if not line.excluded]
    count = sum(line.attainment == condition.text for line in lines)
    if not count:
        return []
    word = _STATES[condition.text].zh
    indicators = "indicator" if count == 1 else "indicators"
    told = Text(f"{count} 个指标{word}", f"{count} {indicators} {condition.text}")
    return [Failure(f"{OPTION} {condition.text}: {told.say(language)}")]


def _grade(condition: Condition, project: ProjectScore, language: Language) -> list[Failure]:
    """A grade is worse where it stands later in the rubric; an open total fails if it may still be worse."""
    order = list(project.grades)
    if condition.grade not in order:
        known = "、".join(order)
        told = Text(
            f"评分办法“{project.rubric}”没有等级“{condition.grade}”；有的是：{known}",
            f"the rubric {project.rubric} has no grade {condition.grade}; it has: {known}",
        )
        return [Failure(f"{OPTION} {condition.text}: {told.say(language)}", unknown=True)]
    least = order.index(condition.grade) + (not condition.also)
    worst = max((order.index(each) for each in project.possible_grades), default=-1)
    if worst < least:
        return []
    shown = project.grade or "/".join(project.possible_grades)
    return [Failure(f"{OPTION} {condition.text}: {project.name} {shown}")]
