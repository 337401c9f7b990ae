"""What each effect of a rule over the project takes off the total, in the engine's order."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.engines.exact.fire_rules import Fired, fire_on_project
from perfdsl.engines.exact.hold_to_rules import ANYTHING, total_after
from perfdsl.explain.line_in_hand import ProjectInHand
from perfdsl.scheme.names import key, scope_word
from perfdsl.syntax import ast

WHOLE = Fraction(100)
ZERO = Fraction(0)


class Taken(NamedTuple):
    """Points of the total that an effect takes for certain."""

    fired: Fired
    points: Fraction


def taken_by_rules(project: ProjectInHand) -> list[Taken]:
    """Say what each effect takes off the highest total that there can be.

    Of several limits of the same, the tightest takes all; the others take nothing and are not listed.
    """
    score, plan = project.score, project.plan
    before = score.before or score.total
    fired = fire_on_project(plan, score.indicators, before, project.known)
    names = {key(line.name) for line in score.indicators}
    effects = sorted(
        (each for each in fired if each.certain and each.amount is not None),
        key=lambda each: _rank(each, names),
    )
    left = min(before.high, left_by_lines(project)) if before == ANYTHING else before.high
    found = []
    for at, each in enumerate(effects, 1):
        total = min(left, total_after(plan, score.indicators, before, effects[:at]).high)
        if total != left:
            found.append(Taken(each, left - total))
        left = total
    return found


def _rank(fired: Fired, names: set[str]) -> tuple[int, Fraction]:
    """Limits of lines, then of groups, points off, and limits of the total; the tightest first."""
    if not isinstance(fired.effect, ast.Cap) or fired.amount is None:
        return 2, ZERO
    what = fired.effect.what
    return 3 if scope_word(what) == "total" else 0 if key(what) in names else 1, fired.amount.high


def left_by_lines(project: ProjectInHand) -> Fraction:
    """Give the highest total that the lines leave, before it is rounded."""
    counted = [line for line in project.score.indicators if not line.excluded]
    return WHOLE - scale_of(project) * sum((line.weight - line.points.high for line in counted), ZERO)


def scale_of(project: ProjectInHand) -> Fraction:
    """What the points of lines are multiplied by in the total: more than one, where some do not count."""
    lines = project.score.indicators
    counted = sum((line.weight for line in lines if not line.excluded), ZERO)
    return WHOLE / counted if counted and any(line.excluded for line in lines) else Fraction(1)
