"""Finds projects, and what departments have of their own, in all stages of a year by their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.actuals.fact import Fact
from perfdsl.annual.gather_department import OfDepartment
from perfdsl.annual.gather_project import OfProject
from perfdsl.annual.gather_written import gather_stated
from perfdsl.annual.year import Year
from perfdsl.diagnostic import Language
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scheme.names import key, project_keys
from perfdsl.scheme.scheme import DepartmentScheme, ProjectScheme
from perfdsl.scorecard import DepartmentScore, ProjectScore, Unshown
from perfdsl.source import Place

_T = TypeVar("_T", DepartmentScore, DepartmentScheme)


def known_schemes(year: Year) -> dict[Place, ProjectScheme]:
    """Give projects, and departments read like projects, by their places."""
    own = (each.own for each in year.scheme.departments if each.own is not None)
    return {each.place: each for each in (*year.scheme.projects, *own)}


def known_stages(year: Year) -> dict[Place, tuple[ProjectPlan, ProjectActuals]]:
    """Give what was planned and recorded, of projects and of departments themselves, by their places."""
    pairs = zip(year.plan.projects, year.actuals.projects, strict=True)
    found = {plan.place: (plan, facts) for plan, facts in pairs}
    for department, facts in zip(year.plan.departments, year.actuals.departments, strict=False):
        if department.own is not None and facts is not None:
            found[department.own.place] = (department.own, facts)
    return found


def find_known(year: Year, scores: Sequence[ProjectScore]) -> list[OfProject]:
    """Find each scored project, or department as one, in all stages."""
    schemes, stages = known_schemes(year), known_stages(year)
    told = {each.score.place: each for each in year.explanations}
    monitored = {each.score.place: each for each in year.monitored.projects} if year.monitored else {}
    facts: dict[str, list[Fact]] = {}
    for fact in year.facts:
        if year.as_of is None or fact.day is None or fact.day <= year.as_of:
            facts.setdefault(key(fact.project), []).append(fact)
    found = []
    for score in scores:
        plan, actuals = stages.get(score.place, (None, None))
        own = [fact for name in sorted(project_keys(score) - {""}) for fact in facts.get(name, ())]
        scheme, lit = schemes.get(score.place), monitored.get(score.place)
        found.append(OfProject(scheme, plan, actuals, own, told.get(score.place), lit))
    return found


def find_departments(year: Year, language: Language) -> Iterator[OfDepartment]:
    """Part the projects by their departments, in the order in which these first stand."""
    members: dict[str, list[int]] = {}
    for at, score in enumerate(year.scorecard.projects):
        members.setdefault(key(score.department), []).append(at)
    scored = _by_names(year.scorecard.departments)
    written = _by_names(year.scheme.departments)
    monitored = year.monitored
    watched = {each.score.place: each for each in monitored.projects} if monitored else {}
    over = {each.code or each.name: each for each in (monitored.departments if monitored else ())}
    for called_so, held in members.items():
        whole, node = scored.get(called_so), written.get(called_so)
        first = year.scorecard.projects[held[0]].department
        code, name = (node.code, node.name) if node else (whole.code, whole.name) if whole else (first, "")
        lit = [watched.get(year.scorecard.projects[at].place) for at in held]
        everybody, unshown = _everybody(year, called_so)
        yield OfDepartment(
            code=code,
            name=name,
            members=tuple(held),
            stated=gather_stated(year.scheme, node, language),
            score=whole,
            monitored=over.get(code or name),
            projects_monitored=tuple(each for each in lit if each is not None),
            everybody=everybody,
            part_of=len(everybody) + len(unshown) if len(everybody) > len(held) else 0,
            unshown=unshown,
        )


def _everybody(year: Year, department: str) -> tuple[tuple[ProjectScore, ...], tuple[Unshown, ...]]:
    """Give all scored projects of a department, also those not asked for, and those that are not scored."""
    card = year.whole or year.scorecard
    scored = tuple(each for each in card.projects if key(each.department) == department)
    over = _by_names(card.departments).get(department)
    unshown = card.unshown if not department else over.unshown if over else ()
    return scored, unshown


def _by_names(departments: Sequence[_T]) -> dict[str, _T]:
    return {key(name): each for each in departments for name in (each.name, each.code) if name}
