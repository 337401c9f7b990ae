"""From a department to what an engine scores: itself as a project, and how its projects' scores join it."""

from __future__ import annotations

from collections.abc import Callable

from perfdsl.plan.plan import DepartmentPlan, ProjectPlan, RulePlan
from perfdsl.scheme.rubric_scheme import RuleScheme
from perfdsl.scheme.scheme import DepartmentScheme, ProjectScheme
from perfdsl.syntax import ast


def plan_department(
    department: DepartmentScheme, compile_project: Callable[[ProjectScheme], ProjectPlan]
) -> DepartmentPlan:
    """Give the plan of a department; what is scored of it by itself is compiled like a project."""
    own, rubric = department.own, department.rubric
    lacks_budget = own is not None and _needs_budget(own) and not (own.budget and own.budget.value)
    planned = None
    if own is not None and own.scoring is not None and not lacks_budget:
        planned = compile_project(own)
    plan = DepartmentPlan(
        department.name, department.code, department.place, department.members, planned, lacks_budget
    )
    if rubric is None:
        return plan
    return plan._replace(
        rubric=rubric.name,
        rollup=rubric.rollup,
        grades=rubric.grades,
        each=rubric.each,
        total=rubric.total,
        rules=_rules(department),
    )


def _needs_budget(own: ProjectScheme) -> bool:
    return own.scoring is not None and bool(own.scoring.execution_weight)


def _rules(department: DepartmentScheme) -> tuple[RulePlan, ...]:
    """Give the cases that speak of departments; no line of a project plays a part in them."""
    return tuple(
        _plan(rule, case) for rule in department.rules for case in rule.cases if case.each == "department"
    )


def _plan(rule: RuleScheme, case: ast.RuleCase) -> RulePlan:
    place = rule.source.place(case.span)
    return RulePlan(rule.name, case.each, case.condition, case.effects, rule.units, rule.source, place)
