"""The goals of a sheet that indicators may serve: by name, each with the weight that it declares."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import GoalScheme, ProjectScheme
from perfdsl.source import Source
from perfdsl.syntax import ast

WHOLE = Fraction(100)
TO_BE_SERVED = frozenset({"goal", "area"})
"""Kinds of goals that an indicator may serve; 总体目标 is all of them together, 措施 is none."""


def read_goals(node: ast.Project, source: Source) -> tuple[GoalScheme, ...]:
    """List the goals that have a name or a weight, in order."""
    return tuple(
        GoalScheme(goal.name, goal.text, share_of(goal), source.place(goal.span))
        for goal in goals_in(node)
        if goal.role in TO_BE_SERVED and (goal.name or goal.weight is not None)
    )


def goals_in(node: ast.Project) -> Iterator[ast.Goal]:
    """List all goals of a project as written."""
    return (part for part in node.parts if isinstance(part, ast.Goal))


def share_of(goal: ast.Goal) -> Fraction | None:
    """Give the weight of a goal, of 1: ``60``, ``60分`` and ``60%`` are one; None where it has none."""
    return None if goal.weight is None else Fraction(goal.weight.points.value) / WHOLE


def is_weighed(project: ProjectScheme) -> bool:
    """Whether the points of a sheet are shared out by goals, and nothing stands in the way of that."""
    shares = [goal.share for goal in project.goals if goal.share is not None]
    names = {key(goal.name) for goal in project.goals if goal.share is not None}
    complete = bool(shares) and len(names) == len(shares) and sum(shares) == 1 and min(shares) >= 0
    return complete and all(each.serves in names for each in project.indicators)


def lines_of(project: ProjectScheme, goal: GoalScheme) -> list[int]:
    """List the indices of the indicators that serve a goal."""
    return [at for at, each in enumerate(project.indicators) if each.serves and each.serves == key(goal.name)]
