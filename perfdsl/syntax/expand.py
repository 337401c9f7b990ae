"""What the short words of Chinese rules stand for: each is rewritten into cases and plain expressions.

``扣 k 每 s m，扣完为止`` is ``max(0分, 满分 - k 每 s m)``; ``分段`` and ``内插`` are cases;
``清单`` and ``择一`` are formulas. What is made keeps the place of what was written, so that explanations
show the author's words.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from perfdsl.source import Span
from perfdsl.syntax import ast
from perfdsl.syntax.homes import HOLD_GROUPS
from perfdsl.syntax.node import make, with_fields

_UNIT_MARK = re.compile(r"[/·]")


class PlainCase(NamedTuple):
    """A case of a method in plain expressions; ``span``: where the author wrote it, in whatever words."""

    span: Span
    condition: ast.Expr | None
    result: ast.Expr


def expand(module: ast.Module) -> ast.Module:
    """Give a module that says the same in the plain expression language."""
    return with_fields(module, items=tuple(map(_expanded, module.items)))


def cases_of(method: ast.Method) -> tuple[PlainCase, ...]:
    """Cases of a method, top-down, in plain expressions."""
    return tuple(case for part in method.parts for case in _cases_of(part))


def formula_of(indicator: ast.Indicator) -> ast.Expr | None:
    """How an indicator's actual is computed, if it is; the last of its clauses that says so counts."""
    found: ast.Expr | None = None
    for clause in indicator.clauses:
        plain = _clause(clause, indicator)
        if isinstance(plain, ast.Formula):
            found = plain.expression
    return found


def _expanded(item: ast.Item) -> ast.Item:
    if isinstance(item, ast.Method):
        parts = (plain for part in item.parts for plain in _plain_parts(part))
        return with_fields(item, parts=tuple(parts))
    return with_fields(item, parts=tuple(map(_group, item.parts))) if isinstance(item, HOLD_GROUPS) else item


def _group(part: ast.Part | ast.AmendmentPart) -> ast.Part | ast.AmendmentPart:
    if not isinstance(part, ast.Group):
        return part
    plain = (
        with_fields(each, clauses=tuple(_clause(clause, each) for clause in each.clauses))
        for each in part.indicators
    )
    return with_fields(part, indicators=tuple(plain))


# ---------------------------------------------------------------- methods


def _plain_parts(part: ast.MethodPart) -> list[ast.MethodPart]:
    if not isinstance(part, ast.Case | ast.Bands | ast.Interpolation):
        return [part]
    return [make(ast.Case, span, condition=asks, result=gives) for span, asks, gives in _cases_of(part)]


def _cases_of(part: ast.MethodPart) -> list[PlainCase]:
    match part:
        case ast.Case(result=result):
            plain = _deduction(result) if isinstance(result, ast.Deduction) else result
            return [PlainCase(part.span, part.condition, plain)]
        case ast.Bands(measured=measured, bands=bands):
            return [_band(measured, band) for band in bands]
        case ast.Interpolation():
            return _interpolated(part)
        case _:
            return []


def _band(measured: ast.Expr, band: ast.Band) -> PlainCase:
    condition = None
    if band.op is not None and band.bound is not None:
        condition = _binary(band.span, band.op, measured, band.bound)
    return PlainCase(band.span, condition, band.result)


def _interpolated(curve: ast.Interpolation) -> list[PlainCase]:
    """From the last knot downward, each case asks only whether its own knot is reached."""
    last = curve.knots[-1]
    cases = [_reached(last.span, curve.measured, last.at, last.result)]
    for low, high in reversed(list(pairwise(curve.knots))):
        span = (low.span[0], high.span[1])
        rise, run = (_binary(span, "-", b, a) for a, b in ((low.result, high.result), (low.at, high.at)))
        way = _binary(span, "-", curve.measured, low.at)
        climbed = _binary(span, "/", _binary(span, "*", rise, way), run)
        cases.append(_reached(span, curve.measured, low.at, _binary(span, "+", low.result, climbed)))
    return cases


def _reached(span: Span, measured: ast.Expr, at: ast.Expr, result: ast.Expr) -> PlainCase:
    return PlainCase(span, _binary(span, ">=", measured, at), result)


def _deduction(deduction: ast.Deduction) -> ast.Expr:
    """Full points less the deduction; what the target lacks is measured where nothing else is."""
    span, off = deduction.span, deduction.amount
    if deduction.step is not None:
        measured = deduction.measured or make(ast.Name, span, name="超出")
        off = make(ast.Per, span, amount=off, step=deduction.step, measured=measured, part=deduction.part)
    left = _binary(span, "-", make(ast.Name, span, name="满分"), off)
    if not deduction.to_zero:
        return left
    return make(ast.Call, span, function="max", arguments=(_number(span, 0, "分"), left))


# ---------------------------------------------------------------- indicators


def _clause(clause: ast.Clause, indicator: ast.Indicator) -> ast.Clause:
    match clause:
        case ast.Checklist():
            return make(ast.Formula, clause.span, expression=_checklist(clause, indicator.target))
        case ast.Either():
            shares = [_share(each) for each in clause.measures]
            best = make(ast.Call, clause.span, function="max", arguments=tuple(shares))
            return make(ast.Formula, clause.span, expression=best)
        case _:
            return clause


def _checklist(checklist: ast.Checklist, target: ast.Target | None) -> ast.Expr:
    """Count what holds, in the unit of the target."""
    names = tuple(make(ast.Name, checklist.span, name=name) for name in checklist.items)
    count = make(ast.Call, checklist.span, function="count", arguments=names)
    unit = target.value.unit if isinstance(target, ast.Bound) else ""
    if not unit:
        return count
    return _binary(checklist.span, "*", count, _amount(_number(checklist.span, 1, unit)))


def _share(measure: ast.Measure) -> ast.Expr:
    """Actual over target; where less is better, all of it up to the target and target over actual above."""
    actual = make(ast.Name, measure.span, name=measure.name)
    bound = _amount(measure.bound)
    if measure.op == ">=":
        return _binary(measure.span, "/", actual, bound)
    if not measure.bound.value:
        none = _binary(measure.span, "<=", actual, bound)
        return make(ast.Call, measure.span, function="count", arguments=(none,))
    above = make(ast.Call, measure.span, function="max", arguments=(bound, actual))
    return _binary(measure.span, "/", bound, above)


def _amount(number: ast.Number) -> ast.Expr:
    """Write an amount as expressions can: ``-3篇/年`` is ``-(3篇 / 1年)`` there."""
    over, *under = _UNIT_MARK.split(number.unit)
    plain: ast.Expr = make(
        ast.Number, number.span, value=abs(number.value), unit=over, text=f"{abs(number.value):f}{over}"
    )
    for unit, mark in zip(under, _UNIT_MARK.findall(number.unit), strict=True):
        if unit:
            op = "*" if mark == "·" and "/" not in number.unit else "/"
            one = _number(number.span, 1, "个月" if unit == "月" else unit)  # 1月 is January too
            plain = _binary(number.span, op, plain, one)
    return plain if number.value >= 0 else make(ast.Unary, number.span, op="-", operand=plain)


def _number(span: Span, value: int, unit: str) -> ast.Number:
    return make(ast.Number, span, value=Decimal(value), unit=unit, text=f"{value}{unit}")


def _binary(span: Span, op: str, left: ast.Expr, right: ast.Expr) -> ast.Binary:
    return make(ast.Binary, span, op=op, left=left, right=right)
