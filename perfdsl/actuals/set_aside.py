"""Projects that an error keeps out of the plan, and what can be said of their facts all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from perfdsl.actuals.bind import bind
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.compile_plan import PlanCompiler
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scheme.names import Named, key, project_keys
from perfdsl.scheme.scheme import ProjectScheme, Scheme


def facts_of_plan(scheme: Scheme, plan: Plan, facts: Sequence[Fact]) -> Sequence[Fact]:
    """Leave out the facts of projects that errors keep out of the plan: they are not scored."""
    whole = len(plan.departments) == len(scheme.departments)
    if whole and len(plan.projects) == len(scheme.projects):
        return facts
    unplanned = _keys((*scheme.projects, *scheme.departments)) - _keys((*plan.projects, *plan.departments))
    return [fact for fact in facts if key(fact.project) not in unplanned]


def check_set_aside(
    scheme: Scheme, plan: Plan, facts: Sequence[Fact], diagnostics: Diagnostics, as_of: date | None
) -> None:
    """Tell what is wrong with the facts of projects that were read whole but are not in the plan."""
    planned = {project.place for project in plan.projects}
    rest = tuple(each for each in scheme.projects if each.scoring is not None and each.place not in planned)
    if not rest:
        return
    aside = PlanCompiler().compile(scheme._replace(projects=rest, departments=()))
    projects = tuple(each._replace(missing="pending") for each in aside.projects)
    known = _facts_to_check(rest, projects, plan)
    told = [fact for fact in facts if known(fact.project, "" if fact.own else fact.indicator)]
    found = Diagnostics()
    bind(aside._replace(projects=projects), told, found, as_of)
    # What a sheet's own formulas do wrong was told when it was checked.
    places = {place for fact in told for place in (fact.place, fact.indicator_place)}
    for diagnostic in found:
        if any(label.place in places for label in diagnostic.labels):
            diagnostics.add(diagnostic)


def _keys(projects: Iterable[Named]) -> set[str]:
    return {name for project in projects for name in project_keys(project)}


def _facts_to_check(
    rest: Sequence[ProjectScheme], compiled: Sequence[ProjectPlan], plan: Plan
) -> Callable[[str, str], bool]:
    """Tell whether a fact, by project and indicator, is of just one such project and a compiled line."""
    taken = _keys(plan.projects)
    claims = Counter(name for each in rest for name in project_keys(each) - {""})
    left_out: dict[str, set[str]] = {}
    for each, made in zip(rest, compiled, strict=True):
        lines = {key(line.name) for line in made.indicators}
        missing = {key(line.name) for line in each.indicators} - lines
        left_out |= dict.fromkeys(project_keys(each), missing)

    def known(project: str, indicator: str) -> bool:
        name = key(project)
        return claims[name] == 1 and name not in taken and key(indicator) not in left_out[name]

    return known
