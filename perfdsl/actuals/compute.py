"""Computed actuals: a rate from two recorded facts, in the order in which formulas need one another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals import messages_bind as messages
from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.interpret import Interpreter, Known, MissingFact
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.check_formula import FORMULAS, WORDS
from perfdsl.scheme.infer_units import UnitInference
from perfdsl.scheme.known_units import DATE
from perfdsl.scheme.names import indicator_term, terms_used
from perfdsl.source import TextPlace
from perfdsl.syntax import ast
from perfdsl.units import Quantity, Unit, can_be_negative, comparable, show_quantity

Recorded = dict[str, tuple[Known, Unit]]
"""Term of a name → its value in base units, and the unit it was recorded in."""


def compute(project: ProjectPlan, actuals: ProjectActuals, diagnostics: Diagnostics) -> ProjectActuals:
    """Fill in the lines that have a formula; one whose facts are not all there stays open."""
    if all(line.formula is None for line in project.indicators):
        return actuals
    lines = list(actuals.indicators)
    known = recorded(project, actuals)
    values = {name: value for name, (value, _) in known.items()}
    computer = _Computer(project, values, {name: unit for name, (_, unit) in known.items()}, diagnostics)
    for at in _in_order(project):
        line = project.indicators[at]
        lines[at] = fact = computer.fact_of(line)
        if fact is not None and fact.value is not None:
            computer.values[indicator_term(line.name)] = fact.value
            computer.units[indicator_term(line.name)] = line.aim.unit
    return actuals._replace(indicators=tuple(lines))


def known_values(project: ProjectPlan, actuals: ProjectActuals) -> dict[str, Known]:
    """Values of all that has been recorded or computed, by term."""
    return {name: value for name, (value, _) in recorded(project, actuals).items()}


def recorded(project: ProjectPlan, actuals: ProjectActuals) -> Recorded:
    """Values and units of all that has been recorded: other facts, indicators, and the project's own."""
    found: Recorded = {name: (known.value, known.unit) for name, known in actuals.others.items()}
    times = Counter(indicator_term(line.name) for line in project.indicators)
    for line, fact in zip(project.indicators, actuals.indicators, strict=True):
        is_number = fact is not None and fact.value is not None and fact.level is None
        if fact is not None and is_number and times[indicator_term(line.name)] == 1:
            found[indicator_term(line.name)] = fact.value, line.aim.unit
    found |= {name: (value, WORDS[name]) for name, value in _own(project, actuals)}
    found["month"] = Fraction(actuals.month), WORDS["month"]
    return found


def _own(project: ProjectPlan, actuals: ProjectActuals) -> Iterator[tuple[str, Known]]:
    budget = None if project.budget is None else project.budget.value
    spent = None if actuals.spent is None else actuals.spent.value
    if budget is not None:
        yield "budget", budget
    if spent is not None:
        yield "spent", spent
    if budget and spent is not None:
        yield "execution", spent / budget
    if actuals.finished is not None:
        yield "finished", actuals.finished


def _in_order(project: ProjectPlan) -> list[int]:
    """List the lines that have formulas, each after those that it uses (circles were refused before)."""
    waits: dict[int, set[str]] = {}
    users: dict[str, list[int]] = {}
    computed = {indicator_term(line.name) for line in project.indicators if line.formula is not None}
    for at, line in enumerate(project.indicators):
        if line.formula is not None:
            waits[at] = terms_used(line.formula) & computed
            for name in waits[at]:
                users.setdefault(name, []).append(at)
    order = [at for at, names in waits.items() if not names]
    for at in order:
        name = indicator_term(project.indicators[at].name)
        for user in users.pop(name, ()):
            waits[user].discard(name)
            if not waits[user]:
                order.append(user)
    return order


class _Computer(NamedTuple):
    """Computes the lines of one project from what is known so far."""

    project: ProjectPlan
    values: dict[str, Known]
    units: dict[str, Unit]
    diagnostics: Diagnostics

    def fact_of(self, line: IndicatorPlan) -> BoundFact | None:
        """Compute a line; None where a fact is missing, or after a complaint."""
        if line.formula is None:
            return None
        try:
            result = Interpreter(self.values, self.project.units).value(line.formula)
        except MissingFact:
            return None
        if result is None or isinstance(result, bool):
            self.diagnostics.add(messages.undefined_formula(line))
            return None
        return self._in_unit(line, line.formula, result)

    def _in_unit(self, line: IndicatorPlan, formula: ast.Expr, result: Fraction) -> BoundFact | None:
        """Infer the unit with those of the recorded facts, which the sheet did not know."""
        unit = self._unit_of(line, formula)
        if unit is None:
            return None
        if not comparable(unit, line.aim.unit):
            self.diagnostics.add(messages.formula_unit(line, unit))
        elif result < 0 and not can_be_negative(line.aim.unit):
            self.diagnostics.add(messages.negative_formula(line))
        else:
            return BoundFact(result, _shown(result, line.aim.unit), None)
        return None

    def _unit_of(self, line: IndicatorPlan, formula: ast.Expr) -> Unit | None:
        assert isinstance(line.place, TextPlace)  # noqa: S101 — indicators stand in texts
        found = Diagnostics()
        unit = UnitInference(line.place.source, self.units, self.project.units, found.add, FORMULAS).infer(
            formula
        )
        self.diagnostics.extend(found)
        return None if found.has_errors else unit


def _shown(result: Fraction, unit: Unit) -> str:
    if unit.dimension != DATE.dimension:
        return show_quantity(Quantity(result, unit))
    day = result.__floor__()
    return date.fromordinal(day).isoformat() if date.min.toordinal() <= day <= date.max.toordinal() else ""
