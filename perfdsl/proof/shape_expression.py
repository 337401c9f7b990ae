"""What the build of an expression alone says of it, in one zone of actuals (``zones``)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.proof.shape import FULL, UNKNOWN, Shape, both_trends, negated, product, quotient, sum_of
from perfdsl.proof.zones import Zone, signs_of
from perfdsl.scheme.names import term
from perfdsl.syntax import ast
from perfdsl.units import PURE, Unit, find_unit

_BOUNDS = frozenset({"target", "lower", "upper"})
_FACTS = frozenset({"spent", "execution"})


class Ground(NamedTuple):
    """What is known where an expression stands: zone, operator, the signs of actuals and of targets.

    ``trend``: of the actual itself as it gets better: 1 where more is better in this zone, -1 where less
    is, 0 where there is only one, None where all are alike. ``sign``: of the target and its bounds (None:
    any). ``measured``: actuals are not below zero. ``constants``: terms of parameters that may be
    anything.
    """

    zone: Zone
    op: str
    trend: int | None
    sign: int | None
    measured: bool
    units: Mapping[str, Unit]
    execution: bool = False
    constants: frozenset[str] = frozenset()
    alike: bool = False


def shape_of(expression: ast.Expr, ground: Ground) -> Shape:
    """Give what is known of an amount."""
    match expression:
        case ast.Number():
            return _number(expression, ground)
        case ast.Name(name=name):
            return _name(term(name), ground)
        case ast.Unary(op="-", operand=operand):
            return negated(shape_of(operand, ground))
        case ast.Binary(op="+" | "-" | "*" | "/"):
            return _binary(expression, ground)
        case ast.Call():
            return _call(expression, ground)
        case ast.Per():
            count = quotient(shape_of(expression.measured, ground), shape_of(expression.step, ground))
            return product(shape_of(expression.amount, ground), count._replace(within=False, full=False))
    return UNKNOWN


def _number(number: ast.Number, ground: Ground) -> Shape:
    unit = find_unit(number.unit, ground.units)
    if unit is None:
        return UNKNOWN
    value = Fraction(number.value) * unit.factor
    share = unit.dimension == PURE.dimension
    within = value <= 0 or (share and value <= 1)
    known = value if ground.alike else None
    return Shape(value >= 0, value <= 0, within, share and value == 1, 0, known, known)


def _name(word: str, ground: Ground) -> Shape:
    if word in {"points", "full"}:
        return FULL
    if word == "shortfall":
        return Shape(low=True, high=ground.zone == "met", trend=0 if ground.zone == "met" else -1)
    if word in _BOUNDS:
        known = ground.sign
        return Shape(low=known is not None and known >= 0, high=known is not None and known <= 0, trend=0)
    if word == "budget":
        return Shape(low=True, trend=0)
    if word == "actual" or (word in _FACTS and ground.execution):
        return _actual(ground)
    return Shape(trend=0) if word in ground.constants else UNKNOWN


def _actual(ground: Ground) -> Shape:
    """The actual is above zero where it is not below a target that is, and the other way round."""
    sign, bound = ground.sign, "upper" if ground.op in {"<=", "<"} or ground.zone == "above" else "lower"
    signs = signs_of(bound, ground.zone, ground.op)
    above = sign is not None and sign >= 0 and -1 not in signs
    below = sign is not None and sign <= 0 and 1 not in signs
    return Shape(low=ground.measured or above, high=below, trend=ground.trend)


def _binary(expression: ast.Binary, ground: Ground) -> Shape:
    one, other = shape_of(expression.left, ground), shape_of(expression.right, ground)
    match expression.op:
        case "+":
            return sum_of(one, other)
        case "-":
            return _distance(expression, ground, sum_of(one, negated(other)))
        case "*":
            return product(one, other)
        case _:
            found = quotient(one, other)
            return found._replace(within=found.within or _is_part(expression, ground))


def _distance(expression: ast.Binary, ground: Ground, found: Shape) -> Shape:
    """``实际 - 目标值`` has a sign in each zone."""
    left, right = _word(expression.left), _word(expression.right)
    if left == "actual" and right in _BOUNDS:
        signs = signs_of(right, ground.zone, ground.op)
    elif right == "actual" and left in _BOUNDS:
        signs = frozenset(-sign for sign in signs_of(left, ground.zone, ground.op))
    else:
        return found
    low, high = -1 not in signs, 1 not in signs
    return found._replace(low=found.low or low, high=found.high or high, within=found.within or high)


def _is_part(expression: ast.Binary, ground: Ground) -> bool:
    """Whether a quotient is that of a smaller part by a whole above zero: 实际 / 目标值 below the target."""
    left, right = _word(expression.left), _word(expression.right)
    if ground.sign != 1:
        return False
    if left == "actual" and right in _BOUNDS:
        return 1 not in signs_of(right, ground.zone, ground.op)
    return right == "actual" and left in _BOUNDS and -1 not in signs_of(left, ground.zone, ground.op)


def _word(expression: ast.Expr) -> str:
    return term(expression.name) if isinstance(expression, ast.Name) else ""


def _call(call: ast.Call, ground: Ground) -> Shape:
    parts = [shape_of(argument, ground) for argument in call.arguments]
    match call.function:
        case "max" | "min":
            trend: int | None = parts[0].trend
            for each in parts[1:]:
                trend = both_trends(trend, each.trend)
            some, every = (any, all) if call.function == "max" else (all, any)
            full = all(each.full for each in parts)
            return Shape(
                some(p.low for p in parts),
                every(p.high for p in parts),
                every(p.within for p in parts),
                full,
                trend,
            )
        case "abs":
            one = parts[0]
            return (
                one._replace(least=None, most=None)
                if one.low
                else negated(one)
                if one.high
                else Shape(low=True)
            )
        case "floor":
            return parts[0]._replace(full=False, least=None, most=None)
        case "ceil" | "round":
            return parts[0]._replace(within=parts[0].high, full=False, least=None, most=None)
    return UNKNOWN
