"""Computed actuals: a rate from two recorded facts, in the order in which formulas need one another."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from perfdsl.actuals import messages_bind as messages
from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.interpret import Interpreter, Known, MissingFact
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.check_cycles import names_used
from perfdsl.scheme.infer_units import UnitInference
from perfdsl.scheme.names import key
from perfdsl.source import TextPlace
from perfdsl.units import Quantity, Unit, can_be_negative, comparable, show_quantity


def compute(project: ProjectPlan, actuals: ProjectActuals, diagnostics: Diagnostics) -> ProjectActuals:
    """Fill in the lines that have a formula; one whose facts are not all there stays open."""
    waiting = [at for at, line in enumerate(project.indicators) if line.formula is not None]
    if not waiting:
        return actuals
    lines = list(actuals.indicators)
    computed = {key(project.indicators[at].name) for at in waiting}
    done: set[str] = set()
    while waiting:
        ready = [at for at in waiting if not _needs(project.indicators[at]) & (computed - done)]
        if not ready:
            break
        for at in ready:
            lines[at] = _compute_line(project, at, replace(actuals, indicators=tuple(lines)), diagnostics)
            done.add(key(project.indicators[at].name))
        waiting = [at for at in waiting if at not in ready]
    return replace(actuals, indicators=tuple(lines))


def _needs(line: IndicatorPlan) -> set[str]:
    return set() if line.formula is None else names_used(line.formula)


def _compute_line(
    project: ProjectPlan, at: int, actuals: ProjectActuals, diagnostics: Diagnostics
) -> BoundFact | None:
    line = project.indicators[at]
    if line.formula is None:
        return None
    values, units = known_values(project, actuals)
    try:
        result = Interpreter(values, project.units).value(line.formula)
    except MissingFact:
        return None
    if result is None or isinstance(result, bool):
        diagnostics.add(messages.undefined_formula(line))
        return None
    unit = _unit_of(line, project, units, diagnostics)
    if unit is None:
        return None
    if not comparable(unit, line.aim.unit):
        diagnostics.add(messages.formula_unit(line, unit))
        return None
    if result < 0 and not can_be_negative(line.aim.unit):
        diagnostics.add(messages.negative_formula(line))
        return None
    return BoundFact(result, show_quantity(Quantity(result, line.aim.unit)), None)


def known_values(project: ProjectPlan, actuals: ProjectActuals) -> tuple[dict[str, Known], dict[str, Unit]]:
    """Values and units of all that has been recorded, by key; the project's own by the English word."""
    values: dict[str, Known] = {name: known.value for name, known in actuals.others.items()}
    units = {name: known.unit for name, known in actuals.others.items()}
    for line, fact in zip(project.indicators, actuals.indicators, strict=True):
        if fact is not None and fact.value is not None and fact.level is None:
            values[key(line.name)] = fact.value
            units[key(line.name)] = line.aim.unit
    if project.budget is not None:
        values["budget"], units["budget"] = project.budget.value, project.budget.unit
    if actuals.spent is not None and project.budget is not None:
        values["spent"], units["spent"] = actuals.spent.value, project.budget.unit
        if project.budget.value:
            ratio = Fraction(actuals.spent.value or 0) / project.budget.value
            values["execution"], units["execution"] = (
                ratio,
                Unit(
                    "",
                    Fraction(1),
                    Unit(
                        "", Fraction(1), project.budget.unit.dimension / project.budget.unit.dimension
                    ).dimension,
                ),
            )
    if actuals.finished is not None:
        values["finished"] = actuals.finished
    return values, units


def _unit_of(
    line: IndicatorPlan, project: ProjectPlan, units: dict[str, Unit], diagnostics: Diagnostics
) -> Unit | None:
    """Infer the unit with those of the recorded facts, which the sheet did not know."""
    if line.formula is None or not isinstance(line.place, TextPlace):
        return None
    found = Diagnostics()
    unit = UnitInference(line.place.source, units, project.units, found.add).infer(line.formula)
    diagnostics.extend(found)
    return None if found.has_errors else unit
