"""Projects that stay out of a plan, and what can be said of their facts all the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import ProjectScheme, Scheme


def unplanned(scheme: Scheme, plan: Plan) -> tuple[ProjectScheme, ...]:
    """List the projects that were read whole but that an error keeps out of the plan."""
    planned = {project.place for project in plan.projects}
    return tuple(each for each in scheme.projects if each.scoring is not None and each.place not in planned)


def facts_to_check(
    rest: Sequence[ProjectScheme], compiled: Sequence[ProjectPlan], plan: Plan
) -> Callable[[str, str], bool]:
    """Tell whether a fact, by project and indicator, is of just one such project and a compiled line."""
    taken = {key(name) for project in plan.projects for name in (project.code, project.name)}
    claims = Counter(name for each in rest for name in {key(each.code), key(each.name)} - {""})
    left_out: dict[str, set[str]] = {}
    for each, made in zip(rest, compiled, strict=True):
        lines = {key(line.name) for line in made.indicators}
        missing = {key(line.name) for line in each.indicators} - lines
        left_out |= dict.fromkeys({key(each.code), key(each.name)}, missing)

    def known(project: str, indicator: str) -> bool:
        name = key(project)
        return claims[name] == 1 and name not in taken and key(indicator) not in left_out[name]

    return known
