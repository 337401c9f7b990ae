"""The money of a form, as the budget and the payment plan of a project."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from perfdsl.diagnostic import Text
from perfdsl.importers.checks.check_required import NO_UNIT, has_money_unit
from perfdsl.importers.draft import Field, FormDraft, HeadName, MoneyName, MoneyRow
from perfdsl.importers.sheet.leave_open import NOWHERE, doubts, hole, is_open, unsettled
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

_NOT_THE_WHOLE = Text(
    "印出的各部分合起来不是总额，这里只写总额",
    "the printed parts are not the whole; only the total is written",
)
_PARTS: tuple[tuple[HeadName, str], ...] = (("fiscal", "财政资金"), ("other", "其他资金"))
_ROWS = {"fiscal": "财政资金", "carried": "上年结转资金", "other": "其他资金"}
_IN_FORCE: tuple[MoneyName, ...] = ("full_year", "initial")
_ALL = Decimal(100)


def build_budget(form: FormDraft) -> list[Any]:
    """Give the unit of money, the budget with its parts, and holes; a blank part is left out."""
    built: list[Any] = []
    unit = money_unit(form)
    if unit:
        built.append(make(ast.MoneyUnit, NOWHERE, unit=unit))
    total = _budget_field(form)
    parts = _parts(form)
    left_open = [hole(field, name) for name, field in parts if is_open(field)]
    if total is None or total.status == "missing":
        return built + left_open
    if is_open(total) or not unit:
        return [*built, hole(total if is_open(total) else total.doubted(NO_UNIT), "预算"), *left_open]
    known = [
        (name, field.value)
        for name, field in parts
        if field.status == "ok" and isinstance(field.value, Decimal)
    ]
    sums_up = not known or sum(value for _, value in known) == total.value
    amounts = [
        make(ast.BudgetPart, NOWHERE, name=name, amount=amount(value, unit))
        for name, value in known
        if sums_up
    ]
    budget = make(ast.Budget, NOWHERE, total=amount(total.value, unit), parts=tuple(amounts))
    partly = [] if sums_up else [unsettled("doubt", "预算", _say_parts(known, unit), _NOT_THE_WHOLE)]
    return [*built, budget, *doubts(total, "预算"), *partly, *left_open]


def _say_parts(known: Iterable[tuple[str, Decimal]], unit: str) -> str:
    return "，".join(f"{name} {value}{unit}" for name, value in known)


def build_plan(form: FormDraft) -> list[Any]:
    """Give the payment plan: amounts where it ends at the budget, percent where it ends at 100."""
    if not form.plan or all(point.amount.status == "missing" for point in form.plan):
        return []
    header = form.head.get("plan_header")
    settled = [point.amount for point in form.plan if point.amount.status == "ok"]
    unit = _plan_unit(form)
    if len(settled) < len(form.plan) or not unit:
        return [hole(_whole_plan(form), "支出计划")]
    points = tuple(
        make(ast.PaymentPoint, NOWHERE, month=point.month, amount=amount(point.amount.value, unit))
        for point in form.plan
    )
    return [
        make(ast.PaymentPlan, NOWHERE, points=points),
        *(doubts(header, "支出计划") if header is not None else ()),
    ]


def money_unit(form: FormDraft) -> str:
    """Give the unit of the form's amounts (万元); empty where none is printed, or not surely a known one."""
    return str(form.head["money_unit"].value) if has_money_unit(form) else ""


def amount(value: object, unit: str) -> ast.Number:
    """Make an amount as printed (``5.00`` keeps its zeros), with its unit."""
    return make(ast.Number, NOWHERE, value=value, unit=unit, text=f"{value}{unit}")


def total_row(form: FormDraft) -> MoneyRow | None:
    """Give the row 年度资金总额 of a filled form."""
    return next((row for row in form.money if row.role == "total"), None)


def _budget_field(form: FormDraft) -> Field | None:
    """The budget in force: 全年(调整)预算数 of a filled form before what was planned first."""
    row = total_row(form)
    if row is not None:
        for name in _IN_FORCE:
            field = row.fields.get(name)
            if field is not None and field.status != "missing":
                return field
    return form.head.get("budget")


def _parts(form: FormDraft) -> list[tuple[str, Field]]:
    total = total_row(form)
    if total is None:
        return [(label, form.head[name]) for name, label in _PARTS if name in form.head]
    column = _column_of_parts(form, total)
    rows = [row for row in form.money if row.role != "total"]
    return [
        (_ROWS[row.role], row.fields[column]) for row in rows if column is not None and column in row.fields
    ]


def _column_of_parts(form: FormDraft, total: MoneyRow) -> MoneyName | None:
    """The column whose parts make up the budget in force; None where only its total is printed."""
    full, initial = total.fields.get("full_year", _BLANK), total.fields.get("initial", _BLANK)
    if full.status == "missing":
        return "initial"
    if any(row.fields.get("full_year", _BLANK).status != "missing" for row in form.money if row is not total):
        return "full_year"
    return "initial" if full.value == initial.value else None


def _plan_unit(form: FormDraft) -> str:
    last, total = form.plan[-1].amount.value, _budget_field(form)
    if total is not None and total.status == "ok" and last == total.value:
        return money_unit(form)
    return "%" if last == _ALL else ""


def _whole_plan(form: FormDraft) -> Field:
    """All points as one field, with every reason."""
    points = form.plan
    said = "，".join(f"{point.label.raw.strip()} {point.amount.raw.strip()}" for point in points)
    reasons = tuple(dict.fromkeys(reason for point in points for reason in point.amount.reasons))
    why = reasons or (Text("看不出是金额还是百分比", "neither amounts nor percent"),)
    return Field(said, None, points[0].amount.spots, "check", why)


_BLANK = Field("", None, (), "missing")
