"""Holds the parts of a form's money against their total, and a payment plan's header against its amounts."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from perfdsl.audit import messages_form as messages
from perfdsl.audit.filled_form import Entry, FilledForm, Parts
from perfdsl.audit.mistake import Mistake
from perfdsl.diagnostic import Text
from perfdsl.importers.draft import MoneyName
from perfdsl.syntax.normalise import normalise

_COLUMNS: Final[dict[MoneyName, Text]] = {
    "initial": Text("年初预算数", "initial budget"),
    "full_year": Text("全年预算数", "full-year budget"),
    "executed": Text("全年执行数", "spending"),
}
_ALL_OF_IT = 100


def check_money(form: FilledForm) -> Iterator[Mistake]:
    """Report columns whose printed parts do not make their total, and percent above amounts.

    A blank part may be the rest: that is said once, of the first column, and is no contradiction.
    """
    found = [mistake for name, column in _COLUMNS.items() for mistake in _check_parts(form, name, column)]
    blank = [each for each in found if each.kind == "money_parts_blank"]
    yield from (each for each in found if each.kind == "money_parts")
    yield from blank[:1]
    yield from _check_plan(form)


def _check_parts(form: FilledForm, name: MoneyName, column: Text) -> Iterator[Mistake]:
    """A blank part, and one that the form does not list, is not zero: parts below the total may be right."""
    line = form.money_total
    total = line.entries.get(name) if line is not None else None
    parts = [each for each in form.money if each.role != "total"]
    others = [each.entries[name] for each in parts if name in each.entries]
    numbers = [each.number.value for each in others if each.number is not None]
    if line is None or total is None or total.number is None or not numbers:
        return
    if any(each.text and each.number is None for each in others):
        return
    found = sum(numbers, Fraction(0))
    has_blanks = len(numbers) < len(parts) or not any(each.role == "other" for each in parts)
    if found != total.number.value:
        sure = all(each.is_sure for each in (total, *others))
        is_less = has_blanks and 0 <= found < total.number.value
        said = Parts(column, found, has_blanks)
        yield messages.money_parts(line.label, total, said, is_sure=sure, is_less=is_less)


def _check_plan(form: FilledForm) -> Iterator[Mistake]:
    header, last = form.plan_header, form.plan[-1] if form.plan else None
    budget = form.budget or _budget_of(form)
    if header is None or last is None or last.number is None or budget is None or budget.number is None:
        return
    is_money = last.number.value == budget.number.value != _ALL_OF_IT
    if "%" in normalise(header.text) and is_money:
        yield messages.percent_over_money(header, last, is_sure=last.is_sure and budget.is_sure)


def _budget_of(form: FilledForm) -> Entry | None:
    line = form.money_total
    return line.entries.get("full_year") if line is not None else None
