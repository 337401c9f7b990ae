"""Finds the unit of money that a form prints only with its amounts: 资金总额：86.40万元."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.importers import messages_money as messages
from perfdsl.importers.draft import Field, FormDraft, HeadName, MoneyName
from perfdsl.importers.grids.read_amounts import AMOUNTS
from perfdsl.importers.read_fields import unit_of_amount

_HEADS: tuple[HeadName, ...] = ("budget", "fiscal", "other", "period_budget")


def settle_money_unit(form: FormDraft) -> FormDraft:
    """Take the one unit that amounts print for the form's; amounts without it are then to be checked."""
    known = form.head.get("money_unit")
    if known is not None and known.status != "missing":
        return form
    printed = {unit: field for field in _amounts(form) if (unit := unit_of_amount(field.raw))}
    if len(printed) != 1:
        return form
    ((unit, field),) = printed.items()
    head: dict[HeadName, Field] = {
        name: _checked(field, unit) if name in _HEADS else field for name, field in form.head.items()
    }
    head["money_unit"] = Field(field.raw, unit, field.spots, notes=(messages.unit_of_amounts(),))
    money = []
    for row in form.money:
        fields: dict[MoneyName, Field] = {
            name: _checked(one, unit) if name in AMOUNTS else one for name, one in row.fields.items()
        }
        money.append(row._replace(fields=fields))
    return form._replace(head=head, money=tuple(money))


def _amounts(form: FormDraft) -> Iterator[Field]:
    yield from (form.head[name] for name in _HEADS if name in form.head)
    for row in form.money:
        yield from (field for name, field in row.fields.items() if name in AMOUNTS)


def _checked(field: Field, unit: str) -> Field:
    if field.status != "ok" or unit_of_amount(field.raw):
        return field
    return field.doubted(messages.amount_without_unit(unit))
