"""What the words of a rule stand for, and whether its condition holds: yes, no, or not known yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Literal

from perfdsl.engines.exact.round_points import add_up
from perfdsl.plan.interpret import BINARY, Interpreter, Known, MissingFact
from perfdsl.scheme.names import group_key, indicator_term, key, scope_word
from perfdsl.scheme.rule_scope import NOTES
from perfdsl.scorecard import IndicatorScore, Interval
from perfdsl.syntax import ast
from perfdsl.units import Unit

Truth = Literal["yes", "no", "open", "undefined"]
"""Of a condition; ``undefined`` where it asks for a value that there cannot be, such as a ratio to zero."""


class RuleValues(Interpreter):
    """Evaluates the expressions of a rule over the scored lines of a project.

    ``scope``: term → value; a word that has no value for this line is None there, one that is not known yet
    is missing. ``line``: the one that is spoken of, in a rule over each indicator. ``within``: word → the
    points between which it lies, where it is missing.
    """

    __slots__ = ("line", "lines", "within")

    def __init__(
        self,
        scope: Mapping[str, Known],
        units: Mapping[str, Unit],
        lines: Sequence[IndicatorScore],
        line: IndicatorScore | None = None,
        within: Mapping[str, Interval] = {},
    ) -> None:
        """Take the lines of a project as scored so far."""
        super().__init__(scope, units)
        self.lines, self.line, self.within = lines, line, within

    def holds(self, condition: ast.Expr | None) -> Truth:
        """Say whether a condition holds; one that is not there always does."""
        match condition:
            case None:
                return "yes"
            case ast.Binary(op="and", left=left, right=right):
                return _first(("no", "undefined", "open"), self.holds(left), self.holds(right), "yes")
            case ast.Binary(op="or", left=left, right=right):
                return _first(("yes", "open", "undefined"), self.holds(left), self.holds(right), "no")
            case ast.Unary(op="not", operand=operand):
                return _NOT[self.holds(operand)]
            case other:
                return self._leaf(other)

    def _leaf(self, expression: ast.Expr) -> Truth:
        try:
            found = self.value(expression)
        except MissingFact:
            return self._between(expression)
        if found is None:
            return "undefined"
        return "yes" if found else "no"

    def _between(self, expression: ast.Expr) -> Truth:
        """Judge a comparison of points that are open by both their ends, where that settles it."""
        if not isinstance(expression, ast.Binary) or expression.op not in TURNED:
            return "open"
        for one, other, op in (
            (expression.left, expression.right, expression.op),
            (expression.right, expression.left, TURNED[expression.op]),
        ):
            points = self._open_points(one)
            if points is not None:
                return self._compare(points, op, other)
        return "open"

    def _open_points(self, expression: ast.Expr) -> Interval | None:
        """Give the ends of points that are open: 得分, 总分, 得分(一个指标或类别); None for anything else."""
        match expression:
            case ast.Name(name=name):
                return self.within.get(scope_word(name))
            case ast.Call(function="score", arguments=(ast.Name(name=name),)):
                lines = [each for each in self._lines_named(name) if not each.excluded]
                return add_up([each.points for each in lines]) if lines else None
        return None

    def _compare(self, points: Interval, op: str, other: ast.Expr) -> Truth:
        try:
            bound = self.value(other)
        except MissingFact:
            return "open"
        if bound is None:
            return "undefined"
        found = {BINARY[op](end, Fraction(bound)) for end in _ends(points, Fraction(bound))}
        inside = op == "=" and points.low < bound < points.high
        return "open" if len(found) > 1 or inside else "yes" if True in found else "no"

    def _call(self, call: ast.Call) -> Known:
        name = call.arguments[0]
        if not isinstance(name, ast.Name) or call.function not in _ASKS:
            return super()._call(call)
        match call.function:
            case "has" | "lacks":
                there = {group_key(each.group[0]) for each in self.lines if each.group}
                return (group_key(name.name) in there) == (call.function == "has")
            case "within":
                return self._within(name.name)
            case "filled" | "unfilled":
                return self._filled(name.name) == (call.function == "filled")
            case function:
                return self._of_lines(function, name.name)

    def _within(self, group: str) -> bool | None:
        if self.line is None:
            return None
        return group_key(group) in {group_key(part) for part in self.line.group}

    def _filled(self, name: str) -> bool | None:
        """Whether a line has a note, or a fact is recorded."""
        if name in NOTES:
            fact = None if self.line is None else self.line.fact
            return bool(fact and (fact.reason if name == "reason" else fact.evidence).strip())
        word = scope_word(name)
        return self.scope.get(word or indicator_term(name)) is not None

    def _of_lines(self, function: str, name: str) -> Known:
        """Look at a line, or at all of a group, by name; None where none of that name counts."""
        lines = self._lines_named(name)
        if not lines or (function in {"ratio", "met"} and len(lines) > 1):
            return None
        if function == "unreported":
            return any(each.attainment == "pending" for each in lines)
        lines = [each for each in lines if not each.excluded]
        if not lines:
            return None
        if function in {"ratio", "met"}:
            return _seen(lines[0], function)
        return sum((_seen_points(each, function) for each in lines), Fraction(0))

    def _lines_named(self, name: str) -> list[IndicatorScore]:
        """List the one line of a name, or all of a group of level 1."""
        named = [each for each in self.lines if key(each.name) == key(name)]
        if len(named) == 1:
            return named
        return [each for each in self.lines if each.group and group_key(each.group[0]) == group_key(name)]


def _ends(points: Interval, bound: Fraction) -> tuple[Fraction, Fraction]:
    """Give both ends; for one that is not reached, a point on the same side of the bound as all others."""
    if not points.high_open or bound < points.high:
        return points.low, points.high
    return points.low, (points.low + points.high) / 2


def _seen(line: IndicatorScore, function: str) -> Known:
    if line.attainment == "pending" or (function == "ratio" and line.ratio is None and line.score is None):
        raise MissingFact(line.name)
    return line.ratio if function == "ratio" else line.attainment == "met"


def _seen_points(line: IndicatorScore, function: str) -> Fraction:
    if function == "points":
        return line.weight
    if line.score is None:
        raise MissingFact(line.name)
    return line.score


def _first(order: tuple[Truth, ...], one: Truth, other: Truth, rest: Truth) -> Truth:
    """Give the first of an order that either is: what decides a condition of two parts."""
    return next((each for each in order if each in (one, other)), rest)


def amount_of(values: RuleValues, amount: ast.Expr, whole: Fraction) -> Interval | None:
    """Give an amount of points: open from nothing to the whole while a fact is missing, None if undefined."""
    try:
        found = values.value(amount)
    except MissingFact:
        return Interval(Fraction(0), whole)
    if found is None:
        return None
    points = max(Fraction(found), Fraction(0))
    return Interval(points, points)


TURNED = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "=": "="}
_NOT: dict[Truth, Truth] = {"yes": "no", "no": "yes", "open": "open", "undefined": "undefined"}
_ASKS = frozenset(
    {"has", "lacks", "within", "filled", "unfilled", "score", "points", "ratio", "met", "unreported"}
)
