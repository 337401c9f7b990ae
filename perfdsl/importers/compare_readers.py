"""Holds two readings of one document against each other: where they differ, a person has to look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from perfdsl.diagnostic import Text
from perfdsl.importers import messages, messages_pages, messages_readers
from perfdsl.importers.draft import DraftRow, Field, FormDraft, PlanPoint, RowName
from perfdsl.importers.labels import is_total

_Name = TypeVar("_Name", bound=str)
_LABELS: tuple[RowName, ...] = ("level1", "level2", "name")
_NOT_READ = frozenset({messages.COLUMN_NOT_READ, messages_pages.ROW_LEFT})


class _Tally(NamedTuple):
    """Counts of fields: compared, differing, left out because the second reading is not sure."""

    compared: int = 0
    differing: int = 0
    unsure: int = 0

    def plus(self, other: _Tally) -> _Tally:
        return _Tally(*(a + b for a, b in zip(self, other, strict=True)))


def compare_forms(
    first: Sequence[FormDraft], second: Sequence[FormDraft]
) -> tuple[tuple[FormDraft, ...], tuple[Text, ...]]:
    """Mark each field of the first reading that the second reads otherwise, and sum up in words.

    A field that the second reading itself doubts is no evidence and is only counted; nor is a second reading
    without forms. A form with another number of rows is marked as a whole where the second reading does not
    doubt its own, or where the first left cells of the table unread; else that is only summed up. Linear in
    the number of fields.
    """
    if not second:
        return tuple(first), (messages_readers.nothing_to_compare(),)
    second = tuple(map(_without_totals, second))
    partners = _pair(first, second)
    held: list[FormDraft] = []
    tally = _Tally()
    for form, other in zip(first, partners, strict=True):
        compared, counts = _compare(form, other) if other is not None else (form, _Tally())
        held.append(compared)
        tally = tally.plus(counts)
    return tuple(held), tuple(_summary(first, second, partners, tally))


def _summary(
    first: Sequence[FormDraft],
    second: Sequence[FormDraft],
    partners: Sequence[FormDraft | None],
    tally: _Tally,
) -> Iterable[Text]:
    rows = tuple(sum(len(form.rows) for form in forms) for forms in (first, second))
    yield messages_readers.counted(len(first), rows[0], len(second), rows[1])
    yield messages_readers.fields_compared(*tally)
    alone = sum(other is None for other in partners)
    if alone:
        yield messages_readers.without_partner(alone)
    for form, other in zip(first, partners, strict=True):
        if other is not None and len(other.rows) != len(form.rows):
            name = form.head["name"].raw if "name" in form.head else ""
            sure = not other.reasons
            yield messages_readers.rows_of_form(
                "".join(name.split()), len(form.rows), len(other.rows), sure=sure
            )


def _pair(first: Sequence[FormDraft], second: Sequence[FormDraft]) -> list[FormDraft | None]:
    """Find the other reading of each form: by code, by name, or by its place."""
    if len(first) == len(second) and not any(_strangers(*both) for both in zip(first, second, strict=True)):
        return list(second)
    left = list(second)
    by_key: dict[str, list[FormDraft]] = {}
    for form in left:
        for key in _keys(form):
            by_key.setdefault(key, []).append(form)
    partners: list[FormDraft | None] = []
    taken: set[int] = set()
    for form in first:
        found = next(
            (one for key in _keys(form) for one in by_key.get(key, ()) if id(one) not in taken), None
        )
        partners.append(found)
        taken |= {id(found)} if found is not None else set()
    return partners


def _keys(form: FormDraft) -> list[str]:
    keys = [f"{name}:{_said(form.head[name])}" for name in ("code", "name") if name in form.head]
    return [key for key in keys if not key.endswith(":")]


def _strangers(one: FormDraft, other: FormDraft) -> bool:
    """Whether two forms have keys, and none in common."""
    mine, others = set(_keys(one)), set(_keys(other))
    return bool(mine) and bool(others) and mine.isdisjoint(others)


def _said(field: Field) -> str:
    return "".join(field.raw.split())


def _compare(form: FormDraft, other: FormDraft) -> tuple[FormDraft, _Tally]:
    head, tally = _fields(form.head, other.head)
    plan, counts = _plan(form.plan, other.plan)
    tally = tally.plus(counts)
    goals, counts = _goals(form.goals, other.goals)
    tally = tally.plus(counts)
    form = form._replace(head=head, plan=plan, goals=goals)
    if len(form.rows) != len(other.rows):
        return _other_count(form, other), tally
    rows: list[DraftRow] = []
    for row, twin in zip(form.rows, other.rows, strict=True):
        fields, counts = _fields(row.fields, twin.fields)
        rows.append(DraftRow(fields))
        tally = tally.plus(counts)
    return form._replace(rows=tuple(rows)), tally


def _without_totals(form: FormDraft) -> FormDraft:
    """Leave out what is no indicator: 合计, 总分."""
    return form._replace(rows=tuple(row for row in form.rows if not _is_total(row)))


def _is_total(row: DraftRow) -> bool:
    said = next((text for name in _LABELS if (text := row.text(name))), "")
    return bool(said) and is_total(said)


def _other_count(form: FormDraft, other: FormDraft) -> FormDraft:
    is_sure = not other.reasons
    if not is_sure and not any(one.reason in _NOT_READ for one in form.unused):
        return form
    doubt = messages_readers.other_count(len(form.rows), len(other.rows), sure=is_sure)
    return form._replace(reasons=(*form.reasons, doubt))


def _fields(mine: Mapping[_Name, Field], others: Mapping[_Name, Field]) -> tuple[dict[_Name, Field], _Tally]:
    """Compare fields that both readings have."""
    held, tally = dict(mine), _Tally()
    for name in mine:
        if name in others:
            held[name], counts = _field(mine[name], others[name])
            tally = tally.plus(counts)
    return held, tally


def _field(mine: Field, other: Field) -> tuple[Field, _Tally]:
    if other.status in {"check", "conflict"}:
        return mine, _Tally(unsure=1)
    if _said(mine) == _said(other) or (mine.value is not None and mine.value == other.value):
        return mine, _Tally(compared=1)
    doubted = mine.doubted(messages_readers.other_reading(other.raw))
    return doubted._replace(status="check" if doubted.status == "missing" else doubted.status), _Tally(1, 1)


def _plan(mine: Sequence[PlanPoint], others: Sequence[PlanPoint]) -> tuple[tuple[PlanPoint, ...], _Tally]:
    amounts = {point.month: point.amount for point in others}
    held, tally = list(mine), _Tally()
    for at, point in enumerate(mine):
        if point.month in amounts:
            amount, counts = _field(point.amount, amounts[point.month])
            held[at] = point._replace(amount=amount)
            tally = tally.plus(counts)
    return tuple(held), tally


def _goals(mine: Sequence[Field], others: Sequence[Field]) -> tuple[tuple[Field, ...], _Tally]:
    """Compare goals one by one, or, where one reading did not cut them, not at all."""
    if len(mine) != len(others):
        return tuple(mine), _Tally(unsure=len(mine))
    pairs = [_field(one, other) for one, other in zip(mine, others, strict=True)]
    tally = _Tally()
    for _, counts in pairs:
        tally = tally.plus(counts)
    return tuple(one for one, _ in pairs), tally
