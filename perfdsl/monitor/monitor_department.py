"""Monitors departments: the worst light of their projects, and their money over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from perfdsl.monitor.choose_light import worst
from perfdsl.monitor.gather_history import NOTHING, Gathered
from perfdsl.monitor.monitor_money import Purse, light_money
from perfdsl.monitor.monitor_project import own_lines
from perfdsl.monitor.monitored import MonitoredDepartment, MonitoredLine, MonitoredProject
from perfdsl.monitor.watch import Watch, watch_on
from perfdsl.plan.plan import Plan
from perfdsl.scheme.monitoring import MonitoringScheme
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import DepartmentScheme, Scheme
from perfdsl.scorecard import Scorecard
from perfdsl.source import Place


def monitor_departments(
    departments: Sequence[DepartmentScheme],
    projects: Sequence[MonitoredProject],
    watches: Sequence[Watch],
    lines: Mapping[Place, tuple[MonitoredLine, ...]],
) -> Iterator[MonitoredDepartment]:
    """Give the departments that have projects, in order; those that only projects name come last.

    ``watches``: of each project; a department's money goes by the bands of its first. ``lines``: its own
    indicators by its place.
    """
    members: dict[str, list[int]] = {}
    for at, project in enumerate(projects):
        if project.score.department:
            members.setdefault(key(project.score.department), []).append(at)
    for department in departments:
        own = members.pop(key(department.code), None) if department.code else None
        if own:
            found = _department(department.code, department.name, own, projects, watches)
            yield _with_lines(found, lines.get(department.place, ()), watches[own[0]])
    for own in members.values():
        yield _department(projects[own[0]].score.department, "", own, projects, watches)


def lines_of_departments(  # noqa: PLR0913, PLR0917 — each is a noun of the story
    scheme: Scheme,
    plan: Plan,
    scorecard: Scorecard,
    gathered: Gathered,
    day: date,
    chosen: MonitoringScheme | None,
) -> dict[Place, tuple[MonitoredLine, ...]]:
    """Monitor the indicators that departments have of their own, where they are scored and have bands."""
    rubrics = {each.place: each.rubric for each in scheme.departments}
    scores = {each.place: each.own for each in scorecard.departments}
    found: dict[Place, tuple[MonitoredLine, ...]] = {}
    for at, department in enumerate(plan.departments):
        rubric, score = rubrics.get(department.place), scores.get(department.place)
        bands = chosen or (rubric.monitoring if rubric else None)
        if bands is not None and department.own is not None and score is not None:
            watch = watch_on(bands, day, department.own.year)
            history = gathered.departments.get(at, NOTHING)
            found[department.place] = own_lines(department.own, score, history, watch)
    return found


def _with_lines(
    department: MonitoredDepartment, lines: tuple[MonitoredLine, ...], watch: Watch
) -> MonitoredDepartment:
    shone = [line.shone.light for line in lines if line.shone.counts]
    return department._replace(lines=lines, light=worst([department.light, *shone], watch.scheme.worst))


def _department(
    code: str,
    name: str,
    members: Sequence[int],
    projects: Sequence[MonitoredProject],
    watches: Sequence[Watch],
) -> MonitoredDepartment:
    watch = watches[members[0]]
    money = [projects[at].money for at in members]
    budget = _sum([each.budget for each in money])
    spent, due = _sum([each.spent for each in money]), _sum([each.due for each in money])
    shone = light_money(Purse(budget, spent, due=due), watch)
    lights = [projects[at].light for at in members]
    return MonitoredDepartment(
        code=code,
        name=name,
        projects=tuple(members),
        light=worst([*lights, *([shone.light] if shone.counts else [])], watch.scheme.worst),
        budget=budget,
        spent=spent,
        due=due,
        shone=shone,
        progress=spent / due if spent is not None and due else None,
    )


def _sum(amounts: Sequence[Fraction | None]) -> Fraction | None:
    """Add up; None where one is not known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Fraction(0)) if len(known) == len(amounts) else None
