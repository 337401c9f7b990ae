"""Adds up the points of the lines that serve each goal."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.engines.exact.round_points import add_up
from perfdsl.plan.plan import GoalPlan
from perfdsl.scorecard import GoalScore, IndicatorScore


def score_goals(goals: Sequence[GoalPlan], lines: Sequence[IndicatorScore]) -> tuple[GoalScore, ...]:
    """Give what the lines of each goal together are worth and got; those that are left out do not count."""
    return tuple(_score(goal, [lines[at] for at in goal.lines if not lines[at].excluded]) for goal in goals)


def _score(goal: GoalPlan, lines: Sequence[IndicatorScore]) -> GoalScore:
    weight = sum((line.weight for line in lines), Fraction(0))
    return GoalScore(goal.name, goal.text, goal.share, weight, add_up([line.points for line in lines]))
