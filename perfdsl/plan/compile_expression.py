"""Compiles an expression of one actual into pieces, symbolically and with exact fractions."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, assert_never

from perfdsl.diagnostic import Text
from perfdsl.plan.combine_pieces import (
    added,
    chosen_by,
    compared,
    divided,
    extreme,
    multiplied,
    negative,
    whole,
)
from perfdsl.plan.form import Form, NotACurve, number
from perfdsl.plan.piecewise import Pieces, combined, everywhere, mapped
from perfdsl.scheme.names import term
from perfdsl.syntax import ast
from perfdsl.units import Unit, find_unit

MOST_WORK = 4000
"""Pieces made on the way to one curve: it bounds the time that a hostile method takes."""

Scope = Mapping[str, Pieces[Any]]
HALF = everywhere(number(Fraction(1, 2)))
ZERO = everywhere(number(Fraction(0)))


class ExpressionCompiler:
    """Compiles expressions in a scope of names that are pieces already."""

    __slots__ = ("scope", "units", "work")

    def __init__(self, scope: Scope, units: Mapping[str, Unit]) -> None:
        """``scope``: term of a name → its pieces."""
        self.scope, self.units = scope, units
        self.work = 0

    def compile(self, expression: ast.Expr) -> Pieces[Any]:
        """Give the pieces of an expression; raises NotACurve where there are none, or too many."""
        pieces = self._compile(expression)
        self.work += len(pieces)
        if self.work > MOST_WORK:
            raise NotACurve(Text("式子太长", "the expression is too long"))
        if any(isinstance(piece.value, Form) and piece.value.too_long for piece in pieces):
            raise NotACurve(Text("数字太长", "its numbers are too long"))
        return pieces

    def _compile(self, expression: ast.Expr) -> Pieces[Any]:
        match expression:
            case ast.Number():
                unit = find_unit(expression.unit, self.units)
                return everywhere(number(Fraction(expression.value) * (unit.factor if unit else 1)))
            case ast.Name():
                return self._name(expression)
            case ast.Unary(op="not", operand=operand):
                return mapped(self.compile(operand), lambda truth: None if truth is None else not truth)
            case ast.Unary(operand=operand):
                return negative(self.compile(operand))
            case ast.Binary():
                return self._binary(expression)
            case ast.Call():
                return self._call(expression)
            case ast.Per():
                return self._per(expression)
            case _:
                assert_never(expression)

    def _name(self, name: ast.Name) -> Pieces[Any]:
        found = self.scope.get(term(name.name))
        if found is None:
            raise NotACurve(Text(f"用到另一个事实“{name.name}”", f"it uses another fact, “{name.name}”"))
        return found

    def _binary(self, expression: ast.Binary) -> Pieces[Any]:
        left, right = self.compile(expression.left), self.compile(expression.right)
        match expression.op:
            case "and":
                return combined(left, right, both)
            case "or":
                return combined(left, right, either)
            case "+":
                return added(left, right)
            case "-":
                return added(left, negative(right))
            case "*":
                return multiplied(left, right)
            case "/":
                return divided(left, right)
            case op:
                return compared(left, right, op)

    def _call(self, call: ast.Call) -> Pieces[Any]:
        arguments = [self.compile(argument) for argument in call.arguments]
        match call.function:
            case "min" | "max":
                best = arguments[0]
                for other in arguments[1:]:
                    best = extreme(best, other, 1 if call.function == "max" else -1)
                return best
            case "abs":
                return extreme(arguments[0], negative(arguments[0]), 1)
            case "floor":
                return whole(arguments[0])
            case "ceil":
                return negative(whole(negative(arguments[0])))
            case "round":
                return _rounded(arguments[0], call.arguments[1] if len(call.arguments) > 1 else None)
            case function:  # pragma: no cover - the units of methods refuse all others
                raise NotACurve(Text(f"用到函数 {function}", f"it uses the function {function}"))

    def _per(self, per: ast.Per) -> Pieces[Any]:
        count = divided(self.compile(per.measured), self.compile(per.step))
        if per.part == "floor":
            count = whole(count)
        elif per.part == "ceil":
            count = negative(whole(negative(count)))
        return multiplied(self.compile(per.amount), count)


def _rounded(pieces: Pieces[Any], places: ast.Expr | None) -> Pieces[Any]:
    """Round half away from zero: the whole part of half above, mirrored below zero."""
    scale = Fraction(10 ** int(places.value)) if isinstance(places, ast.Number) else Fraction(1)
    scaled = multiplied(pieces, everywhere(number(scale)))
    up = whole(added(scaled, HALF))
    down = negative(whole(added(negative(scaled), HALF)))
    chosen = chosen_by(compared(scaled, ZERO, ">="), up, down)
    return multiplied(chosen, everywhere(number(1 / scale)))


def both(a: bool | None, b: bool | None) -> bool | None:
    """``a 且 b`` from left to right: the right side is not looked at where the left is false."""
    return a and b if a is not None else None


def either(a: bool | None, b: bool | None) -> bool | None:
    """``a 或 b`` from left to right."""
    return a or b if a is not None else None
