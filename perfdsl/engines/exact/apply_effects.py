"""What the effects of rules make of points: lines left out, points off, limits, in this order.

Effects that may yet take place widen an interval: its low end is as if they did, its high end as if not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from perfdsl.engines.exact.fire_rules import Fired
from perfdsl.engines.exact.round_points import round_interval, round_score
from perfdsl.scheme.names import group_key, key, scope_word
from perfdsl.scheme.scheme import GradeBand, RoundingStep
from perfdsl.scorecard import IndicatorScore, Interval
from perfdsl.syntax import ast

ZERO = Fraction(0)


def apply_to_line(
    line: IndicatorScore, fired: Sequence[Fired], rounding: RoundingStep | None
) -> IndicatorScore:
    """Give a line after the effects on it; the points that its method gave stay beside them."""
    changing = [each for each in fired if not isinstance(each.effect, ast.Told)]
    if not changing:
        return line
    points = round_score(changed(line.points, changing), line.weight, rounding)
    excluded = any(isinstance(each.effect, ast.Exclude) and each.certain for each in changing)
    applied = tuple(each.applied for each in changing)
    return line._replace(
        points=points,
        before=line.before or line.points,
        excluded=line.excluded or excluded,
        applied=(*line.applied, *applied),
    )


def apply_to_total(
    total: Interval,
    lines: Sequence[IndicatorScore],
    fired: Sequence[Fired],
    rounding: RoundingStep | None,
    scale: Fraction,
) -> Interval:
    """Give a total after limits of lines and groups, points off, and limits of the total itself.

    ``scale``: by how much points of a line grow in the total, where other lines are left out.
    """
    for each in fired:
        if isinstance(each.effect, ast.Cap) and not _is_total(each.effect):
            total = _without_excess(total, each, _named(lines, each.effect.what), scale)
    own = [
        e
        for e in fired
        if isinstance(e.effect, ast.Deduct) or (isinstance(e.effect, ast.Cap) and _is_total(e.effect))
    ]
    return round_interval(changed(total, own), rounding) if own else total


def changed(points: Interval, fired: Iterable[Fired]) -> Interval:
    """Take points off, then limit what is left; never below zero."""
    effects = list(fired)
    low, high, high_open = points
    for each in effects:
        if isinstance(each.effect, ast.Deduct) and each.amount is not None:
            low = low - each.amount.high
            high = high - each.amount.low if each.certain else high
    low, high = max(low, ZERO), max(high, ZERO)
    for each in effects:
        if isinstance(each.effect, ast.Cap) and each.amount is not None:
            low = min(low, each.amount.low)
            if each.certain and each.amount.high < high:
                high, high_open = each.amount.high, False
    return Interval(low, high, high_open and low != high)


def grades_after(
    possible: Sequence[str], grades: Sequence[GradeBand], fired: Iterable[Fired]
) -> tuple[str, ...]:
    """List the grades left under the limits of rules; those of a rubric stand from the best down."""
    names = [grade.name for grade in grades]
    left = set(possible)
    for each in fired:
        if isinstance(each.effect, ast.GradeCap) and each.effect.grade in names:
            best = names.index(each.effect.grade)
            lowered = {names[max(names.index(grade), best)] for grade in left}
            left = lowered if each.certain else left | lowered
    return tuple(name for name in names if name in left)


def conflicts(fired: Sequence[Fired]) -> Iterator[tuple[Fired, Fired]]:
    """Give the pairs of effects on one line of which one leaves out what the other takes points off."""
    out = [each for each in fired if isinstance(each.effect, ast.Exclude) and each.certain]
    changing = [each for each in fired if isinstance(each.effect, ast.Cap | ast.Deduct) and each.certain]
    yield from ((one, other) for one in out for other in changing)


def _without_excess(
    total: Interval, fired: Fired, lines: Sequence[IndicatorScore], scale: Fraction
) -> Interval:
    """Take off a total what some of its lines have above their limit."""
    if fired.amount is None or not lines:
        return total
    low = sum((line.points.low for line in lines), ZERO)
    high = sum((line.points.high for line in lines), ZERO)
    at_low = max(ZERO, low - fired.amount.low) * scale
    at_high = max(ZERO, high - fired.amount.high) * scale if fired.certain else ZERO
    return Interval(max(ZERO, total.low - at_low), max(ZERO, total.high - at_high), total.high_open)


def _named(lines: Sequence[IndicatorScore], what: str) -> list[IndicatorScore]:
    counted = [line for line in lines if not line.excluded]
    named = [line for line in counted if key(line.name) == key(what)]
    return named or [line for line in counted if line.group and group_key(line.group[0]) == group_key(what)]


def _is_total(cap: ast.Cap) -> bool:
    return scope_word(cap.what) == "total"
