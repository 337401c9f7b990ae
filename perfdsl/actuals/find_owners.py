"""Whose each fact is: a project's or a department's, by code or name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from perfdsl.actuals import messages_bind as messages
from perfdsl.actuals import messages_reporting
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.plan import DepartmentPlan, Plan
from perfdsl.scheme.did_you_mean import MOST_HINTS
from perfdsl.scheme.names import key


class Owned(NamedTuple):
    """Facts by the places of projects and of departments in the plan."""

    projects: dict[int, list[Fact]]
    departments: dict[int, list[Fact]]


def find_owners(plan: Plan, facts: Iterable[Fact], diagnostics: Diagnostics) -> Owned:
    """Part facts by whose they are; those of nobody, or of one of several, are complained of."""
    owners: Sequence[tuple[str, int]] = [
        *(("project", at) for at in range(len(plan.projects))),
        *(("department", at) for at in range(len(plan.departments))),
    ]
    names = [(each.name, each.code) for each in plan.projects]
    names += [(each.name, each.code) for each in plan.departments]
    places: dict[str, list[int]] = {}
    for at, (name, _) in enumerate(names):
        places.setdefault(key(name), []).append(at)
    # A code is one's alone, whatever else is called so; that of a project before that of a department.
    places |= {key(code): [at] for at, (_, code) in reversed(list(enumerate(names))) if code}
    found = Owned({}, {})
    told: set[str] = set()
    for fact in facts:
        called = key(fact.project)
        meant = places.get(called, [])
        if len(meant) == 1:
            kind, at = owners[meant[0]]
            (found.projects if kind == "project" else found.departments).setdefault(at, []).append(fact)
        elif called not in told:
            told.add(called)
            if meant:
                diagnostics.add(messages.ambiguous_project(fact))
            else:
                diagnostics.add(messages.unknown_project(fact, _for_hint(names, diagnostics)))
    return found


def facts_of_department(
    department: DepartmentPlan, facts: Sequence[Fact], diagnostics: Diagnostics
) -> list[Fact]:
    """Leave out what cannot be recorded of a department, after a complaint: money, or all if it is bare."""
    if department.own is None:
        if facts and not department.lacks_budget:
            diagnostics.add(messages_reporting.fact_of_bare_department(facts[0], department))
        return []
    for fact in facts:
        if fact.own == "spent":
            diagnostics.add(messages_reporting.spent_of_department(fact, department))
    return [fact for fact in facts if fact.own != "spent"]


def _for_hint(names: Iterable[tuple[str, str]], diagnostics: Diagnostics) -> list[str]:
    """Names among which a near one is sought; none where there are complaints enough already."""
    if len(diagnostics) >= MOST_HINTS:
        return []
    return [name for pair in names for name in pair if name]
