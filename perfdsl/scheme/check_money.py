"""A budget is the sum of its parts, and a payment plan leads up to all of it."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_sheet as messages
from perfdsl.scheme.read_project import ProjectReader
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast
from perfdsl.units import Quantity

WHOLE = Fraction(100)
PERCENT = frozenset({"%", "百分比"})


def check_budget(
    project: ProjectScheme, node: ast.Budget, reader: ProjectReader, diagnostics: Diagnostics
) -> None:
    """Complain of a budget that its parts do not make."""
    budget = project.budget
    if budget is None:
        return
    amounts = [reader.money(part.amount, project.money_unit) for part in node.parts]
    total = sum((amount.value for amount in amounts if amount is not None), Fraction(0))
    if amounts and None not in amounts and total != budget.value:
        place = reader.source.place(node.span)
        diagnostics.add(messages.budget_parts(place, budget, Quantity(total, budget.unit)))


def check_plan(
    project: ProjectScheme, node: ast.PaymentPlan, reader: ProjectReader, diagnostics: Diagnostics
) -> None:
    """Complain of a plan that goes back, or that ends elsewhere than at 100% or at the budget."""
    percent = all(point.amount.unit in PERCENT for point in node.points)
    sizes: list[Fraction] = []
    for point in node.points:
        amount = None if percent else reader.money(point.amount, project.money_unit)
        if percent:
            sizes.append(Fraction(point.amount.value))
        elif amount is None:
            return
        else:
            sizes.append(amount.value)
    _check_order(node, sizes, reader, diagnostics)
    if not node.points:
        return
    end = node.points[-1]
    place = reader.source.place(end.span)
    if percent and sizes[-1] != WHOLE:
        diagnostics.add(messages.plan_end_percent(place, end.amount.text))
    if not percent and project.budget is not None and sizes[-1] != project.budget.value:
        diagnostics.add(messages.plan_end(place, end.amount.text, project.budget))


def _check_order(
    node: ast.PaymentPlan, sizes: list[Fraction], reader: ProjectReader, diagnostics: Diagnostics
) -> None:
    for (before, low), (after, high) in pairwise(zip(node.points, sizes, strict=True)):
        places = reader.source.place(after.span), reader.source.place(before.span)
        if after.month <= before.month:
            diagnostics.add(messages.plan_months(*places))
        elif high < low:
            diagnostics.add(messages.plan_falls(*places))
