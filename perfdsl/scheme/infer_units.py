"""The unit of every expression: what may be added, compared and divided, found before any number is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from fractions import Fraction
from typing import assert_never

from perfdsl.diagnostic import Diagnostic
from perfdsl.scheme import messages_units as messages
from perfdsl.scheme.known_units import ANY, BOOL, DATE, DAYS, MONTHS, POINTS, RATIO, is_deadline
from perfdsl.scheme.names import scope_word, term
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.units import PURE, Unit, comparable, find_unit

Report = Callable[[Diagnostic], None]
Side = tuple[ast.Expr, Unit]
"""An operand and its unit."""

MOST_PLACES = 6
ARGUMENTS = {"min": (1, 16), "max": (1, 16), "abs": (1, 1), "floor": (1, 1), "ceil": (1, 1), "round": (1, 2)}
PLAIN = frozenset(ARGUMENTS)
"""Functions that every expression may use."""

RULES = frozenset(
    {"has", "lacks", "within", "filled", "unfilled", "score", "points", "ratio", "met", "unreported", "count"}
)
"""Functions of rules; formulas have count too."""

_SCORED = frozenset({"score", "total"})
"""Words that only rules have: points beside which a bare number is one of points."""

_OF_LINES = {"score": POINTS, "points": POINTS, "ratio": RATIO}


class UnitInference:
    """Infers units in one scope; after a complaint the result is ANY, so that one mistake is told once."""

    __slots__ = ("functions", "report", "scope", "source", "units")

    def __init__(
        self,
        source: Source,
        scope: Mapping[str, Unit],
        units: Mapping[str, Unit],
        report: Report,
        functions: AbstractSet[str] = PLAIN,
    ) -> None:
        """``scope``: term of a name → unit; ``units``: those of the files; ``functions``: allowed here."""
        self.source, self.scope, self.units, self.report = source, scope, units, report
        self.functions = functions

    def infer(self, expression: ast.Expr) -> Unit:
        """Give the unit of an expression."""
        match expression:
            case ast.Number():
                return self._number(expression)
            case ast.Name():
                return self._name(expression)
            case ast.Unary():
                return self._unary(expression)
            case ast.Binary(op="and" | "or"):
                self.expect_bool(expression.left)
                self.expect_bool(expression.right)
                return BOOL
            case ast.Binary(op="+" | "-"):
                return self._sum(expression)
            case ast.Binary(op="*" | "/"):
                return self._product(expression)
            case ast.Binary():
                self._compare(expression.left, expression.right)
                return BOOL
            case ast.Call():
                return self._call(expression)
            case ast.Per():
                return self._per(expression)
            case _:
                assert_never(expression)

    def expect_bool(self, expression: ast.Expr) -> None:
        """Complain of a condition that is no condition."""
        found = self.infer(expression)
        if found not in (BOOL, ANY):
            self.report(messages.not_condition(self.source.place(expression.span), found))

    def expect_score(self, expression: ast.Expr) -> Unit:
        """Complain of a result that is neither a share of the weight nor points."""
        found = self.infer(expression)
        fits = found is ANY or found.dimension in (PURE.dimension, POINTS.dimension)
        if not fits or found.flavour == "difference":
            self.report(messages.not_score(self.source.place(expression.span), found))
        elif isinstance(expression, ast.Number) and not expression.unit and expression.value > 1:
            self.report(messages.bare_score(self.source.place(expression.span), expression.text))
        return found

    def amount(self, expression: ast.Expr) -> Unit:
        """Infer, and complain of a condition where an amount is needed."""
        unit = self.infer(expression)
        if unit is BOOL:
            self.report(messages.condition_as_number(self.source.place(expression.span)))
            return ANY
        return unit

    def _number(self, number: ast.Number) -> Unit:
        unit = find_unit(number.unit, self.units)
        if unit is None:
            self.report(messages.unknown_unit(self.source.place(number.span), number.unit, self.units))
            return ANY
        return unit

    def _name(self, name: ast.Name) -> Unit:
        found = self.scope.get(term(name.name))
        if found is not None:
            return found
        place = self.source.place(name.span)
        if scope_word(name.name) and self.functions != PLAIN:
            self.report(messages.no_such_word(place, name.name, self.scope))
        elif scope_word(name.name):
            self.report(messages.no_such_value(place, name.name))
        else:
            self.report(messages.unknown_name(place, name.name, self.scope))
        return ANY

    def _unary(self, expression: ast.Unary) -> Unit:
        if expression.op == "not":
            self.expect_bool(expression.operand)
            return BOOL
        unit = self.amount(expression.operand)
        return self._no_date(expression, "-") if is_deadline(unit) else unit

    def _no_date(self, expression: ast.Expr, op: str) -> Unit:
        self.report(messages.date_arithmetic(self.source.place(expression.span), op))
        return ANY

    def _sum(self, expression: ast.Binary) -> Unit:
        left, right = expression.left, expression.right
        one, other = self.amount(left), self.amount(right)
        if ANY in (one, other):
            return ANY
        if one.dimension == DATE.dimension and other.dimension == DAYS.dimension:
            return one
        if is_zero(left) != is_zero(right) and not is_deadline(one) and not is_deadline(other):
            return other if is_zero(left) else one
        if one.dimension != other.dimension:
            self.report(messages.units_differ(self.source, (left, one), (right, other)))
            return ANY
        if is_deadline(one):
            between = DAYS if one.dimension == DATE.dimension else MONTHS
            return between if expression.op == "-" else self._no_date(expression, "+")
        if one.flavour == other.flavour == "ratio":
            return Unit("", one.factor, one.dimension) if expression.op == "-" else one
        return other if other.flavour and not one.flavour else one

    def _product(self, expression: ast.Binary) -> Unit:
        one, other = self.amount(expression.left), self.amount(expression.right)
        if is_deadline(one) or is_deadline(other):
            return self._no_date(expression, expression.op)
        if ANY in (one, other):
            return ANY
        multiplied = expression.op == "*"
        combined = one.dimension * other.dimension if multiplied else one.dimension / other.dimension
        return Unit("", Fraction(1), combined)

    def _compare(self, left: ast.Expr, right: ast.Expr) -> None:
        self._agree((left, self.amount(left)), (right, self.amount(right)))

    def _agree(self, one: Side, other: Side) -> bool:
        """Complain of two sides of which neither is more; a bare zero is nothing of any kind."""
        (left, of_left), (right, of_right) = one, other
        if ANY in (of_left, of_right) or comparable(of_left, of_right):
            return True
        if (is_zero(left) or is_zero(right)) and not is_deadline(of_left) and not is_deadline(of_right):
            return True
        if _SCORED & self.scope.keys() and (_is_points(one, other) or _is_points(other, one)):
            return True
        self.report(messages.units_differ(self.source, one, other))
        return False

    def _call(self, call: ast.Call) -> Unit:
        if call.function not in self.functions:
            self.report(messages.only_in_rules(self.source.place(call.span), call.function))
            return ANY
        if call.function in RULES:
            return self._asked(call)
        least, most = ARGUMENTS[call.function]
        if not least <= len(call.arguments) <= most:
            self.report(messages.argument_count(self.source.place(call.span), call.function, least, most))
            return ANY
        if call.function in {"min", "max"}:
            return self._extreme(call.arguments)
        unit = self.amount(call.arguments[0])
        if len(call.arguments) > 1 and not is_places(call.arguments[1]):
            self.report(messages.places_needed(self.source.place(call.arguments[1].span)))
        if unit is ANY:
            return ANY
        if call.function == "abs":
            return self._no_date(call, "abs") if is_deadline(unit) else unit
        if unit.dimension not in (PURE.dimension, POINTS.dimension):
            self.report(messages.rounding_needs_number(self.source.place(call.span), call.function, unit))
            return ANY
        return unit

    def _asked(self, call: ast.Call) -> Unit:
        """Infer what a rule asks of lines, groups and facts: ``得分(甲)``, ``有 成本指标``."""
        if call.function == "count":
            for argument in call.arguments:
                self.expect_bool(argument)
            return PURE
        if len(call.arguments) != 1 or not isinstance(call.arguments[0], ast.Name):
            self.report(messages.name_needed(self.source.place(call.span), call.function))
            return ANY
        return _OF_LINES.get(call.function, BOOL)

    def _extreme(self, arguments: tuple[ast.Expr, ...]) -> Unit:
        sides = [(argument, self.amount(argument)) for argument in arguments]
        model = next((side for side in sides if not is_zero(side[0])), sides[0])
        agree = [self._agree(model, side) for side in sides if side is not model]
        return model[1] if all(agree) and all(unit is not ANY for _, unit in sides) else ANY

    def _per(self, per: ast.Per) -> Unit:
        if per.part is None:
            self.report(messages.part_of_step(self.source.place(per.span)))
        amount = self.amount(per.amount)
        self._compare(per.step, per.measured)
        if isinstance(per.step, ast.Number) and per.step.value <= 0:
            self.report(messages.step_not_positive(self.source.place(per.step.span)))
        return amount


def _is_points(bare: Side, points: Side) -> bool:
    """Whether a bare number stands beside points, as rules are printed: 总分 < 60."""
    expression, unit = bare
    plain = isinstance(expression, ast.Number) and unit == PURE
    return plain and points[1].dimension == POINTS.dimension


def is_zero(expression: ast.Expr) -> bool:
    """Whether an expression is a bare 0, which is nothing of any unit."""
    return isinstance(expression, ast.Number) and not expression.unit and expression.value == 0


def is_places(argument: ast.Expr) -> bool:
    """Whether an expression is a number of decimal places."""
    return isinstance(argument, ast.Number) and not argument.unit and argument.value in range(MOST_PLACES + 1)
