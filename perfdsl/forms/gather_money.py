"""What a sheet says of a project's money, in the unit of its form; what it does not say is not there."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction

from perfdsl.actuals.bound import BoundFact
from perfdsl.forms.contents import Point, Role
from perfdsl.forms.form import BLANK, Shown
from perfdsl.forms.show_value import show_amount, show_decimal, show_number
from perfdsl.scheme.known_units import YUAN
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast
from perfdsl.units import Quantity, Unit, find_unit

_ROLES: Mapping[str, Role] = {
    "财政资金": "fiscal",
    "财政拨款": "fiscal",
    "当年财政拨款": "fiscal",
    "上年结转": "carried",
    "上年结转资金": "carried",
    "结转资金": "carried",
    "其他资金": "other",
}
_EXACT = Context(prec=100)


def role_of(part: str) -> Role | None:
    """Tell which row of money a part of a budget belongs to; None where there is none for it."""
    return _ROLES.get(part)


def spent_in(spent: BoundFact | None, unit: Unit) -> Shown:
    """Show what was spent; blank where nobody said."""
    value = spent.fact.value if spent and spent.fact else None
    if spent is None or spent.value is None or not isinstance(value, ast.Number):
        return BLANK
    return show_amount(Quantity(spent.value, unit), value, unit)


def money_unit_of(project: ProjectScheme) -> Unit:
    """Give the unit of the form's amounts: the project's, else that of its budget."""
    return project.money_unit or (project.budget.unit if project.budget else YUAN)


def money_of(project: ProjectScheme, unit: Unit) -> dict[Role, Shown]:
    """Give what the sheet says of the budget and those of its parts that forms have rows for."""
    return _money(project.node, project, unit)


def first_money_of(project: ProjectScheme, unit: Unit) -> dict[Role, Shown]:
    """Give what it said before amendments; nothing where none changed the budget."""
    amended = "budget" in project.amended_by and project.written is not None
    return _money(project.written or project.node, project, unit) if amended else {}


def _money(node: ast.Project, project: ProjectScheme, unit: Unit) -> dict[Role, Shown]:
    budget = next((part for part in node.parts if isinstance(part, ast.Budget)), None)
    if budget is None:
        return {}
    found: dict[Role, Shown] = {"total": _amount(budget.total, project, unit)}
    for part in budget.parts:
        role, amount = role_of(part.name), _amount(part.amount, project, unit)
        if role is not None:
            found[role] = _sum(found[role], amount) if role in found else amount
    return found


def _sum(one: Shown, other: Shown) -> Shown:
    """Add amounts of one unit: a budget may name two parts for which a form has one row."""
    return show_decimal(_EXACT.add(Decimal(one.text), Decimal(other.text)))


def _amount(number: ast.Number, project: ProjectScheme, unit: Unit) -> Shown:
    """Show an amount in the form's unit; a share of a plan in % keeps its own."""
    own = find_unit(number.unit, project.units) if number.unit else unit
    if own is None or own.dimension != unit.dimension:
        return show_number(number)
    return show_amount(Quantity(Fraction(number.value) * own.factor, own), number, unit)


def points_of(plan: ast.PaymentPlan | None, project: ProjectScheme, unit: Unit) -> tuple[Point, ...]:
    """Give the points of payment, in order."""
    points = plan.points if plan else ()
    return tuple(Point(each.month, _amount(each.amount, project, unit)) for each in points)


def plan_unit_of(plan: ast.PaymentPlan | None, unit: Unit) -> str:
    """Name the unit of the payments: % where they are shares."""
    shares = plan is not None and any(point.amount.unit == "%" for point in plan.points)
    return "%" if shares else unit.name
