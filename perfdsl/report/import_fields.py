"""Every field of a form in the order of reports, with its label, and whether a sheet has a place for it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.importers.draft import DepartmentDraft, DraftRow, Field, FormDraft, HeadName, MoneyRow, RowName
from perfdsl.report import import_words as words
from perfdsl.syntax import ast

Part = Literal["head", "money", "plan", "goal", "row"]

_NO_PLACE_IN_HEAD: Final[frozenset[HeadName]] = frozenset(
    {"title", "seq", "department", "implementer", "actual_goal", "total", "period_goal", "period_budget"}
)
_NO_PLACE_IN_ROW: Final[frozenset[RowName]] = frozenset(
    {
        "direction", "forecast", "likelihood", "period_target",
        "cause_money", "cause_rules", "cause_people", "cause_equipment", "cause_other",
    }
)  # fmt: skip
_ONLY_WITH_ACTUAL: Final[frozenset[RowName]] = frozenset({"score", "reason"})
_AMOUNTS: Final[frozenset[HeadName]] = frozenset({"budget", "fiscal", "other"})


_LONGEST: Final = 40
"""Characters of the heading of a department's item that its label repeats."""


class Named(NamedTuple):
    """A field with its label. ``number``: of its row of indicators, from 1; else 0.

    ``has_place``: whether what it says goes into a sheet; what does not is reported, so that it does not
    vanish silently.
    """

    part: Part
    number: int
    label: Text
    field: Field
    has_place: bool = True

    @property
    def is_marked(self) -> bool:
        """Whether a person has to look at it."""
        return self.field.status in {"check", "conflict"}

    @property
    def is_left_out(self) -> bool:
        """Whether it says something that is not written to the sheet."""
        return not self.has_place and self.field.status != "missing"


def fields_of(form: FormDraft) -> Iterator[Named]:
    """Give each field of a form once: head, money, plan, goals, rows."""
    total = next((row for row in form.money if row.role == "total"), None)
    for name, field in form.head.items():
        is_superseded = name in _AMOUNTS and total is not None
        has_place = name not in _NO_PLACE_IN_HEAD and not is_superseded
        yield Named("head", 0, words.HEAD[name], field, has_place)
    for money in form.money:
        yield from _of_money(money, total)
    for point in form.plan:
        label = words.month_label(point.month)
        yield Named("plan", 0, words.beside(label, words.LABEL, "", ""), point.label)
        yield Named("plan", 0, label, point.amount)
    yield from (Named("goal", 0, words.GOAL, goal) for goal in form.goals)
    for number, row in enumerate(form.rows, start=1):
        yield from _of_row(number, row)


def _of_money(row: MoneyRow, total: MoneyRow | None) -> Iterator[Named]:
    funds = words.FUNDS[row.role]
    year = None if total is None else total.fields.get("full_year")
    in_force = "full_year" if year is not None and year.status != "missing" else "initial"
    yield Named("money", 0, words.beside(funds, words.LABEL, "", ""), row.label)
    for name, field in row.fields.items():
        has_place = name == in_force or (name == "executed" and row.role == "total")
        yield Named("money", 0, words.beside(funds, words.MONEY[name]), field, has_place)


def _of_row(number: int, row: DraftRow) -> Iterator[Named]:
    actual = row.fields.get("actual")
    is_reported = (
        actual is not None
        and actual.status == "ok"
        and isinstance(actual.value, ast.Number | ast.DateLiteral | ast.Word)
    )
    for name, field in row.fields.items():
        has_place = name not in _NO_PLACE_IN_ROW and (is_reported or name not in _ONLY_WITH_ACTUAL)
        yield Named("row", number, words.ROW[name], field, has_place)


def fields_of_department(draft: DepartmentDraft) -> Iterator[Named]:
    """Give each field of a department's text: head, overall goals, goals of areas, safeguards."""
    for name, field in draft.head.items():
        has_place = name in {"department", "unit_code", "year"}
        yield Named("head", 0, words.HEAD[name], field, has_place)
    if draft.intro is not None:
        yield Named("goal", 0, words.INTRO, draft.intro)
    parts = ((words.ITEM, draft.items), (words.AREA, draft.areas), (words.SAFEGUARD, draft.safeguards))
    for label, items in parts:
        for item in items:
            said = f"{item.number}{item.name}"
            yield Named(
                "goal", 0, Text(f"{label.zh} {said}".strip(), f"{label.en} {said}".strip()), item.text
            )
