"""Checks a budget against its parts: 预算数 = 财政资金 + 其他资金, where blank is not zero."""

from __future__ import annotations

from decimal import Decimal

from perfdsl.diagnostic import Text
from perfdsl.importers import messages
from perfdsl.importers.draft import Field, FormDraft, HeadName, Status


def check_budget(form: FormDraft) -> FormDraft:
    """Mark amounts that contradict each other; a part alone that is below the whole is to be checked."""
    budget, fiscal, other = (_amount(form, name) for name in ("budget", "fiscal", "other"))
    if budget is None or fiscal is None:
        return form
    if other is not None:
        if budget == fiscal + other:
            return form
        told = messages.parts_and_total(f"{budget}", f"{fiscal + other}")
        return _marked(form, ("budget", "fiscal", "other"), told, "conflict")
    if budget == fiscal or ("other" not in form.head and fiscal < budget):
        return form
    if fiscal > budget:
        return _marked(
            form, ("budget", "fiscal"), messages.parts_and_total(f"{budget}", f"{fiscal}"), "conflict"
        )
    return _marked(form, ("budget", "fiscal"), messages.blank_part(f"{budget}", f"{fiscal}"), "check")


def _amount(form: FormDraft, name: HeadName) -> Decimal | None:
    value = form.value(name)
    return value if isinstance(value, Decimal) else None


def _marked(form: FormDraft, names: tuple[HeadName, ...], told: Text, status: Status) -> FormDraft:
    fields: dict[HeadName, Field] = {name: form.head[name].doubted(told, status) for name in names}
    return form._replace(head={**form.head, **fields})
