"""From a project as written to its scheme: parts found, targets read, methods and departments bound."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeVar

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages, messages_reporting
from perfdsl.scheme.definitions import Definitions, unit_of
from perfdsl.scheme.names import key
from perfdsl.scheme.read_aim import read_aim
from perfdsl.scheme.read_goals import read_goals
from perfdsl.scheme.resolve_call import resolve_call
from perfdsl.scheme.rubric_scheme import MethodCall, RubricScheme
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.expand import formula_of
from perfdsl.units import PURE, Dimension, Quantity, Unit, find_unit

MONEY = Dimension((("money", 1),))
N = TypeVar("N", bound=ast.Node)


class ProjectReader:
    """Reads the projects of a source."""

    __slots__ = ("definitions", "diagnostics", "source")

    def __init__(self, source: Source, definitions: Definitions, diagnostics: Diagnostics) -> None:
        """Remember where names are looked for, and who hears the complaints."""
        self.source, self.definitions, self.diagnostics = source, definitions, diagnostics

    def read(self, node: ast.Project, rubric: RubricScheme | None) -> ProjectScheme:
        """Give the scheme of a project."""
        parts = self._parts_by_kind(node)
        money_unit = self._money_unit(parts.get(ast.MoneyUnit))
        budget: ast.Budget | None = parts.get(ast.Budget)
        code, year, belongs = parts.get(ast.Code), parts.get(ast.Year), parts.get(ast.BelongsTo)
        reporters = parts.get(ast.Reporters)
        return ProjectScheme(
            name=node.name,
            code=code.text if code else "",
            department=belongs.code if belongs else "",
            year=year.year if year else None,
            budget=None if budget is None else self.money(budget.total, money_unit),
            money_unit=money_unit,
            indicators=tuple(self._indicators(node)),
            rubric=rubric,
            source=self.source,
            node=node,
            units=self.definitions.units,
            reporters=self._reporters(reporters),
            goals=read_goals(node, self.source),
            share_of_department=self._share(belongs),
        )

    def money(self, number: ast.Number, money_unit: Unit | None) -> Quantity | None:
        """Read an amount of money; a bare one is in the project's unit, or complained of."""
        return read_money(number, self.source, money_unit, self.definitions.units, self.diagnostics)

    def _parts_by_kind(self, node: ast.Project) -> dict[type[ast.Node], Any]:
        found: dict[type[ast.Node], Any] = {}
        for part in node.parts:
            if isinstance(part, ast.Group | ast.Goal | ast.Unsettled):
                continue
            first = found.setdefault(type(part), part)
            if first is not part:
                places = self.source.place(part.span), self.source.place(first.span)
                self.diagnostics.add(messages.part_twice(*places, part.kind))
        return found

    def _reporters(self, node: ast.Reporters | None) -> tuple[str, ...]:
        """Give the units that report facts, each once."""
        found: dict[str, str] = {}
        for name in node.names if node is not None else ():
            if found.setdefault(key(name), name) is not name and node is not None:
                self.diagnostics.add(messages_reporting.unit_twice(self.source.place(node.span), name))
        return tuple(found.values())

    def _share(self, belongs: ast.BelongsTo | None) -> Fraction | None:
        """Give the weight of a project in its department."""
        return None if belongs is None or belongs.weight is None else self._points(belongs.weight)

    def _money_unit(self, node: ast.MoneyUnit | None) -> Unit | None:
        if node is None:
            return None
        unit = find_unit(node.unit, self.definitions.units)
        if unit is not None and unit.dimension == MONEY:
            return unit
        self.diagnostics.add(messages.not_money(self.source.place(node.span), node.unit))
        return None

    def _indicators(self, node: ast.Project) -> list[IndicatorScheme]:
        seen: dict[tuple[str, ...], ast.Indicator] = {}
        found = []
        for group in (part for part in node.parts if isinstance(part, ast.Group)):
            for indicator in group.indicators:
                # A name may stand under two groups, as 项目成本 does in some forms; never twice in one.
                first = seen.setdefault((*group.path, key(indicator.name)), indicator)
                if first is not indicator:
                    places = self.source.place(indicator.name_span), self.source.place(first.name_span)
                    self.diagnostics.add(messages.indicator_twice(*places, indicator.name))
                found.append(self._indicator(indicator, group.path))
        return found

    def _indicator(self, node: ast.Indicator, group: tuple[str, ...]) -> IndicatorScheme:
        units = self.definitions.units
        aim = None if node.target is None else read_aim(node.target, self.source, units, self.diagnostics)
        weight = self._once(node, ast.Weight)
        scored = self._once(node, ast.Scored)
        self._once(node, ast.Formula, ast.Checklist, ast.Either)
        baseline = self._once(node, ast.Baseline)
        aggregated, serves = self._once(node, ast.Aggregated), self._once(node, ast.Serves)
        return IndicatorScheme(
            name=node.name,
            group=group,
            source=self.source,
            node=node,
            aim=aim,
            weight=None if weight is None else self._points(weight),
            own_method=None if scored is None else self._call(scored),
            formula=formula_of(node),
            baseline=None if baseline is None else self._quantity(baseline.value, units),
            aggregated=None if aggregated is None else aggregated.how,
            serves="" if serves is None else key(serves.goal),
        )

    def _once(self, node: ast.Indicator, *kinds: type[N]) -> N | None:
        found = [clause for clause in node.clauses if isinstance(clause, kinds)]
        for again in found[1:]:
            places = self.source.place(again.span), self.source.place(found[0].span)
            self.diagnostics.add(messages.part_twice(*places, again.kind))
        return found[0] if found else None

    def _points(self, weight: ast.Weight) -> Fraction | None:
        number = weight.points
        if number.unit in {"", "分"} and number.value >= 0:
            return Fraction(number.value)
        self.diagnostics.add(messages.bad_weight(self.source.place(number.span), number.text))
        return None

    def _call(self, scored: ast.Scored) -> MethodCall | None:
        return resolve_call(scored, self.source, self.definitions, self.diagnostics)

    def _quantity(self, number: ast.Number, units: Mapping[str, Unit]) -> Quantity | None:
        unit = unit_of(number, self.source, units, self.diagnostics)
        return None if unit is None else Quantity(Fraction(number.value) * unit.factor, unit)


def read_money(
    number: ast.Number,
    source: Source,
    money_unit: Unit | None,
    units: Mapping[str, Unit],
    diagnostics: Diagnostics,
) -> Quantity | None:
    """Read an amount of money in 元; None after a complaint."""
    unit = unit_of(number, source, units, diagnostics)
    if unit is None:
        return None
    if unit == PURE and money_unit is not None:
        unit = money_unit
    if unit == PURE:
        diagnostics.add(messages.bare_money(source.place(number.span), number.text))
        return None
    if unit.dimension != MONEY:
        diagnostics.add(messages.not_money(source.place(number.span), number.unit))
        return None
    return Quantity(Fraction(number.value) * unit.factor, unit)
