"""Looks at the bands of one 预警 line from the left: which of them can never shine, and what none covers.

Between two neighbouring bounds nothing changes, so one value between them stands for all: the bounds, a value
between each two, one below and one above them all are the whole line.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_monitoring as messages
from perfdsl.scheme.monitoring import LightRule
from perfdsl.source import Place
from perfdsl.syntax import ast

ZERO = Fraction(0)


def check_lights(
    subject: ast.LightSubject, rules: Sequence[LightRule], place: Place, diagnostics: Diagnostics
) -> None:
    """Complain of bands that never shine, of values without a light, and of one light twice in a row."""
    reached: set[int] = set()
    is_gap = False
    for value in samples(rules):
        for met in (True, False):
            at = next((at for at, rule in enumerate(rules) if shines(rule, value, met=met)), None)
            is_gap |= at is None
            reached |= set() if at is None else {at}
    for at, rule in enumerate(rules):
        if at not in reached:
            diagnostics.add(messages.never_shines(rule.place, rules[:at], rule))
    if is_gap:
        diagnostics.add(messages.bands_leave_a_gap(place, subject))
    for before, rule in pairwise(rules):
        if before.light == rule.light and not before.met and not rule.met:
            diagnostics.add(messages.light_twice(rule.place, before.place, rule.light))


def shines(rule: LightRule, value: Fraction, *, met: bool) -> bool:
    """Whether a band holds of a ratio, or of a target that is met or not."""
    if rule.met:
        return met
    match rule.op:
        case None:
            return True
        case "<":
            return value < rule.bound
        case "<=":
            return value <= rule.bound
        case ">":
            return value > rule.bound
        case ">=":
            return value >= rule.bound
        case "=":
            return value == rule.bound


def samples(rules: Sequence[LightRule]) -> list[Fraction]:
    """Values that stand for all ratios from nothing up."""
    bounds = sorted({rule.bound for rule in rules if rule.op is not None})
    if not bounds:
        return [ZERO]
    between = [(low + high) / 2 for low, high in pairwise(bounds)]
    below = [bounds[0] / 2, ZERO] if bounds[0] > 0 else []
    return [value for value in (*below, *bounds, *between, bounds[-1] + 1) if value >= 0]
