"""How much money should have been spent by the end of a month: by the payment plan, or else by months."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal

from perfdsl.diagnostic import Diagnostics
from perfdsl.monitor.count_months import YEAR
from perfdsl.scheme.check_money import PERCENT, WHOLE
from perfdsl.scheme.read_project import read_money
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast

ZERO = Fraction(0)
Planned = tuple[tuple[int, Fraction], ...]
"""Cumulative amounts in 元 by the end of months."""


def planned_money(project: ProjectScheme) -> Planned:
    """Give the payment plan (支出计划) in 元; empty where there is none, or where it cannot be read."""
    node = next((part for part in project.node.parts if isinstance(part, ast.PaymentPlan)), None)
    if node is None or not node.points:
        return ()
    found: list[tuple[int, Fraction]] = []
    percent = all(point.amount.unit in PERCENT for point in node.points)
    for point in node.points:
        amount = _amount(project, point.amount, percent=percent)
        if amount is None or (found and (point.month <= found[-1][0] or amount < found[-1][1])):
            return ()  # what is wrong with it was told when the sheet was checked
        found.append((point.month, amount))
    return tuple(found)


def _amount(project: ProjectScheme, number: ast.Number, *, percent: bool) -> Fraction | None:
    if percent:
        budget = project.budget
        return None if budget is None else Fraction(number.value) / WHOLE * budget.value
    amount = read_money(number, project.source, project.money_unit, project.units, Diagnostics())
    return None if amount is None else amount.value


def due_by_plan(planned: Planned, month: Fraction | int, how: Literal["prorata", "by_node"]) -> Fraction:
    """Give what a plan says is spent by the end of a month, counted from nothing at the year's start.

    ``prorata``: between two points a part of the way; ``by_node``: what the last point says.
    """
    before = (0, ZERO)
    for point in planned:
        if point[0] > month:
            if how == "by_node":
                return before[1]
            return before[1] + (point[1] - before[1]) * (Fraction(month) - before[0]) / (point[0] - before[0])
        before = point
    return before[1]


def due_by_months(budget: Fraction, month: int) -> Fraction:
    """Give a twelfth of the budget for each month that is over."""
    return budget * month / YEAR


def pace_due(points: Sequence[tuple[int, Fraction]], month: int) -> tuple[int, Fraction] | None:
    """Give the last point of a pace that has come by the end of a month; None before the first."""
    come = [point for point in points if point[0] <= month]
    return come[-1] if come else None
