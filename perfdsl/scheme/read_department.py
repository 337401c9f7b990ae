"""A department read like a project: its own indicators, and its projects with what its score asks of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from perfdsl.scheme.names import key
from perfdsl.scheme.rubric_scheme import RubricScheme
from perfdsl.scheme.scheme import DepartmentScheme, MemberScheme, ProjectScheme
from perfdsl.source import Source, Span
from perfdsl.syntax import ast
from perfdsl.syntax.node import make
from perfdsl.units import Quantity, Unit


def as_project(source: Source, node: ast.Department) -> ast.Project:
    """Give the tree of a project that has a department's name, code and indicators."""
    return make(ast.Project, node.span, name=node.name, name_span=_name_span(source, node), parts=node.parts)


def has_indicators(node: ast.Department) -> bool:
    """Whether a department has indicators of its own."""
    return any(isinstance(part, ast.Group) and part.indicators for part in node.parts)


def wants_of(own: ProjectScheme | None, rubric: RubricScheme | None) -> tuple[str, ...]:
    """Tell what a department's score asks of its projects: that there are any, budgets, weights."""
    rollup = None if rubric is None else rubric.rollup
    execution = own is not None and own.scoring is not None and bool(own.scoring.execution_weight)
    asked = {
        "projects": execution or (rollup is not None and rollup.own < 1),
        "budget": execution or (rollup is not None and rollup.how == "by_budget"),
        "weights": rollup is not None and rollup.how == "by_weight",
    }
    return tuple(word for word, wanted in asked.items() if wanted)


def member_of(project: ProjectScheme) -> tuple[str, MemberScheme]:
    """Give the code of a project's department, and what that is told of it."""
    budget = None if project.budget is None else project.budget.value
    member = MemberScheme(project.code, project.name, project.place, budget, project.share_of_department)
    return project.department, member


def with_members(
    departments: Sequence[DepartmentScheme], members: Iterable[tuple[str, MemberScheme]]
) -> tuple[DepartmentScheme, ...]:
    """Give departments their projects, in order, and the sum of their budgets where each has one."""
    of: dict[str, list[MemberScheme]] = {}
    for department, member in members:
        of.setdefault(key(department), []).append(member)
    return tuple(_with(each, tuple(of.get(key(each.code), ())) if each.code else ()) for each in departments)


def budget_of(members: Sequence[MemberScheme]) -> Fraction | None:
    """Sum the budgets of projects, in 元; None where one has none, or where there is no project."""
    budgets = [member.budget for member in members]
    known = [budget for budget in budgets if budget is not None]
    return sum(known, Fraction(0)) if known and len(known) == len(budgets) else None


def _with(department: DepartmentScheme, members: tuple[MemberScheme, ...]) -> DepartmentScheme:
    own, budget = department.own, budget_of(members)
    if own is not None and budget is not None:
        own = own._replace(budget=Quantity(budget, _unit_for(own)))
    return department._replace(members=members, own=own)


def _unit_for(own: ProjectScheme) -> Unit:
    """The unit in which a sum is shown: what the sheet says, or 万元."""
    from perfdsl.units import find_unit

    unit = own.money_unit or find_unit("万元")
    assert unit is not None  # noqa: S101 — a built-in unit
    return unit


def _name_span(source: Source, node: ast.Department) -> Span:
    """Where the name of a department stands: in its first line."""
    start = node.span[0]
    end = source.text.find("\n", start)
    end = len(source.text) if end < 0 else end
    at = source.text.find(node.name, start, end)
    return (at, at + len(node.name)) if at >= 0 and node.name else (start, max(end, start))
