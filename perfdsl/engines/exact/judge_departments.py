"""Rules over a department: what they say of all its projects together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.diagnostic import Text
from perfdsl.engines.exact.rule_values import RuleValues
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import DepartmentPlan, ProjectPlan, RulePlan
from perfdsl.scheme.names import key
from perfdsl.scorecard import DepartmentScore, Flag, Interval
from perfdsl.syntax import ast

Pairs = Sequence[tuple[ProjectPlan, ProjectActuals]]


def judge_departments(
    pairs: Pairs,
    departments: Sequence[DepartmentPlan] = (),
    scores: Sequence[DepartmentScore] = (),
) -> tuple[Flag, ...]:
    """Give what the rules over departments say for certain; each rule speaks once of each department.

    Its rules are those that its projects are held to, and those of its own rubric and file.
    """
    own = {key(each.code): each.rules for each in departments if each.code}
    totals = {key(each.code): each.total for each in scores if each.code and each.total is not None}
    by_department: dict[str, list[tuple[ProjectPlan, ProjectActuals]]] = {}
    for plan, facts in pairs:
        by_department.setdefault(plan.department, []).append((plan, facts))
    return tuple(
        flag
        for name, members in by_department.items()
        for flag in _judge(name, members, own.get(key(name), ()), totals.get(key(name)))
    )


def _judge(
    department: str, members: Pairs, own: Sequence[RulePlan], total: Interval | None
) -> Iterator[Flag]:
    of_projects = (rule for plan, _ in members for rule in plan.rules if rule.each == "department")
    rules = {id(rule.effects): rule for rule in (*of_projects, *own)}
    scope = _scope(members) if rules else {}
    if total is not None and total.settled:
        scope["total"] = total.low
    within = {} if total is None else {"total": total}
    for rule in rules.values():
        if RuleValues(scope, rule.units, (), None, within).holds(rule.condition) == "yes":
            yield from _told(rule, department)


def _told(rule: RulePlan, department: str) -> Iterator[Flag]:
    for effect in rule.effects:
        if isinstance(effect, ast.Told):
            code = "P0712" if effect.severity == "fault" else "P0711"
            who = f"部门 {department}：" if department else ""
            of = f"department {department}: " if department else ""
            text = Text(f"{who}{effect.text}", f"{of}{effect.text}")
            yield Flag(code, "", text, rule.source.place(effect.span), rule.name)


def _scope(members: Pairs) -> dict[str, Known]:
    """Sum money over the projects; what one of them has not reported yet is not known of all."""
    budgets = [plan.budget.value for plan, _ in members if plan.budget is not None]
    spent = [facts.spent.value for _, facts in members if facts.spent is not None]
    scope: dict[str, Known] = {"projects": Fraction(len(members)), "budget": sum(budgets, Fraction(0))}
    if len(spent) < len(members):
        return scope
    total = sum((each for each in spent if each is not None), Fraction(0))
    budget = sum(budgets, Fraction(0))
    return {**scope, "spent": total, "execution": total / budget if budget else None}
