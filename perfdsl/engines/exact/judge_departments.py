"""Rules over a department: what they say of all its projects together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from perfdsl.actuals.bind_departments import Spent
from perfdsl.actuals.bound import ProjectActuals
from perfdsl.diagnostic import Text
from perfdsl.engines.exact.rule_values import RuleValues
from perfdsl.engines.exact.score_departments import words_of_department
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import DepartmentPlan, ProjectPlan, RulePlan
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import MemberScheme
from perfdsl.scorecard import DepartmentScore, Flag, Interval
from perfdsl.syntax import ast

Pairs = Sequence[tuple[ProjectPlan, ProjectActuals]]


def judge_departments(
    pairs: Pairs,
    departments: Sequence[DepartmentPlan] = (),
    scores: Sequence[DepartmentScore] = (),
    spent: Spent | None = None,
) -> tuple[Flag, ...]:
    """Give what the rules over departments say for certain; each rule speaks once of each department.

    Its rules are those that its projects are held to, and those of its own rubric and file. They are judged
    on all its projects, also those that an error stands in the way of, and on the total before any rule.
    ``spent``: by project whose facts are sound; taken from the pairs where it is left out.
    """
    if spent is None:
        spent = {plan.place: None if facts.spent is None else facts.spent.value for plan, facts in pairs}
    own = {key(each.code): each for each in departments if each.code}
    totals = {key(each.code): each.before or each.total for each in scores if each.code}
    by_department: dict[str, list[ProjectPlan]] = {each.code: [] for each in own.values()}
    names = {at: each.code for at, each in own.items()}
    for plan, _ in pairs:
        by_department.setdefault(names.get(key(plan.department), plan.department), []).append(plan)
    return tuple(
        flag
        for name, projects in by_department.items()
        for flag in _judge(name, projects, own.get(key(name)), totals.get(key(name)), spent)
    )


def _judge(
    name: str,
    projects: Sequence[ProjectPlan],
    department: DepartmentPlan | None,
    total: Interval | None,
    spent: Spent,
) -> Iterator[Flag]:
    of_projects = (rule for plan in projects for rule in plan.rules if rule.each == "department")
    rules = {id(rule.effects): rule for rule in (*of_projects, *(department.rules if department else ()))}
    if not rules:
        return
    members = [_member(each) for each in projects] if department is None else department.members
    scope: Mapping[str, Known] = words_of_department(members, spent)
    if total is not None and total.settled:
        scope = {**scope, "total": total.low}
    within = {} if total is None else {"total": total}
    for rule in rules.values():
        if RuleValues(scope, rule.units, (), None, within).holds(rule.condition) == "yes":
            yield from _told(rule, name)


def _member(plan: ProjectPlan) -> MemberScheme:
    budget = None if plan.budget is None else plan.budget.value
    return MemberScheme(plan.code, plan.name, plan.place, budget, None)


def _told(rule: RulePlan, department: str) -> Iterator[Flag]:
    for effect in rule.effects:
        if isinstance(effect, ast.Told):
            code = "P0712" if effect.severity == "fault" else "P0711"
            who = f"部门 {department}：" if department else ""
            of = f"department {department}: " if department else ""
            text = Text(f"{who}{effect.text}", f"{of}{effect.text}")
            yield Flag(code, "", text, rule.source.place(effect.span), rule.name)
