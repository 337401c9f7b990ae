"""Checks a plan of payments: it never falls, and ends at the budget (amounts) or at 100 (percent)."""

from __future__ import annotations

from decimal import Decimal

from perfdsl.diagnostic import Text
from perfdsl.importers import messages
from perfdsl.importers.draft import FormDraft, PlanPoint, Status
from perfdsl.importers.tidy_text import key_of

_WHOLE = 100


def check_plan(form: FormDraft) -> FormDraft:
    """Decide between amounts and percent, and say so where the heading says otherwise."""
    amounts = [point.amount.value for point in form.plan]
    known = [one for one in amounts if isinstance(one, Decimal)]
    if not known:
        return form
    if len(known) == len(amounts):
        for before, after, point in zip(known, known[1:], form.plan[1:], strict=False):
            if after < before:
                return _doubted(form, messages.plan_falls(point.month), "conflict")
    last, budget = amounts[-1], form.value("budget")
    if not isinstance(last, Decimal) or last == budget:
        return _noted(form) if isinstance(last, Decimal) and last == budget else form
    if last == _WHOLE and _is_percent(form) is not False:
        return form
    if not isinstance(budget, Decimal):
        return (
            form if last == _WHOLE else _doubted(form, messages.plan_ends_elsewhere(f"{last}", "—"), "check")
        )
    return _doubted(form, messages.plan_ends_elsewhere(f"{last}", f"{budget}"), "conflict")


def _is_percent(form: FormDraft) -> bool | None:
    """Whether the heading says percent; None without a heading."""
    header = form.head.get("plan_header")
    return None if header is None else "%" in key_of(header.raw)


def _noted(form: FormDraft) -> FormDraft:
    """Note amounts below a heading that says percent."""
    if not _is_percent(form) or form.value("budget") == _WHOLE:
        return form
    header = form.head["plan_header"].noted(messages.plan_is_money())
    return form._replace(head={**form.head, "plan_header": header})


def _doubted(form: FormDraft, told: Text, status: Status) -> FormDraft:
    plan = tuple(_point(point, told, status) for point in form.plan)
    return form._replace(plan=plan)


def _point(point: PlanPoint, told: Text, status: Status) -> PlanPoint:
    return point._replace(amount=point.amount.doubted(told, status))
