"""``--fail-on``: conditions under which a scored run still ends with exit code 1."""

from __future__ import annotations

import re

import typer

from perfdsl.diagnostic import Language
from perfdsl.pipeline import Outcome
from perfdsl.scorecard import ProjectScore

_GRADE = re.compile(r"grade\s*(<=?)\s*(\S+)")


def failures(conditions: list[str], outcome: Outcome, language: Language) -> list[str]:
    """Say which conditions came true, one line each."""
    projects = outcome.scorecard.projects if outcome.scorecard else ()
    return [line for condition in conditions for line in _check(condition, projects, language)]


def _check(condition: str, projects: tuple[ProjectScore, ...], language: Language) -> list[str]:
    if condition in {"missed", "pending"}:
        count = sum(line.attainment == condition for project in projects for line in project.indicators)
        word = {"missed": "未达标", "pending": "待定"}[condition]
        return [f"--fail-on {condition}: {count} 个指标{word}" if language == "zh" else f"--fail-on {condition}: {count}"] if count else []
    match = _GRADE.fullmatch(condition)
    if not match:
        message = f"{condition!r}：写 missed、pending 或 grade<良 · write missed, pending or grade<良"
        raise typer.BadParameter(message, param_hint="--fail-on")
    return [line for project in projects for line in _grade(match[1], match[2], project)]


def _grade(sign: str, wanted: str, project: ProjectScore) -> list[str]:
    """A grade is worse where it stands later in the rubric; an open total fails if it may still be worse."""
    order = list(project.grades)
    if wanted not in order:
        known = "、".join(order)
        message = f"评分办法“{project.rubric}”没有等级“{wanted}”：{known} · the rubric has no such grade"
        raise typer.BadParameter(message, param_hint="--fail-on")
    least = order.index(wanted) + (sign == "<")
    worst = max((order.index(each) for each in project.possible_grades), default=0)
    if worst < least:
        return []
    shown = project.grade or "/".join(project.possible_grades)
    return [f"--fail-on grade{sign}{wanted}: {project.name} {shown}"]

