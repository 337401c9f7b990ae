"""Binds what departments have of their own; what they have spent is the sum over their projects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.plan.plan import DepartmentPlan, Plan
from perfdsl.scheme.read_project import MONEY
from perfdsl.scheme.scheme import MemberScheme
from perfdsl.source import Place
from perfdsl.units import Quantity, Unit, find_unit, show_quantity

Spent = Mapping[Place, Fraction | None]
"""Place of each project whose facts are sound → what it has spent, in 元; None: not reported."""


def spent_by_project(plan: Plan, bound: Sequence[ProjectActuals], broken: frozenset[int]) -> Spent:
    """Give what each project has spent."""
    return {
        project.place: None if facts.spent is None else facts.spent.value
        for at, (project, facts) in enumerate(zip(plan.projects, bound, strict=True))
        if at not in broken
    }


def sum_spent(members: Sequence[MemberScheme], spent: Spent) -> Fraction | None:
    """Sum what projects have spent, in 元; None while one has not reported, or where there is none."""
    amounts = [spent.get(member.place) for member in members]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Fraction(0)) if known and len(known) == len(amounts) else None


def spent_of(department: DepartmentPlan, spent: Spent) -> BoundFact | None:
    """Give the amount that a department has spent as a fact that nobody recorded."""
    total = sum_spent(department.members, spent)
    if total is None:
        return None
    text = f"{show_quantity(Quantity(total, _unit_of(department)))}（{len(department.members)} 个项目合计）"
    return BoundFact(total, text, None)


def _unit_of(department: DepartmentPlan) -> Unit:
    own = department.own
    unit = own.budget.unit if own is not None and own.budget is not None else find_unit("万元")
    assert unit is not None  # noqa: S101 — a built-in unit
    assert unit.dimension == MONEY  # noqa: S101 — budgets are money
    return unit
