"""Compiles a method, for one target and weight, into its score curve."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import Any

from perfdsl.plan.compile_expression import ExpressionCompiler, compared, extreme
from perfdsl.plan.curve import UNDEFINED, Curve, Segment
from perfdsl.plan.form import ACTUAL, Form, add, number
from perfdsl.plan.piecewise import Cut, Piece, Pieces, each, everywhere, overlay, split_by_sign
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import Aim, MethodCall
from perfdsl.units import Unit

ZERO = number(Fraction(0))
Scored = tuple[int, Any, bool]
"""Index of a case, its value there (None: undefined), and whether it was cut off."""


def compile_method(
    call: MethodCall,
    aim: Aim,
    weight: Fraction,
    kinds: tuple[str, ...],
    known: Mapping[str, Fraction],
    units: Mapping[str, Unit],
    *,
    finished: bool | None = None,
    extra: Mapping[str, Fraction] | None = None,
) -> Curve:
    """Give the curve of a method; raises NotACurve with the reason where there is none.

    ``kinds``: for each case, whether it gives a share of the weight or points. ``known``: numbers of the
    scope that are known already (budget, baseline). ``finished``: the state of 已完成, if the method asks. ``extra``: names that are
    the actual times a number (执行数 in the line of the execution rate).
    """
    scope = scope_of(aim, weight, known, finished=finished)
    scope.update({name: everywhere(ACTUAL.scaled(factor)) for name, factor in (extra or {}).items()})
    outer = ExpressionCompiler(scope, units)
    scope.update({key(name): outer.compile(value) for name, value in call.arguments})
    compiler = ExpressionCompiler(scope, {**units, **call.method.units})
    left: Pieces[Scored | None] = everywhere(None)
    for index, case in enumerate(call.method.cases):
        holds = everywhere(True) if case.condition is None else compiler.compile(case.condition)  # noqa: FBT003 — a truth value
        result = compiler.compile(case.result)
        scale = weight if kinds[index] == "share" else Fraction(1)
        left = _take(left, holds, result, index, scale)
    return _curve(left, number(weight))


def scope_of(
    aim: Aim, weight: Fraction, known: Mapping[str, Fraction], *, finished: bool | None
) -> dict[str, Pieces[Any]]:
    """Names that a method may use, as pieces over the actual."""
    actual: Pieces[Any] = everywhere(ACTUAL)
    scope: dict[str, Pieces[Any]] = {name: everywhere(number(value)) for name, value in known.items()}
    scope["points"] = scope["full"] = everywhere(number(weight))
    scope["met"] = met_pieces(aim)
    if aim.op != "is":
        scope["actual"] = actual
        scope["shortfall"] = shortfall_pieces(aim)
    if finished is not None:
        scope["finished"] = everywhere(finished)
    for name, bound in (("lower", aim.low), ("upper", aim.high), ("target", aim.target)):
        if bound is not None and aim.op != "is":
            scope[name] = everywhere(number(bound))
    return scope


def met_pieces(aim: Aim) -> Pieces[Any]:
    """Where the target is met."""
    actual: Pieces[Any] = everywhere(ACTUAL)
    low = everywhere(True) if aim.low is None else compared(actual, everywhere(number(aim.low)), ">" if aim.op == ">" else ">=")  # noqa: FBT003
    high = everywhere(True) if aim.high is None else compared(actual, everywhere(number(aim.high)), "<" if aim.op == "<" else "<=")  # noqa: FBT003
    return overlay(low, high, lambda lo, hi, a, b: iter((Piece(lo, hi, a and b),)))


def shortfall_pieces(aim: Aim) -> Pieces[Any]:
    """How far the actual is from the target on the wrong side; zero where it is met."""
    actual: Pieces[Any] = everywhere(ACTUAL)
    far: Pieces[Any] = everywhere(ZERO)
    if aim.low is not None:
        far = extreme(far, each(actual, lambda lo, hi, v: iter((Piece(lo, hi, add(number(aim.low or Fraction(0)), v.scaled(Fraction(-1)))),))), 1)
    if aim.high is not None:
        far = extreme(far, each(actual, lambda lo, hi, v: iter((Piece(lo, hi, add(v, number(-(aim.high or Fraction(0))))),))), 1)
    return far


def _take(
    left: Pieces[Scored | None], holds: Pieces[Any], result: Pieces[Any], index: int, scale: Fraction
) -> Pieces[Scored | None]:
    """Give a case the actuals that no case above took and for which its condition holds."""
    pairs = overlay(holds, result, lambda lo, hi, h, r: iter((Piece(lo, hi, (h, r)),)))

    def meet(low: Cut | None, high: Cut | None, before: Scored | None, pair: Any) -> Iterator[Piece[Scored | None]]:
        truth, value = pair
        if before is not None or truth is False:
            yield Piece(low, high, before)
        elif truth is None or value is None:
            yield Piece(low, high, (index if truth else UNDEFINED, None, False))
        else:
            yield Piece(low, high, (index, value.scaled(scale), False))

    return overlay(left, pairs, meet)


def _curve(taken: Pieces[Scored | None], weight: Form) -> Curve:
    """Cut the points off at zero and at the weight, and say where that was done."""

    def cut_off(low: Cut | None, high: Cut | None, scored: Scored | None) -> Iterator[Piece[Scored]]:
        case, form, _ = scored or (UNDEFINED, None, False)
        if form is None:
            yield Piece(low, high, (case, None, False))
            return
        for start, end, sign in split_by_sign(low, high, form):
            if sign is None:
                yield Piece(start, end, (case, None, False))
            elif sign < 0:
                yield Piece(start, end, (case, ZERO, True))
            else:
                above = add(form, weight.scaled(Fraction(-1)))
                for low_end, high_end, over in split_by_sign(start, end, above):
                    yield Piece(low_end, high_end, (case, weight, True) if over == 1 else (case, form, False))

    pieces = each(taken, cut_off)
    return Curve(tuple(Segment(p.low, p.high, p.value[1], p.value[0], p.value[2]) for p in pieces))


