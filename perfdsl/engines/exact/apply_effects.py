"""What the effects of rules make of points: lines left out, points off, limits, in this order.

Effects that may yet take place widen an interval: its low end is as if they did, its high end as if not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from perfdsl.engines.exact.fire_rules import Fired
from perfdsl.engines.exact.mark_idle import told_of
from perfdsl.engines.exact.round_points import add_up, round_score
from perfdsl.scheme.names import group_key, key, scope_word
from perfdsl.scheme.rubric_scheme import GradeBand, RoundingStep
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
    points = changed(line.points, changing)
    if points != line.points:  # the points of a level do not reach the next one's: they are not rounded anew
        points = round_score(points, line.weight, rounding)
    excluded = any(isinstance(each.effect, ast.Exclude) and each.certain for each in changing)
    before = line.points
    applied = tuple(told_of(each, lambda alone: changed(before, [alone]) != before) for each in changing)
    return line._replace(
        points=points,
        before=line.before or line.points,
        excluded=line.excluded or excluded,
        applied=(*line.applied, *applied),
    )


def limited(lines: Sequence[IndicatorScore], fired: Sequence[Fired]) -> Interval:
    """Add up the lines that count, each line and then each group of level 1 within its limits; not rounded.

    A limit whose name is that of a line is the line's, even where a group is called so too.
    """
    counted = [line for line in lines if not line.excluded]
    names = {key(line.name) for line in counted}
    caps = [each for each in fired if isinstance(each.effect, ast.Cap)]
    of_groups = [each for each in caps if key(_limits(each)) not in names]
    parts: dict[str, list[Interval]] = {}
    for line in counted:
        group = group_key(line.group[0]) if line.group else ""
        own = [each for each in caps if key(_limits(each)) == key(line.name)]
        parts.setdefault(group, []).append(changed(line.points, own))
    return add_up(
        [
            changed(add_up(some), [each for each in of_groups if group_key(_limits(each)) == group])
            for group, some in parts.items()
        ]
    )


def on_total(fired: Iterable[Fired]) -> list[Fired]:
    """Give the effects on the total itself: points off, and its limits."""
    return [each for each in fired if isinstance(each.effect, ast.Deduct) or _is_total(_limits(each))]


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


def worth_telling(fired: Sequence[Fired], lines: Sequence[IndicatorScore]) -> Iterator[Fired]:
    """Give the effects that a reader is told of: not those of a limit of nothing, or beside a tighter one."""
    counted = [line for line in lines if not line.excluded]
    groups = {group_key(line.group[0]) for line in counted if line.group}
    names = {key(line.name) for line in counted} | groups
    for each in fired:
        match each.effect:
            case ast.Told():
                continue
            case ast.Cap(what=what) if not _is_total(what) and not {key(what), group_key(what)} & names:
                continue
            case ast.Cap() if any(_is_tighter(other, each) for other in fired):
                continue
            case _:
                yield each


def conflicts(fired: Sequence[Fired]) -> Iterator[tuple[Fired, Fired]]:
    """Give the pairs of effects on one line of which one leaves out what the other takes points off."""
    out = [each for each in fired if isinstance(each.effect, ast.Exclude) and each.certain]
    changing = [each for each in fired if isinstance(each.effect, ast.Cap | ast.Deduct) and each.certain]
    yield from ((one, other) for one in out for other in changing)


def _is_tighter(one: Fired, other: Fired) -> bool:
    """Whether a limit of the same rule on the same, which takes place for certain, is lower."""
    same = one.rule.name == other.rule.name and one.certain and _limits(one) == _limits(other) != ""
    return same and one.amount is not None and (other.amount is None or one.amount.high < other.amount.low)


def _limits(fired: Fired) -> str:
    """Name of what an effect limits; empty where it is no limit."""
    return fired.effect.what if isinstance(fired.effect, ast.Cap) else ""


def _is_total(what: str) -> bool:
    return scope_word(what) == "total"
