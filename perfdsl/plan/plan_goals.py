"""From the goals of a sheet to those that its lines serve."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.plan.plan import GoalPlan
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme


def plan_goals(project: ProjectScheme, scored: Sequence[IndicatorScheme]) -> tuple[GoalPlan, ...]:
    """Give the goals that lines serve, in the order of the sheet; ``scored``: the lines of its plan."""
    lines: dict[str, list[int]] = {}
    for at, each in enumerate(scored):
        if each.serves:
            lines.setdefault(each.serves, []).append(at)
    # Of two goals of one name the lines serve the first.
    served = ((goal, lines.pop(key(goal.name), [])) for goal in project.goals if goal.name)
    return tuple(GoalPlan(goal.name, goal.text, goal.share, tuple(own)) for goal, own in served if own)
