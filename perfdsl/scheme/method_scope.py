"""Which names a method may use, with their units, for the line that it scores."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from perfdsl.scheme.infer_units import Report, UnitInference
from perfdsl.scheme.known_units import (
    BOOL,
    DATE,
    DAYS,
    DIFFERENCE,
    MONTH_OF_YEAR,
    MONTHS,
    POINTS,
    RATIO,
    YUAN,
    is_calendar_month,
)
from perfdsl.scheme.names import indicator_term, term, terms_used
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import Aim, IndicatorScheme, ProjectScheme
from perfdsl.units import Unit

_BOUNDS = {
    ">=": ("target", "lower"), ">": ("target", "lower"), "<=": ("target", "upper"), "<": ("target", "upper"),
    "=": ("target", "lower", "upper"), "in": ("lower", "upper"), "is": (), "qualitative": (),
}  # fmt: skip


class Line(NamedTuple):
    """What a method sees of a line: the unit and operator of its target, and the unit of its baseline."""

    unit: Unit
    op: str
    baseline: Unit | None = None


EXECUTION_LINE = Line(RATIO, "=")
"""The line of the execution rate, which is held against all of the budget."""


def line_of(each: IndicatorScheme, aim: Aim) -> Line:
    """Give what a method sees of an indicator."""
    return Line(aim.unit, aim.op, None if each.baseline is None else each.baseline.unit)


def scope_of_words(line: Line) -> dict[str, Unit]:
    """Units of the words of methods that have a value for a line."""
    scope = {
        "points": POINTS,
        "full": POINTS,
        "met": BOOL,
        "budget": YUAN,
        "spent": YUAN,
        "execution": RATIO,
        "finished": BOOL,
        "month": MONTH_OF_YEAR,
    }
    if line.op != "is":
        scope |= {"actual": line.unit, "shortfall": _distance(line.unit)}
    scope.update(dict.fromkeys(_BOUNDS[line.op], line.unit))
    if line.baseline is not None:
        scope["baseline"] = line.baseline
    return scope


def scope_of_call(call: MethodCall, line: Line, project: ProjectScheme, report: Report) -> dict[str, Unit]:
    """Units of all names that the cases of a call may use: words, indicators of a project, parameters."""
    scope = scope_of_words(line)
    if names_beyond(call):
        others = (each for each in project.indicators if each.aim is not None)
        for each in others:
            scope.setdefault(indicator_term(each.name), each.aim.unit)  # type: ignore[union-attr]
    units = units_of_call(call, project.units)
    source = getattr(call.place, "source", call.method.source)
    infer = UnitInference(source, scope, units, report)
    return {**scope, **{term(name): infer.infer(value) for name, value in call.arguments}}


def units_of_call(call: MethodCall, units: Mapping[str, Unit]) -> Mapping[str, Unit]:
    """Units that a call's numbers may be written in: the sheet's own and those of the method's file."""
    return call.method.units if call.method.units is units or not units else {**units, **call.method.units}


def names_beyond(call: MethodCall) -> bool:
    """Whether a call uses names that are no words of methods and no parameters: those of indicators."""
    parameters = {term(parameter.name) for parameter in call.method.node.parameters}
    used = terms_used(*(part for case in call.method.cases for part in (case.condition, case.result)))
    given = terms_used(*(value for _, value in call.arguments))
    return any(name.startswith("“") for name in (used - parameters) | given)


def _distance(unit: Unit) -> Unit:
    """Unit of how far an actual is from its target: 个百分点 for ratios, days for dates."""
    if unit.flavour == "ratio":
        return DIFFERENCE
    if unit.dimension == DATE.dimension:
        return DAYS
    return MONTHS if is_calendar_month(unit) else unit
