"""The cases of a call with its parameters put in, and what their expressions name and hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.plan.plan_method import expressions_of
from perfdsl.scheme.known_units import POINTS
from perfdsl.scheme.method_scope import units_of_call
from perfdsl.scheme.names import term, terms_used
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of
from perfdsl.units import Dimension, find_unit

COMPARISONS = frozenset({">=", "<=", ">", "<", "="})
TARGET_WORDS = frozenset({"target", "lower", "upper"})
LINE_WORDS = TARGET_WORDS | {"actual", "met", "shortfall", "spent", "execution"}
POINT_WORDS = frozenset({"points", "full"})


class InlinedCase(NamedTuple):
    """A case without parameters; ``number``: its place in the method, from 0."""

    number: int
    condition: ast.Expr | None
    result: ast.Expr


def inlined(call: MethodCall) -> tuple[InlinedCase, ...]:
    """Put what is given for parameters in their place."""
    given = {term(name): value for name, value in call.arguments}
    return tuple(
        InlinedCase(
            index,
            None if case.condition is None else _put_in(case.condition, given),
            _put_in(case.result, given),
        )
        for index, case in enumerate(call.method.cases)
    )


def _put_in(expression: ast.Expr, given: Mapping[str, ast.Expr]) -> ast.Expr:
    if not given:
        return expression
    match expression:
        case ast.Name(name=name):
            return given.get(term(name), expression)
        case ast.Unary(operand=operand):
            return expression.model_copy(update={"operand": _put_in(operand, given)})
        case ast.Binary(left=left, right=right):
            return expression.model_copy(
                update={"left": _put_in(left, given), "right": _put_in(right, given)}
            )
        case ast.Call(arguments=arguments):
            return expression.model_copy(update={"arguments": tuple(_put_in(a, given) for a in arguments)})
        case ast.Per(amount=amount, step=step, measured=measured):
            parts = {"amount": amount, "step": step, "measured": measured}
            return expression.model_copy(update={name: _put_in(part, given) for name, part in parts.items()})
    return expression


def walk(*expressions: ast.Expr | None) -> Iterator[ast.Expr]:
    """Give all parts of some expressions."""
    open_ones = [each for each in expressions if each is not None]
    while open_ones:
        each = open_ones.pop()
        yield each
        open_ones.extend(parts_of(each))


def words_of(call: MethodCall) -> set[str]:
    """Terms of all names that a call uses."""
    return terms_used(*expressions_of(call))


def literals(call: MethodCall, dimension: Dimension) -> list[Fraction]:
    """Numbers of a call in a dimension, in base units, but for a bare 0, which is nothing of any unit."""
    units = units_of_call(call, {})
    found = []
    for each in walk(*expressions_of(call)):
        if isinstance(each, ast.Number) and (each.unit or each.value):
            unit = find_unit(each.unit, units)
            if unit is not None and unit.dimension == dimension:
                found.append(Fraction(each.value) * unit.factor)
    return found


def point_literals(call: MethodCall) -> list[Fraction]:
    """Numbers of points (2分) that a call holds."""
    return literals(call, POINTS.dimension)


def conditions(cases: Iterable[InlinedCase]) -> list[ast.Expr]:
    """List the conditions of cases."""
    return [case.condition for case in cases if case.condition is not None]


def divisors(*expressions: ast.Expr | None) -> list[ast.Expr]:
    """List what is divided by."""
    found = []
    for each in walk(*expressions):
        if isinstance(each, ast.Binary) and each.op == "/":
            found.append(each.right)
        elif isinstance(each, ast.Per):
            found.append(each.step)
    return found
