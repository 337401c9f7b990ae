"""What files define for one another, by name, one's own before the shipped: methods, units and others."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages
from perfdsl.scheme.names import key
from perfdsl.scheme.parsed import Parsed
from perfdsl.scheme.rubric_scheme import RuleScheme
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.units import Dimension, Unit, find_unit


class Defined(NamedTuple):
    """A definition with the source it stands in."""

    source: Source
    node: ast.Rubric | ast.Method | ast.Monitoring


@dataclass(slots=True)
class Definitions:
    """Names of one set of files; what is not there is looked for in ``shipped``.

    ``rules_of``: key of a rubric → the rules that stand under it in its file; empty for those under none.
    """

    rubrics: dict[str, Defined] = field(default_factory=dict)
    methods: dict[str, Defined] = field(default_factory=dict)
    rules: dict[str, RuleScheme] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    rules_of: dict[str, dict[str, RuleScheme]] = field(default_factory=dict)
    monitorings: dict[str, Defined] = field(default_factory=dict)
    shipped: Definitions | None = None

    def find_rubric(self, name: str) -> tuple[Defined, Definitions] | None:
        """Find a rubric and the definitions that it sees itself."""
        found = self.rubrics.get(key(name))
        if found is not None:
            return found, self
        return None if self.shipped is None else self.shipped.find_rubric(name)

    def find_method(self, name: str) -> tuple[Defined, Definitions] | None:
        """Find a method and the definitions that it sees itself."""
        found = self.methods.get(key(name))
        if found is not None:
            return found, self
        return None if self.shipped is None else self.shipped.find_method(name)

    def find_monitoring(self, name: str) -> tuple[Defined, Definitions] | None:
        """Find a monitoring scheme and the definitions that it sees itself."""
        found = self.monitorings.get(key(name))
        if found is not None:
            return found, self
        return None if self.shipped is None else self.shipped.find_monitoring(name)

    def find_rule(self, name: str) -> RuleScheme | None:
        """Find a rule."""
        found = self.rules.get(key(name))
        return found if found is not None or self.shipped is None else self.shipped.find_rule(name)

    def all_rules(self) -> list[RuleScheme]:
        """Give the rules of these files, those of one name under several rubrics included."""
        return [rule for rules in self.rules_of.values() for rule in rules.values()]

    def rule_names(self) -> list[str]:
        """Names of all rules, for suggestions."""
        beyond = self.shipped.rule_names() if self.shipped else []
        return [rule.name for rule in self.rules.values()] + beyond

    def rubric_names(self) -> list[str]:
        """Names of all rubrics, for suggestions."""
        beyond = self.shipped.rubric_names() if self.shipped else []
        return [defined.node.name for defined in self.rubrics.values()] + beyond

    def monitoring_names(self) -> list[str]:
        """Names of all monitoring schemes, for suggestions."""
        beyond = self.shipped.monitoring_names() if self.shipped else []
        return [defined.node.name for defined in self.monitorings.values()] + beyond

    def method_names(self) -> list[str]:
        """Names of all methods, for suggestions."""
        beyond = self.shipped.method_names() if self.shipped else []
        return [defined.node.name for defined in self.methods.values()] + beyond


def define(
    modules: Sequence[Parsed], diagnostics: Diagnostics, shipped: Definitions | None = None
) -> Definitions:
    """Collect the definitions of files; two of one name are complained of and the first is kept."""
    found = Definitions(shipped=shipped)
    units: list[tuple[Source, ast.UnitDefinition]] = []
    for source, module, _ in modules:
        under = ""
        for item in module.items:
            match item:
                case ast.Rubric():
                    under = key(item.name)
                    _keep(found.rubrics, source, item, diagnostics)
                case ast.Rule():
                    _keep_rule(found, RuleScheme(item.name, item, source, found.units), under, diagnostics)
                case ast.Method():
                    _keep(found.methods, source, item, diagnostics)
                case ast.Monitoring():
                    _keep(found.monitorings, source, item, diagnostics)
                case ast.UnitDefinition():
                    units.append((source, item))
    _define_units(found.units, units, diagnostics)
    return found


def _keep(
    known: dict[str, Defined],
    source: Source,
    node: ast.Rubric | ast.Method | ast.Monitoring,
    diagnostics: Diagnostics,
) -> None:
    first = known.setdefault(key(node.name), Defined(source, node))
    if first.node is not node:
        places = source.place(node.name_span), first.source.place(first.node.name_span)
        diagnostics.add(messages.defined_twice(*places, node.name))


def rules_of_sheet(source: Source, module: ast.Module, definitions: Definitions) -> tuple[RuleScheme, ...]:
    """Give the rules that a file holds its own projects to: those above which no rubric stands."""
    found: list[RuleScheme] = []
    for item in module.items:
        if isinstance(item, ast.Rubric):
            break
        if isinstance(item, ast.Rule):
            found.append(RuleScheme(item.name, item, source, definitions.units))
    return tuple(found)


def _keep_rule(found: Definitions, rule: RuleScheme, under: str, diagnostics: Diagnostics) -> None:
    """Keep a rule by its name, and with the rubric that stands above it."""
    first = found.rules.setdefault(key(rule.name), rule)
    beside = found.rules_of.setdefault(under, {})
    # A rubric may write a rule of its parent anew: one name under two rubrics is no mistake.
    again = beside.get(key(rule.name))
    alone = found.rules_of.get("", {}).get(key(rule.name))
    if again is not None or (first is not rule and (not under or first is alone)):
        diagnostics.add(messages.defined_twice(rule.place, (again or first).place, rule.name))
    else:
        beside[key(rule.name)] = rule


def _define_units(
    known: dict[str, Unit], written: list[tuple[Source, ast.UnitDefinition]], diagnostics: Diagnostics
) -> None:
    for source, node in written:
        place = source.place(node.span)
        unit = _defined_unit(source, node, known, diagnostics)
        there = find_unit(node.name, known)
        if unit is None:
            continue
        if unit.factor <= 0:
            diagnostics.add(messages.unit_not_positive(place, node.name))
        elif there is None:
            known[node.name] = unit
        elif (there.factor, there.dimension) != (unit.factor, unit.dimension):
            # To say again what a unit is does no harm: sheets are copied, and the list of known units grows.
            diagnostics.add(messages.unit_exists(place, node.name))


def _defined_unit(
    source: Source, node: ast.UnitDefinition, known: Mapping[str, Unit], diagnostics: Diagnostics
) -> Unit | None:
    if node.equals is None:
        return Unit(node.name, Fraction(1), Dimension(((node.name, 1),)))
    base = unit_of(node.equals, source, known, diagnostics)
    if base is None:
        return None
    return Unit(node.name, Fraction(node.equals.value) * base.factor, base.dimension)


def unit_of(
    number: ast.Number, source: Source, known: Mapping[str, Unit], diagnostics: Diagnostics
) -> Unit | None:
    """Find the unit of a number, or complain of it."""
    unit = find_unit(number.unit, known)
    if unit is None:
        diagnostics.add(messages.unknown_unit(source.place(number.span), number.unit, known))
    return unit
