"""The rules that are judged together: their cases as an engine has them, and the grades that they meet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.plan.plan import RulePlan
from perfdsl.plan.plan_rules import plan_rules
from perfdsl.scheme.names import term
from perfdsl.scheme.rubric_scheme import GradeBand, RoundingStep, RubricScheme, RuleScheme
from perfdsl.scheme.rule_scope import expressions_of, values_used
from perfdsl.scheme.scheme import Aim, IndicatorScheme, ProjectScheme
from perfdsl.source import Place, Source
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of
from perfdsl.units import PURE, Unit, find_unit

_SOURCE = Source("", "")
_INDICATOR = ast.Indicator(span=(0, 0), name="", name_span=(0, 0))
_PROJECT = ast.Project(span=(0, 0), name="", name_span=(0, 0))
_ZERO = Fraction(0)


class Entry(NamedTuple):
    """One effect of one case; ``at``: places of the case in its set, and of the effect in its case."""

    case: RulePlan
    effect: ast.Effect
    at: tuple[int, int]

    @property
    def place(self) -> Place:
        """Where the effect stands."""
        return self.case.source.place(self.effect.span)


class RuleSet(NamedTuple):
    """Cases of rules, with lines of each unit that they speak of (``units``, by index of ``RulePlan.lines``).

    ``own``: names of the rules that are asked about; others stand beside them. ``written``: the unit in
    which a name is compared with a number.
    """

    cases: tuple[RulePlan, ...]
    own: frozenset[str]
    units: tuple[Unit, ...]
    written: Mapping[str, Unit]
    grades: tuple[GradeBand, ...]
    each: RoundingStep | None
    total: RoundingStep | None
    waits: bool
    splits_rate: bool

    def entries(self, each: str) -> Iterator[Entry]:
        """List the effects of rules over ``indicator`` or ``project``."""
        for at, case in enumerate(self.cases):
            if case.each == each:
                yield from (Entry(case, effect, (at, nth)) for nth, effect in enumerate(case.effects))


def rule_set(
    rules: Sequence[RuleScheme], rubric: RubricScheme | None, own: Iterable[RuleScheme] | None = None
) -> RuleSet:
    """Make a set of the rules that a project is held to; ``own``: those asked about, else all."""
    units = _units(rules)
    lines = tuple(_line(unit) for unit in units)
    cases = plan_rules(_project(tuple(rules), lines), lines)
    used = values_used(*(each for rule in rules for case in rule.cases for each in expressions_of(case)))
    return RuleSet(
        cases=cases,
        own=frozenset(rule.name for rule in (rules if own is None else own)),
        units=units,
        written=dict(_written(rules)),
        grades=rubric.grades if rubric else (),
        each=rubric.each if rubric else None,
        total=rubric.total if rubric else None,
        waits=rubric is not None and rubric.missing in {"pending", "error"},
        splits_rate=bool(used & {"spent", "budget"}),
    )


def _line(unit: Unit) -> IndicatorScheme:
    """A line with a target of a unit, in which all words have a value."""
    aim = Aim("=", unit, _ZERO, _ZERO, "", "")
    return IndicatorScheme("这一项", (), _SOURCE, _INDICATOR, aim, None, None, None, None)


def _project(rules: tuple[RuleScheme, ...], lines: tuple[IndicatorScheme, ...]) -> ProjectScheme:
    return ProjectScheme("", "", "", None, None, None, lines, None, _SOURCE, _PROJECT, {}, None, rules)


def _units(rules: Iterable[RuleScheme]) -> tuple[Unit, ...]:
    """Units of lines that the rules may tell apart: of no unit, and of each that they name."""
    found = {PURE.dimension: PURE}
    for rule in rules:
        for number in _numbers(rule):
            unit = find_unit(number.unit, rule.units)
            if unit is not None:
                found.setdefault(unit.dimension, unit)
    return tuple(found.values())


def _numbers(rule: RuleScheme) -> Iterator[ast.Number]:
    open_ones = [each for case in rule.cases if case.each == "indicator" for each in expressions_of(case)]
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, ast.Number):
            yield each
        open_ones.extend(parts_of(each))


def _written(rules: Iterable[RuleScheme]) -> Iterator[tuple[str, Unit]]:
    for rule in rules:
        open_ones = [each for case in rule.cases for each in expressions_of(case)]
        while open_ones:
            each = open_ones.pop()
            open_ones.extend(parts_of(each))
            match each:
                case ast.Binary(left=ast.Name(name=name), right=ast.Number(unit=unit)):
                    found = find_unit(unit, rule.units)
                    if found is not None:
                        yield term(name), found
