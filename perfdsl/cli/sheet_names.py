"""The projects and indicators of a plan by name, and how the journal's entries call and measure them."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.actuals.fact import SPENT, Fact
from perfdsl.actuals.read_value import read_value
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.known_units import is_calendar_month
from perfdsl.scheme.names import key
from perfdsl.scheme.read_project import MONEY
from perfdsl.syntax.ast import DateLiteral, Number, Word
from perfdsl.units import PURE, Unit, find_unit

Value = Number | DateLiteral | Word | None


class SheetNames:
    """The projects of a plan by code and name, with their lines by name."""

    __slots__ = ("_by_name", "_lines", "_shared")

    def __init__(self, projects: Sequence[ProjectPlan]) -> None:
        """Index the projects; the lines of one are indexed when it is first asked for."""
        self._by_name: dict[str, ProjectPlan] = {}
        self._lines: dict[int, dict[str, IndicatorPlan]] = {}
        self._shared: set[str] = set()
        for project in projects:
            name = key(project.name)
            if name in self._by_name:
                self._shared.add(name)
            self._by_name.setdefault(name, project)
        self._by_name |= {key(project.code): project for project in projects if project.code}

    def project(self, fact: Fact) -> ProjectPlan | None:
        """Give the project that a fact is about; None where the plan has none."""
        return self._by_name.get(key(fact.project))

    def called(self, fact: Fact) -> Fact:
        """Call project, indicator and unit as the sheet does; a name that projects share becomes the code.

        A bare number gets the unit in which it was just understood: an amendment may give the target another.
        """
        project = self.project(fact)
        if project is None:
            return fact
        shared = key(project.name) in self._shared
        line = None if fact.own else self._lines_of(project).get(key(fact.indicator))
        return fact._replace(
            project=project.code if shared and project.code else project.name,
            indicator=fact.indicator if line is None else line.name,
            value=_measured(fact.value, fact, line, project),
            foreseen=_measured(fact.foreseen, fact, line, project),
        )

    def _lines_of(self, project: ProjectPlan) -> dict[str, IndicatorPlan]:
        found = self._lines.get(id(project))
        if found is None:
            found = {key(line.name): line for line in project.indicators}
            self._lines[id(project)] = found
        return found


def _measured(value: Value, fact: Fact, line: IndicatorPlan | None, project: ProjectPlan) -> Value:
    """Give a bare number its unit, where it has one that reads back as the same."""
    unit = _understood(fact, line, project)
    if not isinstance(value, Number) or value.unit or unit is None:
        return value
    said = read_value(f"{value.text}{unit.name}")
    if not isinstance(said, Number) or said.value != value.value:
        return value
    return said if find_unit(said.unit, project.units) == unit else value


def _understood(fact: Fact, line: IndicatorPlan | None, project: ProjectPlan) -> Unit | None:
    """Give the unit that a bare number of a fact has; a share is the same with and without one."""
    if fact.own == SPENT:
        return project.money_unit
    if line is None:
        return None
    unit = line.aim.unit
    if unit.dimension == MONEY:
        return project.money_unit
    return None if unit.flavour == "ratio" or unit == PURE or is_calendar_month(unit) else unit
