"""Checks that a form says what a sheet cannot do without: a name, a unit of its money, targets."""

from __future__ import annotations

from collections.abc import Mapping

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import DraftRow, Field, FormDraft, HeadName, MoneyName, MoneyRow
from perfdsl.scheme.read_project import MONEY
from perfdsl.units import find_unit

NO_NAME = Text("表中没有印出项目名称", "no name of the project is printed")
NO_UNIT = Text("没有印出金额的单位", "no unit of money is printed")
NO_TARGET = Text("表中没有印出指标值", "no target is printed")
_AMOUNTS: tuple[HeadName, ...] = ("budget", "fiscal", "other")
_IN_FORCE: tuple[MoneyName, ...] = ("initial", "full_year", "executed")


def check_required(form: FormDraft) -> FormDraft:
    """Mark what is wanting, so that the report counts whatever will be a hole of the sheet."""
    head: dict[HeadName, Field] = dict(form.head)
    if "name" not in head or head["name"].status == "missing":
        head["name"] = head.get("name", Field("", None, ()))._replace(status="check", reasons=(NO_NAME,))
    money = form.money
    if not has_money_unit(form):
        head |= _without_unit(head)
        money = tuple(_row_without_unit(row) for row in money)
    return form._replace(head=head, money=money, rows=tuple(map(_with_target, form.rows)))


def has_money_unit(form: FormDraft) -> bool:
    """Whether the form surely prints the unit of its amounts."""
    field = form.head.get("money_unit")
    unit = find_unit(str(field.value)) if field is not None and field.status == "ok" else None
    return unit is not None and unit.dimension == MONEY


def _without_unit(head: Mapping[HeadName, Field]) -> dict[HeadName, Field]:
    return {
        name: head[name].doubted(NO_UNIT) for name in _AMOUNTS if name in head and head[name].status == "ok"
    }


def _row_without_unit(row: MoneyRow) -> MoneyRow:
    amounts = {name: row.fields[name] for name in _IN_FORCE if name in row.fields}
    doubted = {name: field.doubted(NO_UNIT) for name, field in amounts.items() if field.status == "ok"}
    return row._replace(fields={**row.fields, **doubted})


def _with_target(row: DraftRow) -> DraftRow:
    target = row.fields.get("target")
    if target is not None and target.status != "missing":
        return row
    blank = target if target is not None else Field("", None, ())
    return DraftRow({**row.fields, "target": blank._replace(status="check", reasons=(NO_TARGET,))})
