"""Where the points of a total went that no line lost: taken by rules over the project, or by rounding."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.engines.exact.hold_to_rules import ANYTHING
from perfdsl.explain.feed_back import Trial
from perfdsl.explain.find_lift import find_lift
from perfdsl.explain.line_in_hand import ProjectInHand
from perfdsl.explain.taken_by_rules import Taken, left_by_lines, taken_by_rules
from perfdsl.explain.told import LossTold
from perfdsl.explain.trace_effects import trace_effects
from perfdsl.syntax import ast


def trace_losses(project: ProjectInHand, trial: Trial) -> tuple[LossTold, ...]:
    """Say what the total lacks besides what its lines lost, so that all of it is what is missing to 100."""
    before = project.score.before or project.score.total
    rounded = Fraction(0) if before == ANYTHING else left_by_lines(project) - before.high
    told = [LossTold("rounding", rounded)] if rounded else []
    return (*told, *(_told(each, project, trial) for each in taken_by_rules(project)))


def _told(taken: Taken, project: ProjectInHand, trial: Trial) -> LossTold:
    fired = taken.fired
    (effect,) = trace_effects((fired.applied,), project.plan.rules, project.scheme)
    lift = find_lift(project, fired.rule.name, trial)
    return LossTold("off" if isinstance(fired.effect, ast.Deduct) else "limit", taken.points, effect, lift)
