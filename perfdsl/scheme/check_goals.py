"""Goals held against one another and against the indicators that serve them."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_goals as messages
from perfdsl.scheme.names import key
from perfdsl.scheme.read_goals import TO_BE_SERVED, goals_in, lines_of, share_of
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.syntax import ast


def check_goals(project: ProjectScheme, diagnostics: Diagnostics) -> None:
    """Complain of weights that do not come out, and of indicators that serve no goal, or an unknown one."""
    _check_weights(project, diagnostics)
    names = [goal.name for goal in project.goals if goal.name]
    known = {key(name) for name in names}
    weighed = any(goal.share is not None for goal in project.goals)
    for each in project.indicators:
        if each.serves and each.serves not in known:
            written = _written(each)
            place = each.source.place(written.span)
            diagnostics.add(messages.unknown_goal(place, written.goal, project.name, names))
        elif weighed and not each.serves:
            diagnostics.add(messages.serves_no_goal(each.place, each.name, names))
    for goal in project.goals if weighed else ():
        if goal.name and goal.share and not lines_of(project, goal):
            diagnostics.add(messages.goal_without_points(goal.place, goal.name))


def _check_weights(project: ProjectScheme, diagnostics: Diagnostics) -> None:
    """If goals carry weights, all of them do; each has a name of its own, and they make 100."""
    goals = list(goals_in(project.node))
    if all(goal.weight is None for goal in goals):
        return
    seen: dict[str, ast.Goal] = {}
    total, sound = Fraction(0), True
    for goal in goals:
        place, share = project.source.place(goal.span), share_of(goal)
        complaint = None
        if goal.role not in TO_BE_SERVED:
            complaint = None if share is None else messages.weight_of_whole(place)
        elif share is None:
            complaint = messages.goal_without_weight(place, goal.name or goal.text)
        elif goal.weight is not None and (goal.weight.points.unit not in {"", "分", "%"} or share < 0):
            complaint = messages.no_share(place, goal.weight.points.text)
        elif not goal.name:
            complaint = messages.goal_without_name(place)
        elif seen.setdefault(key(goal.name), goal) is not goal:
            complaint = messages.goal_twice(place, project.source.place(seen[key(goal.name)].span), goal.name)
        else:
            total += share
        if complaint is not None:
            sound = False
            diagnostics.add(complaint)
    if sound and total != 1:
        diagnostics.add(messages.goals_not_whole(project.place, project.name, 100 * total))


def _written(each: IndicatorScheme) -> ast.Serves:
    return next(clause for clause in each.node.clauses if isinstance(clause, ast.Serves))
