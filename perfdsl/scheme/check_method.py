"""A method held against itself: every case typed, one last case for all the rest, levels that are bands."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.scheme import messages, messages_rubric
from perfdsl.scheme.definitions import Definitions
from perfdsl.scheme.did_you_mean import edit_distance
from perfdsl.scheme.infer_units import UnitInference
from perfdsl.scheme.known_units import ANY, DATE, MONTH_OF_YEAR, RATIO, TIMES, YUAN
from perfdsl.scheme.measure_size import MOST_NODES, too_large
from perfdsl.scheme.method_scope import Line, scope_of_words
from perfdsl.scheme.names import key, scope_word, term, terms_used, units_used
from perfdsl.scheme.rubric_scheme import MethodScheme
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in
from perfdsl.units import PURE, Unit, find_unit

TRIED = (RATIO, TIMES, YUAN, DATE, MONTH_OF_YEAR, PURE)
"""Units of the lines for which a method is tried, besides those that it names itself (实际 >= 100公里)."""
MOST_TRIED = 12


def check_methods(
    definitions: Definitions, diagnostics: Diagnostics, torn: frozenset[int] = frozenset()
) -> frozenset[int]:
    """Check each method of the user's own files, used or not; gives the ids of the nodes of wrong ones.

    Of those that could not be read whole (``torn``) nothing more is said.
    """
    wrong = set()
    for defined in definitions.methods.values():
        node = defined.node
        if id(node) in torn:
            wrong.add(id(node))
            continue
        assert isinstance(node, ast.Method)  # noqa: S101 — methods hold methods
        complaints = check_method(MethodScheme(node.name, node, defined.source, definitions.units))
        for complaint in complaints:
            diagnostics.add(complaint)
        if complaints:
            wrong.add(id(node))
    return frozenset(wrong)


def check_method(method: MethodScheme) -> list[Diagnostic]:
    """List what is wrong with a method whatever it is used for.

    A name that is no word of methods and near none may be that of an indicator: whether it is there is found
    where the method is used.
    """
    found = [*_check_parameters(method), *_check_shape(method), *_check_levels(method), *_check_knots(method)]
    if too_large(*_expressions(method)):
        place = method.source.place(method.node.name_span)
        return [*found, messages.too_long(place, MOST_NODES)]
    attempts = [check_cases(method, _scope(method, Line(unit, "=", unit))) for unit in _units_to_try(method)]
    return found + min(attempts, key=len)


def _units_to_try(method: MethodScheme) -> list[Unit]:
    """A method is sound if there is one line that it suits."""
    named = (find_unit(name, method.units) for name in sorted(units_used(*_expressions(method))))
    return [*TRIED, *(unit for unit in named if unit is not None and unit not in TRIED)][:MOST_TRIED]


def check_cases(method: MethodScheme, scope: dict[str, Unit]) -> list[Diagnostic]:
    """List the mistakes of units in the cases of a method in a scope."""
    complaints: list[Diagnostic] = []
    infer = UnitInference(method.source, scope, method.units, complaints.append)
    for case in method.cases:
        if case.condition is not None:
            infer.expect_bool(case.condition)
        infer.expect_score(case.result)
    return complaints


def _scope(method: MethodScheme, line: Line) -> dict[str, Unit]:
    """Parameters have the unit of their default; without one they may be anything yet, as indicators may."""
    scope = scope_of_words(line)
    parameters = {term(parameter.name) for parameter in method.node.parameters}
    known = [*names_in("scope"), *(parameter.name for parameter in method.node.parameters)]
    names = terms_used(*_expressions(method)) - parameters
    indicators = [name for name in names if name.startswith("“") and not is_slip(name.strip("“”"), known)]
    scope.update(dict.fromkeys(indicators, ANY))
    infer = UnitInference(method.source, scope, method.units, lambda _: None)
    for parameter in method.node.parameters:
        scope[term(parameter.name)] = ANY if parameter.default is None else infer.infer(parameter.default)
    return scope


def is_slip(name: str, known: list[str]) -> bool:
    """Whether a name is one edit away from a word that belongs here."""
    return any(abs(len(name) - len(word)) <= 1 and edit_distance(name, key(word)) == 1 for word in known)


def _expressions(method: MethodScheme) -> Iterator[ast.Expr]:
    for case in method.cases:
        if case.condition is not None:
            yield case.condition
        yield case.result
    yield from (each.default for each in method.node.parameters if each.default is not None)


def _check_parameters(method: MethodScheme) -> list[Diagnostic]:
    """A parameter has a name of its own, which no word of methods has."""
    found, seen = [], set()
    for parameter in method.node.parameters:
        if scope_word(parameter.name) or key(parameter.name) in seen:
            place = method.source.place(parameter.span)
            found.append(messages.parameter_name(place, method.name, parameter.name))
        seen.add(key(parameter.name))
    return found


def _check_shape(method: MethodScheme) -> list[Diagnostic]:
    cases, levels = method.cases, method.levels
    place = method.source.place(method.node.name_span)
    found = []
    if not cases and not levels:
        found.append(messages_rubric.empty_method(place, method.name))
    if cases and levels:
        found.append(messages_rubric.cases_and_levels(place, method.name))
    if cases and cases[-1].condition is not None:
        found.append(messages_rubric.no_otherwise(place, method.name))
    early = [case for case in cases[:-1] if case.condition is None]
    return found + [messages_rubric.otherwise_not_last(method.source.place(case.span)) for case in early]


def _check_knots(method: MethodScheme) -> list[Diagnostic]:
    """Knots of an interpolation rise; of those that are parameters it is seen where they are given."""
    found = []
    for part in method.node.parts:
        knots = part.knots if isinstance(part, ast.Interpolation) else ()
        for low, high in pairwise(knots):
            at = [_size(each.at, method) for each in (low, high)]
            if at[0] is not None and at[1] is not None and at[0] >= at[1]:
                found.append(messages_rubric.knots_fall(method.source.place(high.span)))
    return found


def _size(expression: ast.Expr, method: MethodScheme) -> Fraction | None:
    """Size of a number in base units; None for anything else."""
    if not isinstance(expression, ast.Number):
        return None
    unit = find_unit(expression.unit, method.units)
    return None if unit is None else Fraction(expression.value) * unit.factor


def _check_levels(method: MethodScheme) -> list[Diagnostic]:
    found, seen = [], set()
    for level in method.levels:
        place = method.source.place(level.span)
        if key(level.name) in seen:
            found.append(messages_rubric.level_twice(place, level.name))
        seen.add(key(level.name))
        if not _is_band(level):
            found.append(messages_rubric.level_not_share(place, level.name))
    return found


def _is_band(level: ast.Level) -> bool:
    """Whether a level allows at least one share, and none outside 0% to 100%."""
    units = find_unit(level.low.unit), find_unit(level.high.unit)
    if any(unit is None or unit.dimension != PURE.dimension for unit in units):
        return False
    low, high = level_share(level.low), level_share(level.high)
    return 0 <= low <= high <= 1 and (low < high or not level.high_open)


def level_share(number: ast.Number) -> Fraction:
    """Share that an end of a level's band names: 60% is 3/5."""
    unit = find_unit(number.unit)
    return Fraction(number.value) * (unit.factor if unit else 1)
