"""From a project's rules to what an engine judges: each case with the indicators whose units it fits."""

from __future__ import annotations

from collections.abc import Sequence

from perfdsl.plan.plan import RulePlan
from perfdsl.scheme.infer_units import UnitInference
from perfdsl.scheme.method_scope import line_of
from perfdsl.scheme.names import indicator_term
from perfdsl.scheme.rubric_scheme import RuleScheme
from perfdsl.scheme.rule_scope import (
    OF_VALUE,
    expressions_of,
    functions_of_rule,
    scope_with,
    values_used,
    words_of_line,
)
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme
from perfdsl.syntax import ast
from perfdsl.units import Unit


def plan_rules(project: ProjectScheme, scored: Sequence[IndicatorScheme]) -> tuple[RulePlan, ...]:
    """Give every case of every rule of a project, in order; ``scored``: the lines of its plan."""
    return tuple(_plan(case, rule, project, scored) for rule in project.rules for case in rule.cases)


def _plan(
    case: ast.RuleCase, rule: RuleScheme, project: ProjectScheme, scored: Sequence[IndicatorScheme]
) -> RulePlan:
    lines = frozenset(_lines(case, rule, scored)) if case.each == "indicator" else frozenset[int]()
    units = {**project.units, **rule.units}
    place = rule.source.place(case.span)
    return RulePlan(rule.name, case.each, case.condition, case.effects, units, rule.source, place, lines)


def _lines(case: ast.RuleCase, rule: RuleScheme, scored: Sequence[IndicatorScheme]) -> list[int]:
    """A rule that says 实际 >= 100次 is not for lines in 人; one that asks for no value is for all."""
    used = values_used(*expressions_of(case))
    if not used & OF_VALUE and not any(name.startswith("“") for name in used):
        return list(range(len(scored)))
    known = {indicator_term(each.name): each.aim.unit for each in scored if each.aim is not None}
    fits: dict[object, bool] = {}
    found = []
    for at, each in enumerate(scored):
        assert each.aim is not None  # noqa: S101 — those without were left out
        line = line_of(each, each.aim)
        if line not in fits:
            fits[line] = _fits(case, rule, scope_with(words_of_line(line), used, known))
        if fits[line]:
            found.append(at)
    return found


def _fits(case: ast.RuleCase, rule: RuleScheme, scope: dict[str, Unit]) -> bool:
    complaints: list[object] = []
    infer = UnitInference(rule.source, scope, rule.units, complaints.append, functions_of_rule("indicator"))
    for expression in expressions_of(case):
        infer.infer(expression)
    return not complaints
