"""What changed of one line: its target, its points under the rubric, and the method that gives them."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diff.compare_aims import aim_meaning, sense_of_aims, shifts_of_aims
from perfdsl.diff.compare_curves import Weighed, compare_curves
from perfdsl.diff.difference import Change, Shift, Side
from perfdsl.diff.meaning import meaning_of
from perfdsl.diff.saying import Strictness, sense_of
from perfdsl.diff.sheets import Line
from perfdsl.exact import show_trimmed
from perfdsl.plan.plan import LevelPlan, MethodPlan
from perfdsl.scheme.known_units import POINTS
from perfdsl.scheme.method_scope import units_of_call
from perfdsl.scheme.names import key
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax import ast
from perfdsl.syntax.write_expression import ExpressionWriter


def compare_targets(old: Line, new: Line) -> Iterator[Change]:
    """Compare the targets of an indicator."""
    one, other = old.aim, new.aim
    if one is None or other is None:
        if one is not other:
            yield Change("target", "changed", _target(old), _target(new))
    elif aim_meaning(one) != aim_meaning(other):
        sense = sense_of_aims(one, other)
        yield Change("target", sense, _target(old), _target(new), by=shifts_of_aims(one, other))


def compare_points(old: Line, new: Line) -> Iterator[Change]:
    """Compare the points that a line is worth under the rubric, where it is scored on both sides."""
    if old.weight is None or new.weight is None or old.weight == new.weight:
        return
    shift = Shift(new.weight - old.weight, old.weight, POINTS)
    before, after = Side(show_trimmed(old.weight)), Side(show_trimmed(new.weight))
    yield Change("points", "changed", before, after, by=(shift,))


def compare_methods(old: Line, new: Line) -> Iterator[Change]:
    """Compare methods by the points that they give, where both sides aim at the same; else by their cases."""
    if old.call is None or new.call is None or call_meaning(old.call) == call_meaning(new.call):
        return
    sides = _method(old.call), _method(new.call)
    if _same_aim(old.aim, new.aim) and old.aim and old.method and new.method and old.weight and new.weight:
        if old.method.levels and new.method.levels:
            yield from _levels(old.method, new.method, sides)
            return
        one, other = Weighed(old.method, old.weight), Weighed(new.method, new.weight)
        curve = compare_curves(one, other, old.aim, from_zero=old.indicator is None)
        if curve is not None:
            if not curve.same:
                yield Change("method", curve.sense, *sides, curve=curve)
            return
    yield Change("method", "changed", *sides)


def call_meaning(call: MethodCall) -> object:
    """What a method does with what it is given, whatever it is called and in whatever words it is written."""
    units = units_of_call(call, {})
    parts = [part for case in call.method.cases for part in (case.condition, case.result)]
    arguments = tuple((key(name), meaning_of(value, units)) for name, value in call.arguments)
    return tuple(meaning_of(part, units) for part in (*parts, *call.method.levels)), arguments


def _same_aim(old: Aim | None, new: Aim | None) -> bool:
    return old is not None and new is not None and aim_meaning(old) == aim_meaning(new)


def _levels(old: MethodPlan, new: MethodPlan, sides: tuple[Side, Side]) -> Iterator[Change]:
    """Levels are easier where each allows no less than before; others than before only differ."""
    before, after = ({key(level.name): level for level in plan.levels} for plan in (old, new))
    if list(before) != list(after):
        yield Change("method", "changed", *sides)
        return
    if any(_band(before[name]) != _band(after[name]) for name in before):
        strict = [tuple(end for level in each.values() for end in _band(level)) for each in (before, after)]
        yield Change("method", sense_of(strict[0], strict[1]), *sides)


def _band(level: LevelPlan) -> Strictness:
    return (-level.low, 0), (-level.high, int(level.high_open))


def _target(line: Line) -> Side | None:
    if line.aim is None or line.indicator is None:
        return None
    return Side(line.aim.text, line.indicator.target_place)


def _method(call: MethodCall) -> Side:
    """A method with what it is given, where it is defined."""
    node, source = call.method.node, call.method.source
    defaults = {id(parameter.default) for parameter in node.parameters}
    given = [f"{name} = {_write(value)}" for name, value in call.arguments if id(value) not in defaults]
    text = f"{node.name}({', '.join(given)})" if given else node.name
    return Side(text, source.place(node.name_span))


def _write(value: ast.Expr) -> str:
    return ExpressionWriter("zh").write_sum(value)
