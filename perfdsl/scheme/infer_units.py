"""The unit of every expression: what may be added, compared and divided, found before any number is known."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import assert_never

from perfdsl.diagnostic import Diagnostic
from perfdsl.scheme import messages_units as messages
from perfdsl.scheme.names import key
from perfdsl.scheme.read_aim import DATE, is_deadline
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in
from perfdsl.units import PURE, Dimension, Unit, comparable, find_unit

BOOL = Unit("是否", Fraction(1), Dimension((("bool", 1),)))
ANY = Unit("?", Fraction(1), Dimension((("any", 1),)))
"""The unit of a fact that nothing declares; it meets everything."""

POINTS = Unit("分", Fraction(1), Dimension((("point", 1),)))
DAYS = Unit("天", Fraction(1), Dimension((("day", 1),)))
MONTHS = Unit("个月", Fraction(1), Dimension((("month", 1),)))

Report = Callable[[Diagnostic], None]


class UnitInference:
    """Infers units in one scope; after a complaint the result is ANY, so that one mistake is told once."""

    __slots__ = ("report", "scope", "source", "units")

    def __init__(self, source: Source, scope: Mapping[str, Unit], units: Mapping[str, Unit], report: Report) -> None:
        """``scope``: key of a name → unit; ``units``: those that the files define."""
        self.source, self.scope, self.units, self.report = source, scope, units, report

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
                return self._compare(expression)
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
        return found

    def _number(self, number: ast.Number) -> Unit:
        unit = find_unit(number.unit, self.units)
        if unit is None:
            self.report(messages.unknown_unit(self.source.place(number.span), number.unit, self.units))
            return ANY
        return unit

    def _name(self, name: ast.Name) -> Unit:
        bare = key(name.name)
        word = names_in("scope").get(bare)
        found = self.scope.get(bare) or (self.scope.get(word) if word else None)
        if found is None:
            place = self.source.place(name.span)
            self.report(messages.no_such_value(place, name.name) if word else messages.unknown_name(place, name.name, self.scope))
            return ANY
        return found

    def _unary(self, expression: ast.Unary) -> Unit:
        if expression.op == "not":
            self.expect_bool(expression.operand)
            return BOOL
        unit = self._amount(expression.operand)
        if is_deadline(unit):
            self.report(messages.date_arithmetic(self.source.place(expression.span), "-"))
            return ANY
        return unit

    def _amount(self, expression: ast.Expr) -> Unit:
        """Infer, and complain of a condition where an amount is needed."""
        unit = self.infer(expression)
        if unit is BOOL:
            self.report(messages.condition_as_number(self.source.place(expression.span)))
            return ANY
        return unit

    def _meet(self, left: ast.Expr, right: ast.Expr, op: str) -> tuple[Unit, Unit] | None:
        """Infer two sides that must be of one kind; None after a complaint or where one may be anything."""
        one, other = self._amount(left), self._amount(right)
        if ANY in (one, other):
            return None
        if not comparable(one, other) and op not in {"+", "-"}:
            self.report(messages.units_differ(self.source, left, right, one, other))
            return None
        if one.dimension != other.dimension:
            self.report(messages.units_differ(self.source, left, right, one, other))
            return None
        return one, other

    def _sum(self, expression: ast.Binary) -> Unit:
        shifted = self._shifted_date(expression)
        if shifted is not None:
            return shifted
        pair = self._meet(expression.left, expression.right, expression.op)
        if pair is None:
            return ANY
        one, other = pair
        if is_deadline(one):
            if expression.op == "-":
                return DAYS if one.dimension == DATE.dimension else MONTHS
            self.report(messages.date_arithmetic(self.source.place(expression.span), "+"))
            return ANY
        flavours = {one.flavour, other.flavour}
        if flavours == {"ratio"}:
            return Unit("", one.factor, one.dimension) if expression.op == "-" else one
        return one if one.flavour else other if other.flavour else one

    def _shifted_date(self, expression: ast.Binary) -> Unit | None:
        """Read a date plus or minus days."""
        quiet = UnitInference(self.source, self.scope, self.units, lambda _: None)
        one, other = quiet.infer(expression.left), quiet.infer(expression.right)
        for moment, span in ((DATE, DAYS),):
            if one.dimension == moment.dimension and other.dimension == span.dimension:
                return one
        return None

    def _product(self, expression: ast.Binary) -> Unit:
        one, other = self._amount(expression.left), self._amount(expression.right)
        for unit in (one, other):
            if is_deadline(unit):
                self.report(messages.date_arithmetic(self.source.place(expression.span), expression.op))
                return ANY
        if ANY in (one, other):
            return ANY
        combined = one.dimension * other.dimension if expression.op == "*" else one.dimension / other.dimension
        return Unit("", Fraction(1), combined)

    def _compare(self, expression: ast.Binary) -> Unit:
        self._meet(expression.left, expression.right, expression.op)
        return BOOL

    def _call(self, call: ast.Call) -> Unit:
        wanted = {"min": (1, 16), "max": (1, 16), "abs": (1, 1), "floor": (1, 1), "ceil": (1, 1), "round": (1, 2)}
        least, most = wanted[call.function]
        if not least <= len(call.arguments) <= most:
            self.report(messages.argument_count(self.source.place(call.span), call.function, least, most))
            return ANY
        if call.function in {"min", "max"}:
            return self._extreme(call)
        unit = self._amount(call.arguments[0])
        if call.function == "abs" or unit is ANY:
            return unit
        if unit.dimension not in (PURE.dimension, POINTS.dimension):
            self.report(messages.rounding_needs_number(self.source.place(call.span), call.function, unit))
            return ANY
        if len(call.arguments) > 1 and not self._is_places(call.arguments[1]):
            self.report(messages.places_needed(self.source.place(call.arguments[1].span)))
        return unit

    def _extreme(self, call: ast.Call) -> Unit:
        unit = self._amount(call.arguments[0])
        for other in call.arguments[1:]:
            pair = self._meet(call.arguments[0], other, "compare")
            if pair is None:
                return ANY
        return unit

    def _is_places(self, argument: ast.Expr) -> bool:
        most = 6
        return isinstance(argument, ast.Number) and not argument.unit and argument.value in range(most + 1)

    def _per(self, per: ast.Per) -> Unit:
        if per.part is None:
            self.report(messages.part_of_step(self.source.place(per.span)))
        amount = self._amount(per.amount)
        self._meet(per.step, per.measured, "per")
        if isinstance(per.step, ast.Number) and per.step.value <= 0:
            self.report(messages.step_not_positive(self.source.place(per.step.span)))
        return amount
