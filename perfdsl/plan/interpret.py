"""Reads a method's cases top-down with the numbers put in: for methods that are no curve, and as an oracle.

It shares no arithmetic with the curves: what both give must agree, and the tests make them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from math import ceil, floor
from typing import Any, NamedTuple, assert_never

from perfdsl.scheme.method_scope import units_of_call
from perfdsl.scheme.names import term
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax import ast
from perfdsl.units import Unit, find_unit

Known = Fraction | bool | None
"""A number or truth value; None where it is undefined."""


class MissingFact(Exception):  # noqa: N818 — not an error: the line is pending
    """A fact that the cases ask for has not been recorded; the argument is its name."""


class Interpreted(NamedTuple):
    """The case that decided (-1: none), and the points before rounding; None where they are undefined."""

    case: int
    points: Fraction | None
    clamped: bool = False


def interpret_method(
    call: MethodCall,
    weight: Fraction,
    kinds: tuple[str, ...],
    scope: Mapping[str, Known],
    units: Mapping[str, Unit],
) -> Interpreted:
    """Give the points of a method; raises MissingFact where a fact is missing that the case asks for.

    ``kinds``: for each case, whether it gives a share of the weight or points.
    """
    case, points = read_cases(call, weight, kinds, scope, units)
    if points is None:
        return Interpreted(case, None)
    kept = min(max(points, Fraction(0)), weight)
    return Interpreted(case, kept, kept != points)


def read_cases(
    call: MethodCall,
    weight: Fraction,
    kinds: tuple[str, ...],
    scope: Mapping[str, Known],
    units: Mapping[str, Unit],
) -> tuple[int, Fraction | None]:
    """Give the case that decides (-1: none) and its points, before 0 and the weight cut them off."""
    units = units_of_call(call, units)
    outer = Interpreter(scope, units)
    given = {term(name): outer.value(value) for name, value in call.arguments}
    interpreter = Interpreter({**scope, **given}, units)
    for index, case in enumerate(call.method.cases):
        holds = True if case.condition is None else interpreter.value(case.condition)
        if holds is None:
            return -1, None
        if holds:
            value = interpreter.value(case.result)
            return index, None if value is None else Fraction(value) * (
                weight if kinds[index] == "share" else 1
            )
    return -1, None


def scope_for(aim: Aim, weight: Fraction, actual: Fraction, others: Mapping[str, Known]) -> dict[str, Known]:
    """Names and numbers of a line: the actual, the target and its bounds, the points, and other facts."""
    scope: dict[str, Known] = dict(others)
    scope["points"] = scope["full"] = weight
    scope["met"] = is_met(aim, actual)
    if aim.op != "is":
        scope["actual"] = actual
        scope["shortfall"] = shortfall_of(aim, actual)
        bounds = {"lower": aim.low, "upper": aim.high, "target": aim.target}
        scope.update({name: bound for name, bound in bounds.items() if bound is not None})
    return scope


def shortfall_of(aim: Aim, actual: Fraction) -> Fraction:
    """How far an actual is from its target on the wrong side; zero where it is met."""
    below = Fraction(0) if aim.low is None else aim.low - actual
    above = Fraction(0) if aim.high is None else actual - aim.high
    return max(below, above, Fraction(0))


def is_met(aim: Aim, actual: Fraction) -> bool:
    """Whether an actual in base units meets a target, judged on exact values."""
    match aim.op:
        case ">":
            return aim.low is not None and actual > aim.low
        case "<":
            return aim.high is not None and actual < aim.high
        case _:
            return (aim.low is None or actual >= aim.low) and (aim.high is None or actual <= aim.high)


class Interpreter:
    """Evaluates expressions over known numbers."""

    __slots__ = ("scope", "units")

    def __init__(self, scope: Mapping[str, Known], units: Mapping[str, Unit]) -> None:
        """``scope``: term of a name → its value."""
        self.scope, self.units = scope, units

    def value(self, expression: ast.Expr) -> Known:
        """Give the value of an expression."""
        match expression:
            case ast.Number():
                unit = find_unit(expression.unit, self.units)
                return Fraction(expression.value) * (unit.factor if unit else 1)
            case ast.Name():
                return self._name(expression)
            case ast.Unary(op="not", operand=operand):
                found = self.value(operand)
                return None if found is None else not found
            case ast.Unary(operand=operand):
                return _negative(self.value(operand))
            case ast.Binary():
                return self._binary(expression)
            case ast.Call():
                return self._call(expression)
            case ast.Per():
                return self._per(expression)
            case _:
                assert_never(expression)

    def _name(self, name: ast.Name) -> Known:
        found = term(name.name)
        if found not in self.scope:
            raise MissingFact(name.name)
        return self.scope[found]

    def _binary(self, expression: ast.Binary) -> Known:
        left = self.value(expression.left)
        if expression.op == "and" and left is False:
            return False
        if expression.op == "or" and left is True:
            return True
        if left is None:
            return None
        right = self.value(expression.right)
        if right is None:
            return None
        if expression.op in {"and", "or"}:
            return right
        return BINARY[expression.op](Fraction(left), Fraction(right))

    def _call(self, call: ast.Call) -> Known:
        values = [self.value(argument) for argument in call.arguments]
        if any(value is None for value in values):
            return None
        return FUNCTIONS[call.function]([Fraction(value) for value in values if value is not None])

    def _per(self, per: ast.Per) -> Known:
        amount, step, measured = (self.value(each) for each in (per.amount, per.step, per.measured))
        if amount is None or measured is None or not step:
            return None
        count = Fraction(measured) / Fraction(step)
        if per.part == "floor":
            count = Fraction(floor(count))
        elif per.part == "ceil":
            count = Fraction(ceil(count))
        return Fraction(amount) * count


def round_half_away(value: Fraction, places: int) -> Fraction:
    """Round half away from zero."""
    scaled = abs(value) * 10**places
    whole = floor(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**places)


def _negative(value: Known) -> Known:
    return None if value is None else -Fraction(value)


BINARY: dict[str, Callable[[Fraction, Fraction], Known]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b if b else None,
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
    "=": lambda a, b: a == b,
}
FUNCTIONS: dict[str, Callable[[list[Any]], Fraction]] = {
    "min": min,
    "max": max,
    "abs": lambda a: abs(a[0]),
    "floor": lambda a: Fraction(floor(a[0])),
    "ceil": lambda a: Fraction(ceil(a[0])),
    "count": lambda a: Fraction(sum(a)),
    "round": lambda a: round_half_away(a[0], int(a[1]) if len(a) > 1 else 0),
}
