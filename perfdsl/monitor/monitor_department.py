"""Monitors departments: the worst light of their projects, and their money over all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from perfdsl.diagnostic import Text
from perfdsl.monitor.choose_light import at_least, worst
from perfdsl.monitor.gather_history import NOTHING, Gathered
from perfdsl.monitor.monitor_money import Purse, light_money
from perfdsl.monitor.monitor_project import own_lines
from perfdsl.monitor.monitored import MonitoredDepartment, MonitoredLine, MonitoredProject, Shone
from perfdsl.monitor.watch import Watch, watch_on
from perfdsl.plan.plan import Plan
from perfdsl.scheme.messages_monitoring import light_name
from perfdsl.scheme.monitoring import MonitoringScheme
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import DepartmentScheme, Scheme
from perfdsl.scorecard import Scorecard
from perfdsl.source import Place
from perfdsl.syntax.ast import Light


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
    """Add a department's own lines: where one of them is worse than all else, it says why."""
    order = watch.scheme.worst
    shone = [line.shone.light for line in lines if line.shone.counts]
    lights = [department.light, *shone]
    light = worst(lights, order)
    least = None if light else _least([department.light or department.at_least, *shone], watch)
    reason = light or least
    told = [line for line in lines if line.shone.counts and line.shone.light == reason]
    why = department.why
    if reason and told and reason not in {department.light, department.at_least}:
        name = told[0].score.name
        why = Text(f"自身指标 {name}：{told[0].shone.why.zh}", f"its own {name}: {told[0].shone.why.en}")
    return department._replace(lines=lines, light=light, at_least=least, why=why)


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
    lights = [*(projects[at].light for at in members), *([shone.light] if shone.counts else [])]
    light = worst(lights, watch.scheme.worst)
    known = [*(projects[at].light or projects[at].at_least for at in members), *lights[len(members) :]]
    least = None if light is not None else _least(known, watch)
    return MonitoredDepartment(
        code=code,
        name=name,
        projects=tuple(members),
        light=light,
        at_least=least,
        why=_why(light or least, shone, [projects[at] for at in members]),
        budget=budget,
        spent=spent,
        due=due,
        shone=shone,
        progress=spent / due if spent is not None and due else None,
    )


def _least(known: Sequence[Light | None], watch: Watch) -> Light | None:
    """Give the worst light that calls for action while not all are known."""
    return at_least([*known, None], watch.scheme.worst)


def _why(light: Light | None, money: Shone, projects: Sequence[MonitoredProject]) -> Text:
    """Say what gives a department its light: its money, or else the first project that has this light."""
    named = [each for each in projects if light in {each.light, each.at_least}]
    if light is None or (money.counts and money.light == light) or not named:
        return money.why
    word, name = light_name(light), named[0].score.name
    return Text(f"项目 {name}：{word.zh}灯", f"project {name}: {word.en}")


def _sum(amounts: Sequence[Fraction | None]) -> Fraction | None:
    """Add up; None where one is not known."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Fraction(0)) if len(known) == len(amounts) else None
