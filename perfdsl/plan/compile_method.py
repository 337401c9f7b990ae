"""Compiles a method, for one target and weight, into its score curve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any, NamedTuple

from perfdsl.plan.combine_pieces import added, compared, extreme, negative
from perfdsl.plan.compile_expression import ZERO, ExpressionCompiler, both
from perfdsl.plan.curve import UNDEFINED, Curve, Segment
from perfdsl.plan.form import ACTUAL, Form, add, number
from perfdsl.plan.piecewise import Cut, Piece, Pieces, combined, each, everywhere, split_by_sign
from perfdsl.scheme.method_scope import units_of_call
from perfdsl.scheme.names import term
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import Aim
from perfdsl.units import Unit

Taken = tuple[int, Form | None]
"""Index of a case and its value there; None: undefined."""

CutOff = tuple[int, Form | None, bool]
"""The same, with whether the value was cut off at zero or at the weight."""

TRUE: Pieces[Any] = (Piece(None, None, True),)


class Setting(NamedTuple):
    """All that is known of a line before its actual is.

    ``kinds``: for each case, whether it gives a share of the weight or points. ``known``: English word of the
    scope table → its number (budget, baseline). ``multiples``: words that stand for the actual times a number
    (执行数 in the line of the execution rate). ``finished``: the state of 已完成, where a method asks for it.
    """

    aim: Aim
    weight: Fraction
    kinds: tuple[str, ...]
    units: Mapping[str, Unit]
    known: Mapping[str, Fraction] = {}
    multiples: Mapping[str, Fraction] = {}
    finished: bool | None = None


def compile_method(call: MethodCall, setting: Setting) -> Curve:
    """Give the curve of a method, in base units of its target; raises NotACurve where there is none."""
    return _curve(compile_cases(call, setting), number(setting.weight))


def compile_cases(call: MethodCall, setting: Setting) -> Pieces[Taken | None]:
    """Give what the cases say before 0 and the weight cut it off; None where no case says anything."""
    scope = scope_of(setting)
    compiler = ExpressionCompiler(scope, units_of_call(call, setting.units))
    given = {term(name): compiler.compile(value) for name, value in call.arguments}
    scope.update(given)
    left: Pieces[Taken | None] = everywhere(None)
    for index, case in enumerate(call.method.cases):
        holds = TRUE if case.condition is None else compiler.compile(case.condition)
        scale = setting.weight if setting.kinds[index] == "share" else Fraction(1)
        left = _take(left, holds, compiler.compile(case.result), index, scale)
    return left


def scope_of(setting: Setting) -> dict[str, Pieces[Any]]:
    """Names that a method may use, as pieces over the actual."""
    aim = setting.aim
    scope: dict[str, Pieces[Any]] = {name: everywhere(number(value)) for name, value in setting.known.items()}
    scope |= {name: everywhere(ACTUAL.scaled(factor)) for name, factor in setting.multiples.items()}
    scope["points"] = scope["full"] = everywhere(number(setting.weight))
    scope["met"] = met_pieces(aim)
    if setting.finished is not None:
        scope["finished"] = everywhere(setting.finished)
    if aim.op == "is":
        return scope
    scope["actual"] = everywhere(ACTUAL)
    scope["shortfall"] = shortfall_pieces(aim)
    for name, bound in (("lower", aim.low), ("upper", aim.high), ("target", aim.target)):
        if bound is not None:
            scope[name] = everywhere(number(bound))
    return scope


def met_pieces(aim: Aim) -> Pieces[Any]:
    """Where the target is met."""
    met, actual = TRUE, everywhere(ACTUAL)
    if aim.low is not None:
        met = compared(actual, everywhere(number(aim.low)), ">" if aim.op == ">" else ">=")
    if aim.high is not None:
        below = compared(actual, everywhere(number(aim.high)), "<" if aim.op == "<" else "<=")
        met = combined(met, below, both)
    return met


def shortfall_pieces(aim: Aim) -> Pieces[Any]:
    """How far the actual is from the target on the wrong side; zero where it is met."""
    actual: Pieces[Any] = everywhere(ACTUAL)
    far: Pieces[Any] = ZERO
    if aim.low is not None:
        far = extreme(far, added(everywhere(number(aim.low)), negative(actual)), 1)
    if aim.high is not None:
        far = extreme(far, added(actual, everywhere(number(-aim.high))), 1)
    return far


def _take(
    left: Pieces[Taken | None], holds: Pieces[Any], result: Pieces[Any], index: int, scale: Fraction
) -> Pieces[Taken | None]:
    """Give a case the actuals that no case above took and for which its condition holds."""

    def taken(before: Taken | None, pair: tuple[bool | None, Form | None]) -> Taken | None:
        truth, value = pair
        if before is not None or truth is False:
            return before
        if truth is None:
            return UNDEFINED, None
        return index, None if value is None else value.scaled(scale)

    return combined(left, combined(holds, result, lambda truth, value: (truth, value)), taken)


def _curve(taken: Pieces[Taken | None], weight: Form) -> Curve:
    """Cut the points off at zero and at the weight, and say where that was done."""

    def cut_off(low: Cut | None, high: Cut | None, scored: Taken | None) -> Iterator[Piece[CutOff]]:
        case, form = scored or (UNDEFINED, None)
        if form is None:
            yield Piece(low, high, (case, None, False))
            return
        over = add(form, weight.scaled(Fraction(-1)))
        for start, end, sign in split_by_sign(low, high, form):
            if sign < 0:
                yield Piece(start, end, (case, number(Fraction(0)), True))
                continue
            for low_end, high_end, above in split_by_sign(start, end, over):
                yield Piece(low_end, high_end, (case, weight, True) if above > 0 else (case, form, False))

    pieces = each(taken, cut_off)
    return Curve(tuple(Segment(p.low, p.high, p.value[1], p.value[0], clamped=p.value[2]) for p in pieces))
