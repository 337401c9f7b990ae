"""Departments held against their projects, in however many files they stand."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_rollup as messages
from perfdsl.scheme.scheme import DepartmentScheme


def check_departments(departments: Iterable[DepartmentScheme], diagnostics: Diagnostics) -> None:
    """Complain of projects that lack what their department's score asks of them: a budget, a weight."""
    for department in departments:
        place, name = department.place, department.name
        if not department.members:
            if department.wants:
                diagnostics.add(messages.no_projects(place, name, department.code))
            continue
        if "budget" in department.wants:
            lacking = [member.name for member in department.members if member.budget is None]
            if lacking:
                diagnostics.add(messages.member_without_budget(place, name, lacking))
            elif not sum(member.budget or 0 for member in department.members):
                diagnostics.add(messages.nothing_to_spend(place, name))
        if "weights" in department.wants:
            lacking = [member.name for member in department.members if member.weight is None]
            if lacking:
                diagnostics.add(messages.member_without_weight(place, name, lacking))
            elif not sum(member.weight or 0 for member in department.members):
                diagnostics.add(messages.weights_of_nothing(place, name))
