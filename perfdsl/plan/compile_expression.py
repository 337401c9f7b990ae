"""Compiles an expression of one actual into pieces, symbolically and with exact fractions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, assert_never

from perfdsl.plan.form import Form, NotACurve, Steps, add, multiply, number
from perfdsl.plan.piecewise import Cut, Piece, Pieces, each, everywhere, overlay, split_by_sign
from perfdsl.scheme.names import key
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in
from perfdsl.units import Unit, find_unit

Value = Form | bool | None
"""A number, a truth value, or undefined (a division by zero)."""

Scope = Mapping[str, Pieces[Any]]

TESTS = {
    ">=": lambda sign: sign >= 0, "<=": lambda sign: sign <= 0, ">": lambda sign: sign > 0,
    "<": lambda sign: sign < 0, "=": lambda sign: sign == 0,
}  # fmt: skip


class ExpressionCompiler:
    """Compiles expressions in a scope of names that are pieces already."""

    __slots__ = ("scope", "units")

    def __init__(self, scope: Scope, units: Mapping[str, Unit]) -> None:
        """``scope``: key of a name, or English word of the scope table → its pieces."""
        self.scope, self.units = scope, units

    def compile(self, expression: ast.Expr) -> Pieces[Any]:
        """Give the pieces of an expression."""
        match expression:
            case ast.Number():
                unit = find_unit(expression.unit, self.units)
                return everywhere(number(Fraction(expression.value) * (unit.factor if unit else 1)))
            case ast.Name():
                return self._name(expression)
            case ast.Unary(op="not", operand=operand):
                return each(self.compile(operand), _negate)
            case ast.Unary(operand=operand):
                return each(self.compile(operand), lambda lo, hi, v: _one(lo, hi, v and v.scaled(Fraction(-1))))
            case ast.Binary():
                return self._binary(expression)
            case ast.Call():
                return self._call(expression)
            case ast.Per():
                return self._per(expression)
            case _:
                assert_never(expression)

    def _name(self, name: ast.Name) -> Pieces[Any]:
        bare = key(name.name)
        found = self.scope.get(bare) or self.scope.get(names_in("scope").get(bare, ""))
        if found is None:
            raise NotACurve(f"用到另一个事实“{name.name}” (it uses another fact)")
        return found

    def _binary(self, expression: ast.Binary) -> Pieces[Any]:
        left, right = self.compile(expression.left), self.compile(expression.right)
        match expression.op:
            case "and":
                return overlay(left, right, lambda lo, hi, a, b: _one(lo, hi, both(a, b)))
            case "or":
                return overlay(left, right, lambda lo, hi, a, b: _one(lo, hi, either(a, b)))
            case "+":
                return overlay(left, right, lambda lo, hi, a, b: _one(lo, hi, _sum(a, b)))
            case "-":
                return overlay(left, right, lambda lo, hi, a, b: _one(lo, hi, _difference(a, b)))
            case "*":
                return overlay(left, right, lambda lo, hi, a, b: _one(lo, hi, _product(a, b)))
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
                return extreme(arguments[0], each(arguments[0], lambda lo, hi, v: _one(lo, hi, v and v.scaled(Fraction(-1)))), 1)
            case "floor":
                return floored(arguments[0])
            case "ceil":
                return _negated(floored(_negated(arguments[0])))
            case _:
                return self._round(call, arguments)

    def _round(self, call: ast.Call, arguments: list[Pieces[Any]]) -> Pieces[Any]:
        """Round half away from zero: the floor of half above, mirrored below zero."""
        places = call.arguments[1] if len(call.arguments) > 1 else None
        scale = Fraction(10 ** int(places.value)) if isinstance(places, ast.Number) else Fraction(1)
        scaled = each(arguments[0], lambda lo, hi, v: _one(lo, hi, v and v.scaled(scale)))
        half = everywhere(number(Fraction(1, 2)))
        up = floored(overlay(scaled, half, lambda lo, hi, a, b: _one(lo, hi, _sum(a, b))))
        down = _negated(floored(overlay(_negated(scaled), half, lambda lo, hi, a, b: _one(lo, hi, _sum(a, b)))))
        above = compared(scaled, everywhere(number(Fraction(0))), ">=")
        chosen = chosen_by(above, up, down)
        return each(chosen, lambda lo, hi, v: _one(lo, hi, v and v.scaled(1 / scale)))

    def _per(self, per: ast.Per) -> Pieces[Any]:
        count = divided(self.compile(per.measured), self.compile(per.step))
        if per.part == "floor":
            count = floored(count)
        elif per.part == "ceil":
            count = _negated(floored(_negated(count)))
        return overlay(self.compile(per.amount), count, lambda lo, hi, a, b: _one(lo, hi, _product(a, b)))


def compared(left: Pieces[Any], right: Pieces[Any], op: str) -> Pieces[Any]:
    """Pieces of truth: where the left side stands so to the right."""
    test = TESTS[op]

    def meet(low: Cut | None, high: Cut | None, a: Value, b: Value) -> Iterator[Piece[Value]]:
        difference = _difference(a, b)
        if not isinstance(difference, Form):
            yield Piece(low, high, None)
            return
        for start, end, sign in split_by_sign(low, high, difference):
            yield Piece(start, end, None if sign is None else test(sign))

    return overlay(left, right, meet)


def extreme(left: Pieces[Any], right: Pieces[Any], direction: int) -> Pieces[Any]:
    """Give the greater (1) or the smaller (-1) of two sides, piece by piece."""

    def meet(low: Cut | None, high: Cut | None, a: Value, b: Value) -> Iterator[Piece[Value]]:
        difference = _difference(a, b)
        if not isinstance(difference, Form):
            yield Piece(low, high, None)
            return
        for start, end, sign in split_by_sign(low, high, difference):
            yield Piece(start, end, None if sign is None else a if sign * direction >= 0 else b)

    return overlay(left, right, meet)


def divided(left: Pieces[Any], right: Pieces[Any]) -> Pieces[Any]:
    """Divide; where the right side is zero the result is undefined."""

    def meet(low: Cut | None, high: Cut | None, a: Value, b: Value) -> Iterator[Piece[Value]]:
        if not isinstance(a, Form) or not isinstance(b, Form):
            yield Piece(low, high, None)
            return
        for start, end, sign in split_by_sign(low, high, b):
            yield Piece(start, end, multiply(a, b.inverted()) if sign else None)

    return overlay(left, right, meet)


def floored(pieces: Pieces[Any]) -> Pieces[Any]:
    """Take the whole part, downward."""

    def change(low: Cut | None, high: Cut | None, value: Value) -> Iterator[Piece[Value]]:
        if not isinstance(value, Form):
            yield Piece(low, high, None)
            return
        constant = value.constant
        if constant is not None:
            yield Piece(low, high, number(Fraction(constant // 1)))
        elif value.r or value.steps is not None:
            raise NotACurve("对分式取整 (the whole part of a quotient)")
        else:
            steps = Steps(value.p / value.s, value.q / value.s)
            yield Piece(low, high, Form(Fraction(1), Fraction(0), Fraction(0), Fraction(1), steps))

    return each(pieces, change)


def chosen_by(truth: Pieces[Any], yes: Pieces[Any], no: Pieces[Any]) -> Pieces[Any]:
    """Take one side where a condition holds and the other where it does not."""
    pairs = overlay(yes, no, lambda lo, hi, a, b: _one(lo, hi, (a, b)))
    return overlay(truth, pairs, lambda lo, hi, t, ab: _one(lo, hi, None if t is None else ab[0] if t else ab[1]))


def both(a: bool | None, b: bool | None) -> bool | None:
    """``a 且 b`` from left to right: the right side is not looked at where the left is false."""
    return a and b if a is not None else None


def either(a: bool | None, b: bool | None) -> bool | None:
    """``a 或 b`` from left to right."""
    return a or b if a is not None else None


def _one(low: Cut | None, high: Cut | None, value: Any) -> Iterator[Piece[Any]]:
    yield Piece(low, high, value)


def _negate(low: Cut | None, high: Cut | None, value: bool | None) -> Iterator[Piece[bool | None]]:
    yield Piece(low, high, None if value is None else not value)


def _negated(pieces: Pieces[Any]) -> Pieces[Any]:
    return each(pieces, lambda lo, hi, v: _one(lo, hi, v and v.scaled(Fraction(-1))))


def _sum(a: Value, b: Value) -> Value:
    return add(a, b) if isinstance(a, Form) and isinstance(b, Form) else None


def _difference(a: Value, b: Value) -> Value:
    return add(a, b.scaled(Fraction(-1))) if isinstance(a, Form) and isinstance(b, Form) else None


def _product(a: Value, b: Value) -> Value:
    return multiply(a, b) if isinstance(a, Form) and isinstance(b, Form) else None
