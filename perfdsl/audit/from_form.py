"""Turns a recognised 自评表 into what an audit compares: published rows, money, the total, and doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from perfdsl.actuals.read_value import is_blank
from perfdsl.audit.filled_form import Entry, FilledForm, FilledRow, MoneyLine, Unsure
from perfdsl.audit.list_unread import list_unread
from perfdsl.audit.place_spot import place_of
from perfdsl.audit.published import Published, PublishedRow
from perfdsl.audit.read_entry import doubts_of, read_entry
from perfdsl.audit.read_points import read_points
from perfdsl.audit.read_total import read_total, read_weight_total
from perfdsl.audit.said_of_actual import said_of_actual
from perfdsl.diagnostic import Text
from perfdsl.importers.draft import DraftRow, Field, FormDraft, HeadName, MoneyRow, RowName
from perfdsl.importers.read_fields import target_field
from perfdsl.importers.tidy_text import tidy

_YEAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_COMPARED: Final[tuple[RowName, ...]] = ("target", "operator", "unit", "actual", "weight", "score")
"""Columns that decide how a row compares; a doubt about one of them leaves the row out."""

_STANDS_AT: Final[tuple[RowName, ...]] = ("score", "actual", "target", "name")
_SHOWN: Final[tuple[RowName, ...]] = ("name", *_COMPARED, "reason")
_HEADS: Final[tuple[HeadName, ...]] = ("name", "year", "budget", "plan_header", "total")
"""What an audit looks at; doubts about other fields are the importer's to tell."""


def read_form(draft: FormDraft, file: str) -> FilledForm:
    """Read all that an audit looks at, from the printed texts; nothing is corrected or filled in."""
    year, name = _year_of(draft), _name_of(draft)
    rows = tuple(_row(each, name, year, file) for each in draft.rows)
    head = draft.head
    return FilledForm(
        name=name,
        year=year,
        rows=rows,
        money=tuple(map(_money_line, draft.money)),
        total=read_total(draft),
        weight_total=read_weight_total(draft),
        published=Published(file, tuple(each.row for each in rows)),
        plan_header=_text_entry(head["plan_header"]) if "plan_header" in head else None,
        plan=tuple(read_entry(point.amount) for point in draft.plan),
        budget=read_entry(head["budget"]) if "budget" in head else None,
        prose=tuple(Entry(tidy(each.text), None, each.spots) for each in (*draft.unused, *draft.passed_over)),
        unsure=tuple(_unsure_fields(draft, rows)),
        unread=tuple(list_unread(draft)),
        reasons=draft.reasons,
    )


def _row(draft: DraftRow, project: str, year: int | None, file: str) -> FilledRow:
    fields = draft.fields
    text = {name: tidy(fields[name].raw) for name in fields}
    weight, score = read_entry(fields.get("weight")), read_entry(fields.get("score"))
    places = {name: field.spots for name, field in fields.items()}
    spot = next((places[name][0] for name in _STANDS_AT if places.get(name)), None)
    row = PublishedRow(
        project=project,
        group=tuple(level for name in ("level1", "level2") if (level := _text(text, name))),
        indicator=_text(text, "name"),
        target=_text(text, "target"),
        operator=_text(text, "operator"),
        unit=_text(text, "unit"),
        actual=_text(text, "actual"),
        weight_text=_text(text, "weight"),
        score_text=_text(text, "score"),
        note=_text(text, "reason"),
        year=year,
        weight=None if is_blank(weight.text) else read_points(weight.text, is_weight=True),
        awarded=None if is_blank(score.text) else read_points(score.text),
        place=place_of(file, spot, score.text),
        spot=spot,
        doubts=tuple(doubt for name in _COMPARED for doubt in _doubts(fields, name, year)),
    )
    unsure = frozenset(name for name in _SHOWN if _doubts(fields, name, year))
    return FilledRow(row, score, weight, places, unsure)


def _text(texts: Mapping[RowName, str], name: RowName) -> str:
    return texts.get(name, "")


def _doubts(fields: Mapping[RowName, Field], name: RowName, year: int | None) -> tuple[Text, ...]:
    field = fields.get(name)
    if field is None:
        return ()
    operator, unit = (fields[each].raw if each in fields else "" for each in ("operator", "unit"))
    if name == "target":
        alone = target_field(field.raw, (), operator=operator, unit=unit, year=year)
        return doubts_of(field, alone.reasons)
    return doubts_of(field, said_of_actual(fields) if name == "actual" else ())


def _money_line(row: MoneyRow) -> MoneyLine:
    return MoneyLine(
        row.role, tidy(row.label.raw), {name: read_entry(field) for name, field in row.fields.items()}
    )


def _text_entry(field: Field) -> Entry:
    return Entry(tidy(field.raw), None, field.spots, doubts_of(field))


def _name_of(draft: FormDraft) -> str:
    order: tuple[HeadName, ...] = ("name", "title")
    return next((text for name in order if name in draft.head and (text := tidy(draft.head[name].raw))), "")


def _year_of(draft: FormDraft) -> int | None:
    """Give the year that a form says it is of; of its title, only where that names one year."""
    order: tuple[HeadName, ...] = ("year", "title", "period")
    for name in order:
        text = tidy(draft.head[name].raw) if name in draft.head else ""
        found = set(map(int, _YEAR.findall(text)))
        if len(found) == 1:
            return found.pop()
    return None


def _unsure_fields(draft: FormDraft, rows: tuple[FilledRow, ...]) -> Iterator[Unsure]:
    for name in _HEADS:
        if name in draft.head:
            yield from _unsure("", name, draft.head[name], doubts_of(draft.head[name]))
    for line in draft.money:
        for column, field in line.fields.items():
            yield from _unsure(tidy(line.label.raw), column, field, read_entry(field).doubts)
    for drawn, filled in zip(draft.rows, rows, strict=True):
        for place in _SHOWN:
            doubts = _doubts(drawn.fields, place, filled.row.year)
            yield from _unsure(filled.row.indicator, place, drawn.fields.get(place), doubts)


def _unsure(subject: str, column: str, field: Field | None, doubts: tuple[Text, ...]) -> Iterator[Unsure]:
    if field is not None and doubts:
        yield Unsure(subject, column, tidy(field.raw), doubts, field.spots)
