"""A method held against itself: every case typed, one last case for all the rest, levels that are bands."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.scheme import messages
from perfdsl.scheme.definitions import Definitions
from perfdsl.scheme.infer_units import ANY, UnitInference
from perfdsl.scheme.method_scope import MONEY, RATIO, method_scope
from perfdsl.scheme.names import key
from perfdsl.scheme.read_aim import DATE
from perfdsl.scheme.scheme import MethodScheme
from perfdsl.units import PURE, Dimension, Unit, find_unit

COUNT = Unit("次", Fraction(1), Dimension((("次", 1),)))
TRIED = (RATIO, COUNT, MONEY, DATE, PURE)
"""Units for which a method is tried: it is sound if there is one that it suits."""


def check_methods(definitions: Definitions, diagnostics: Diagnostics) -> None:
    """Check each method of the user's own files, used or not."""
    for defined in definitions.methods.values():
        node = defined.node
        method = MethodScheme(node.name, node, defined.source, definitions.units)  # type: ignore[arg-type]
        for complaint in check_method(method):
            diagnostics.add(complaint)


def check_method(method: MethodScheme) -> list[Diagnostic]:
    """List what is wrong with a method whatever it is used for."""
    found = _check_shape(method)
    best: list[Diagnostic] | None = None
    for unit in TRIED:
        scope = {**method_scope(unit, baseline=unit), **_parameters(method)}
        complaints = check_cases(method, scope)
        if best is None or len(complaints) < len(best):
            best = complaints
    return found + (best or [])


def check_cases(method: MethodScheme, scope: dict[str, Unit]) -> list[Diagnostic]:
    """List the mistakes of units in the cases of a method in a scope."""
    complaints: list[Diagnostic] = []
    infer = UnitInference(method.source, scope, method.units, complaints.append)
    for case in method.cases:
        if case.condition is not None:
            infer.expect_bool(case.condition)
        infer.expect_score(case.result)
    return complaints


def _parameters(method: MethodScheme) -> dict[str, Unit]:
    """Give parameters the unit of their default; those without one may be anything until they are given."""
    scope: dict[str, Unit] = {}
    for parameter in method.node.parameters:
        infer = UnitInference(method.source, method_scope(RATIO), method.units, lambda _: None)
        scope[key(parameter.name)] = ANY if parameter.default is None else infer.infer(parameter.default)
    return scope


def _check_shape(method: MethodScheme) -> list[Diagnostic]:
    cases, levels = method.cases, method.levels
    place = method.source.place(method.node.name_span)
    found = []
    if not cases and not levels:
        found.append(messages.empty_method(place, method.name))
    if cases and levels:
        found.append(messages.cases_and_levels(place, method.name))
    if cases and cases[-1].condition is not None:
        found.append(messages.no_otherwise(place, method.name))
    for case in cases[:-1]:
        if case.condition is None:
            found.append(messages.otherwise_not_last(method.source.place(case.span)))
    return found + _check_levels(method)


def _check_levels(method: MethodScheme) -> list[Diagnostic]:
    found, seen = [], set()
    for level in method.levels:
        place = method.source.place(level.span)
        if key(level.name) in seen:
            found.append(messages.level_twice(place, level.name))
        seen.add(key(level.name))
        units = find_unit(level.low.unit), find_unit(level.high.unit)
        if any(unit is None or unit.dimension != PURE.dimension for unit in units):
            found.append(messages.level_not_share(place, level.name))
        elif not 0 <= level_share(level.low) <= level_share(level.high) <= 1:
            found.append(messages.level_not_share(place, level.name))
    return found


def level_share(number: object) -> Fraction:
    """Share that an end of a level's band names: 60% is 3/5."""
    from perfdsl.syntax import ast

    assert isinstance(number, ast.Number)  # noqa: S101 — for the type checker
    unit = find_unit(number.unit)
    return Fraction(number.value) * (unit.factor if unit else 1)
