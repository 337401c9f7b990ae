"""Writes the cases of a method as one number of z3, and as the truth that it is defined."""

from __future__ import annotations

import operator
from fractions import Fraction
from typing import Any, NamedTuple

from perfdsl.proof.inline import inlined
from perfdsl.proof.use import Use
from perfdsl.scheme.method_scope import units_of_call
from perfdsl.scheme.names import term
from perfdsl.syntax import ast
from perfdsl.units import find_unit

_PLAIN = {
    "+": operator.add, "-": operator.sub, "*": operator.mul,
    ">=": operator.ge, "<=": operator.le, ">": operator.gt, "<": operator.lt, "=": operator.eq,
}  # fmt: skip


class CannotEncode(Exception):  # noqa: N818 — a verdict: z3 is not asked
    """A method says something that z3 is not told of; the argument is the name."""


class Numbers(NamedTuple):
    """z3's names for what a method can see."""

    actual: Any
    low: Any
    high: Any
    weight: Any
    finished: Any | None


class Encoder:
    """Encodes expressions as pairs: a value, and whether it is defined."""

    def __init__(self, use: Use, numbers: Numbers, kinds: tuple[str, ...], z3: Any) -> None:  # noqa: ANN401
        """``kinds``: whether each case gives a share of the weight or points."""
        self.use, self.numbers, self.kinds, self.z3 = use, numbers, kinds, z3
        self.units = units_of_call(use.call, {})

    def points(self) -> tuple[Any, Any]:
        """Encode all cases, from the last up."""
        z3 = self.z3
        value, defined = z3.RealVal(0), z3.BoolVal(False)
        for case in reversed(inlined(self.use.call)):
            result, fine = self.encode(case.result)
            if self.kinds[case.number] == "share":
                result *= self.numbers.weight
            if case.condition is None:
                value, defined = result, fine
                continue
            holds, known = self.encode(case.condition)
            value = z3.If(holds, result, value)
            defined = z3.And(known, z3.If(holds, fine, defined))
        return value, defined

    def encode(self, expression: ast.Expr) -> tuple[Any, Any]:
        """Encode an expression: its value, and whether it has one."""
        z3 = self.z3
        match expression:
            case ast.Number():
                unit = find_unit(expression.unit, self.units)
                return self._real(Fraction(expression.value) * (unit.factor if unit else 1)), z3.BoolVal(True)
            case ast.Name(name=name):
                return self._name(term(name)), z3.BoolVal(True)
            case ast.Unary(op=op, operand=operand):
                value, fine = self.encode(operand)
                return (z3.Not(value) if op == "not" else -value), fine
            case ast.Binary():
                return self._binary(expression)
            case ast.Call():
                return self._call(expression)
            case ast.Per():
                return self._per(expression)
        raise CannotEncode(str(expression))

    def _real(self, value: Fraction) -> Any:  # noqa: ANN401
        return self.z3.Q(value.numerator, value.denominator)

    def _name(self, word: str) -> Any:  # noqa: ANN401
        z3, numbers, op = self.z3, self.numbers, self.use.op
        above = numbers.actual > numbers.low if op == ">" else numbers.actual >= numbers.low
        below = numbers.actual < numbers.high if op == "<" else numbers.actual <= numbers.high
        above = above if op in {">=", ">", "=", "in"} else z3.BoolVal(True)
        below = below if op in {"<=", "<", "=", "in"} else z3.BoolVal(True)
        lacking = numbers.low - numbers.actual if op in {">=", ">", "=", "in"} else self._real(Fraction(0))
        beyond = numbers.actual - numbers.high if op in {"<=", "<", "=", "in"} else self._real(Fraction(0))
        known = {
            "actual": numbers.actual, "target": numbers.low, "lower": numbers.low, "upper": numbers.high,
            "points": numbers.weight, "full": numbers.weight, "met": z3.And(above, below),
            "shortfall": z3.If(lacking > 0, lacking, z3.If(beyond > 0, beyond, 0)),
            "finished": numbers.finished,
        }  # fmt: skip
        if self.use.execution:
            known["execution"] = numbers.actual
        if known.get(word) is None:
            raise CannotEncode(word)
        return known[word]

    def _binary(self, expression: ast.Binary) -> tuple[Any, Any]:
        z3 = self.z3
        (a, fine), (b, also) = self.encode(expression.left), self.encode(expression.right)
        match expression.op:
            case "and":
                return z3.And(a, b), z3.And(fine, z3.Or(z3.Not(a), also))
            case "or":
                return z3.Or(a, b), z3.And(fine, z3.Or(a, also))
            case "/":
                return a / b, z3.And(fine, also, b != 0)
            case op:
                return _PLAIN[op](a, b), z3.And(fine, also)

    def _call(self, call: ast.Call) -> tuple[Any, Any]:
        z3 = self.z3
        parts = [self.encode(argument) for argument in call.arguments]
        fine = z3.And(*(each for _, each in parts))
        value = parts[0][0]
        match call.function:
            case "min" | "max":
                for other, _ in parts[1:]:
                    value = (
                        z3.If(value <= other, value, other)
                        if call.function == "min"
                        else z3.If(value >= other, value, other)
                    )
                return value, fine
            case "abs":
                return z3.If(value >= 0, value, -value), fine
            case "floor":
                return self._floor(value), fine
            case "ceil":
                return -self._floor(-value), fine
        raise CannotEncode(call.function)

    def _floor(self, value: Any) -> Any:  # noqa: ANN401
        return self.z3.ToReal(self.z3.ToInt(value))

    def _per(self, per: ast.Per) -> tuple[Any, Any]:
        (amount, a), (step, b), (measured, c) = map(self.encode, (per.amount, per.step, per.measured))
        count = measured / step
        if per.part == "floor":
            count = self._floor(count)
        elif per.part == "ceil":
            count = -self._floor(-count)
        return amount * count, self.z3.And(a, b, c, step != 0)
