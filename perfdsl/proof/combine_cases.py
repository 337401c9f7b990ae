"""What the cases of a method come to together, read from the last up.

A case and the rest below it never fall as the actual gets better if neither does, and the case takes the
better actuals and gives at least as much, or takes the worse ones and gives at most as much: where it gives
the full score or nothing, or a number beside other numbers, that is plain.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from perfdsl.proof.inline import COMPARISONS, InlinedCase
from perfdsl.proof.shape import UNKNOWN, Shape, negated, sum_of
from perfdsl.proof.shape_expression import Ground, shape_of
from perfdsl.scheme.infer_units import is_zero
from perfdsl.scheme.names import term
from perfdsl.syntax import ast
from perfdsl.units import Unit, find_unit

_RISES = {">=": 1, ">": 1, "<=": -1, "<": -1}
"""How a comparison stands as the difference of its sides rises."""


def shape_of_cases(cases: list[InlinedCase], ground: Ground) -> Shape:
    """Give what is known of the points of these cases."""
    if not cases or cases[-1].condition is not None:
        return UNKNOWN
    rest = shape_of(cases[-1].result, ground)
    for case in reversed(cases[:-1]):
        assert case.condition is not None  # noqa: S101 — only the last has none
        rest = _either(_trend_of(case.condition, ground), shape_of(case.result, ground), rest)
    return rest


def _either(condition: int | None, one: Shape, rest: Shape) -> Shape:
    """Shape of a case with the rest below it; ``condition``: as ``_trend_of`` gives it."""
    least = None if one.least is None or rest.least is None else min(one.least, rest.least)
    most = None if one.most is None or rest.most is None else max(one.most, rest.most)
    low, high = one.low and rest.low, one.high and rest.high
    both = Shape(low, high, one.within and rest.within, one.full and rest.full, None, least, most)
    if both.full:
        return both._replace(trend=0)
    above, below = at_least(one, rest), at_least(rest, one)
    orderly = condition == 0 or (condition == 1 and above) or (condition == -1 and below)
    if not orderly or one.trend is None or rest.trend is None or one.trend * rest.trend < 0:
        return both
    if condition == 0:
        return both._replace(trend=one.trend or rest.trend)
    return both._replace(trend=1) if min(one.trend, rest.trend) >= 0 else both


def at_least(one: Shape, other: Shape) -> bool:
    """Whether one surely gives no less than the other."""
    if one.least is not None and other.most is not None and one.least >= other.most:
        return True
    return (one.full and other.within) or (one.low and other.high)


def _trend_of(condition: ast.Expr, ground: Ground) -> int | None:
    """Say for which actuals a condition holds if it does for one: 1 all better, -1 all worse, 0 all.

    None where that is not known.
    """
    match condition:
        case ast.Name(name=name):
            if term(name) == "met":
                return 1 if ground.zone == "all" else 0
            return 0 if term(name) == "finished" else None
        case ast.Unary(op="not", operand=operand):
            trend = _trend_of(operand, ground)
            return None if trend is None else -trend
        case ast.Binary(op="and" | "or", left=left, right=right):
            one, other = _trend_of(left, ground), _trend_of(right, ground)
            return None if one is None or other is None or one * other < 0 else one or other
        case ast.Binary(left=left, right=right) if condition.op in COMPARISONS:
            trend = sum_of(shape_of(left, ground), negated(shape_of(right, ground))).trend
            return trend if not trend else trend * _RISES[condition.op] if condition.op in _RISES else None
    return None


def without_idle(cases: list[InlinedCase], ground: Ground) -> list[InlinedCase]:
    """Leave out conditions that the build of their two sides alone decides."""
    kept: list[InlinedCase] = []
    for case in cases:
        if case.condition is not None and _is_plain(case.condition, ground):
            return [*kept, case._replace(condition=None)]
        kept.append(case)
    return kept


def _is_plain(condition: ast.Expr, ground: Ground) -> bool:
    """Whether a comparison always holds: that of a distance of zero with a number above it does."""
    if not isinstance(condition, ast.Binary) or condition.op not in {">=", "<="}:
        return False
    left, right = condition.left, condition.right
    if condition.op == ">=":
        left, right = right, left
    return sum_of(shape_of(left, ground), negated(shape_of(right, ground))).high


def are_alike(cases: Sequence[InlinedCase], units: Mapping[str, Unit]) -> bool:
    """Whether numbers that are results are all shares or all points: of 20% and 0.5分 neither is more."""
    numbers = [case.result for case in cases if isinstance(case.result, ast.Number)]
    found = [find_unit(each.unit, units) for each in numbers if not is_zero(each)]
    return len({unit.dimension for unit in found if unit is not None}) <= 1
