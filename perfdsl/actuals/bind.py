"""Binds facts to the lines of a plan: by code or name, on a day, in the unit of the target."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from perfdsl.actuals.bind_departments import spent_by_project, spent_of
from perfdsl.actuals.bind_project import ProjectBinding
from perfdsl.actuals.bound import Actuals, ProjectActuals
from perfdsl.actuals.fact import Fact
from perfdsl.actuals.find_owners import Owned, facts_of_department, find_owners
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.plan import Plan


def bind(plan: Plan, facts: Sequence[Fact], diagnostics: Diagnostics, as_of: date | None = None) -> Actuals:
    """Give each line of the plan the fact that counts for it; what does not fit is complained of."""
    owned = find_owners(plan, facts, diagnostics)
    bound, broken = [], set()
    for at, project in enumerate(plan.projects):
        found = Diagnostics()
        bound.append(ProjectBinding(project, found).bind(owned.projects.get(at, ()), as_of))
        if found.has_errors:
            broken.add(at)
        diagnostics.extend(found)
    actuals = Actuals(tuple(bound), as_of.isoformat() if as_of else "", frozenset(broken))
    return _with_departments(plan, actuals, owned, diagnostics, as_of) if plan.departments else actuals


def _with_departments(
    plan: Plan, actuals: Actuals, owned: Owned, diagnostics: Diagnostics, as_of: date | None
) -> Actuals:
    spent = spent_by_project(plan, actuals.projects, actuals.broken)
    bound: list[ProjectActuals | None] = []
    broken = set()
    for at, department in enumerate(plan.departments):
        found = Diagnostics()
        told = facts_of_department(department, owned.departments.get(at, ()), found)
        own = department.own
        if own is None:
            bound.append(None)
        else:
            bound.append(ProjectBinding(own, found).bind(told, as_of, spent_of(department, spent)))
        if found.has_errors:
            broken.add(at)
        diagnostics.extend(found)
    return actuals._replace(departments=tuple(bound), broken_departments=frozenset(broken))
