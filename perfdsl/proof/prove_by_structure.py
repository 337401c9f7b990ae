"""Proofs for all targets and all weights at once, from how a method is built.

In each zone of actuals (``zones``) the cases that are left are looked at together (``combine_cases``). No
zone may fall as the actual gets better, and what meets the target must get at least what misses it. A
property that no rule reaches is not proved here.
"""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.proof.combine_cases import are_alike, at_least, shape_of_cases, without_idle
from perfdsl.proof.finding import Property
from perfdsl.proof.inline import InlinedCase, divisors, inlined
from perfdsl.proof.shape import Shape
from perfdsl.proof.shape_expression import Ground
from perfdsl.proof.use import Use
from perfdsl.proof.zones import ZONES, Zone, left_in
from perfdsl.scheme.method_scope import units_of_call
from perfdsl.scheme.names import term
from perfdsl.syntax import ast
from perfdsl.units import can_be_negative

_UPWARD = frozenset({">=", ">", "="})


def prove_by_structure(
    use: Use, properties: set[Property], constants: frozenset[str] = frozenset()
) -> set[Property]:
    """Give those of some properties that are proved for every target and weight.

    ``constants``: terms of parameters that nothing is given for; it is proved whatever they are.
    """
    if use.op not in ZONES:
        return set()
    cases, left = inlined(use.call), set(properties)
    for sign in _signs(use):
        left &= _proved(use, cases, (sign, constants), left)
    return left


def _signs(use: Use) -> tuple[int | None, ...]:
    """Signs that a target can have; those of a range may differ, and dates have none."""
    if use.op == "in" or use.in_time:
        return (None,)
    if use.execution:
        return (1,)
    return (1, 0) if use.unit is not None and not can_be_negative(use.unit) else (1, 0, -1)


def _proved(
    use: Use, cases: tuple[InlinedCase, ...], known: tuple[int | None, frozenset[str]], wanted: set[Property]
) -> set[Property]:
    sign, constants = known
    alike = are_alike(cases, units_of_call(use.call, {}))
    shapes: dict[Zone, Shape] = {}
    found = set(wanted)
    for zone in ZONES[use.op]:
        ground = _ground(use, zone, sign)._replace(constants=constants, alike=alike)
        left = left_in(cases, zone, use.op, sign)
        if not _always_defined(left, ground):
            found.discard("gap")
        shapes[zone] = shape_of_cases(without_idle(left, ground), ground)
    if not all(shape.low and shape.within for shape in shapes.values()):
        found.discard("range")
    if "monotone" in found and not (_is_monotone(shapes) or _rises_throughout(use, cases, known)):
        found.discard("monotone")
    return found


def _ground(use: Use, zone: Zone, sign: int | None) -> Ground:
    measured = use.execution or (use.unit is not None and not can_be_negative(use.unit))
    if zone not in {"met", "all"}:
        trend: int | None = 1 if zone == "below" else -1
    else:
        trend = {">=": 1, ">": 1, "<=": -1, "<": -1, "=": 0}.get(use.op)
    return Ground(zone, use.op, trend, sign, measured, units_of_call(use.call, {}), use.execution)


def _rises_throughout(
    use: Use, cases: tuple[InlinedCase, ...], known: tuple[int | None, frozenset[str]]
) -> bool:
    """Whether the whole line is one zone that never falls, where more (or less) is better anywhere."""
    if use.op not in {">=", ">", "<=", "<"}:
        return False
    ground = _ground(use, "all", known[0])._replace(
        constants=known[1], alike=are_alike(cases, units_of_call(use.call, {}))
    )
    trend = shape_of_cases(left_in(cases, "all", use.op, known[0]), ground).trend
    return trend is not None and trend >= 0


def _is_monotone(shapes: dict[Zone, Shape]) -> bool:
    """Whether no zone falls, all that meet a range are alike, and meeting is never worse than missing."""
    met = shapes["met"]
    if any(shape.trend is None or shape.trend < 0 for shape in shapes.values()):
        return False
    if len(shapes) > 2 and met.trend != 0:  # noqa: PLR2004 — a zone on either side
        return False
    return all(at_least(met, shape) for zone, shape in shapes.items() if zone != "met")


def _always_defined(cases: list[InlinedCase], ground: Ground) -> bool:
    """Whether some case always decides, and nothing is divided by zero on the way."""
    parts = [part for case in cases for part in (case.condition, case.result)]
    return (
        bool(cases)
        and cases[-1].condition is None
        and all(_is_nonzero(divisor, ground) for divisor in divisors(*parts))
    )


def _is_nonzero(divisor: ast.Expr, ground: Ground) -> bool:
    match divisor:
        case ast.Number(value=value):
            return value != 0
        case ast.Name(name=name):
            if term(name) == "actual":
                return ground.sign == 1 and (
                    ground.zone == "above" or (ground.zone == "met" and ground.op in _UPWARD)
                )
            return term(name) in {"target", "lower", "upper"} and bool(ground.sign)
        case ast.Unary(operand=operand):
            return _is_nonzero(operand, ground)
        case ast.Call(function="abs", arguments=arguments):
            return _is_nonzero(arguments[0], ground)
        case ast.Binary(op="*" | "/"):
            return all(_is_nonzero(part, ground) for part in _sides(divisor))
    return False


def _sides(expression: ast.Binary) -> Iterator[ast.Expr]:
    yield from (expression.left, expression.right)
