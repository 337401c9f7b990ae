"""Points by goals: the lines of each goal together get the goal's share of all points of indicators.

Within a goal each line keeps its part. The weights of a goal are rounded like shares of a group
(``round_weights``): to whole steps of the rubric's last decimal place where all that the goal has is a whole
number of them, and not at all where it is none, so that nothing is won or lost.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_goals as messages
from perfdsl.scheme.read_goals import is_weighed, lines_of
from perfdsl.scheme.round_weights import places_of, round_shares
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.scheme.scheme import ProjectScheme

ZERO = Fraction(0)


def share_by_goals(
    project: ProjectScheme, rubric: RubricScheme, weights: Sequence[Fraction], diagnostics: Diagnostics
) -> tuple[Fraction, ...]:
    """Give the weights of the lines as goals make them; as they are where goals carry no weights."""
    if not is_weighed(project):
        return tuple(weights)
    points, found = sum(weights, ZERO), list(weights)
    for goal in project.goals:
        lines = lines_of(project, goal)
        before = sum((weights[at] for at in lines), ZERO)
        wanted = (goal.share or ZERO) * points
        if wanted and not before:
            if lines:
                diagnostics.add(messages.goal_without_points(goal.place, goal.name))
            return tuple(weights)
        for at in lines:
            found[at] = weights[at] * wanted / before if before else ZERO
        round_shares(found, lines, project.indicators, places_of(rubric))
    return tuple(found)
