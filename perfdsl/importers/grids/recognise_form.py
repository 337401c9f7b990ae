"""Reads the lines of one form into a draft: title, head, money, plan, goals, and its tables of indicators."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from perfdsl.importers.draft import Field, FormDraft, FormKind, HeadName
from perfdsl.importers.grids.cut_forms import FormPieces
from perfdsl.importers.grids.fill_tables import Table, read_table, with_tables
from perfdsl.importers.grids.find_parts import find_parts, head_of
from perfdsl.importers.grids.form_rows import Taken
from perfdsl.importers.grids.list_unused import take_labels
from perfdsl.importers.grids.read_goals import read_goals
from perfdsl.importers.grids.read_head import read_head
from perfdsl.importers.grids.read_money import read_money
from perfdsl.importers.grids.read_plan import read_plan
from perfdsl.importers.grids.read_title import kind_in_title
from perfdsl.importers.tidy_text import tidy

_MONTHS = re.compile(r"[0-9]{1,2}月?\s*[-—–~－～至到]\s*[0-9]{1,2}月")
_PARTS = frozenset({"fiscal", "other"})
"""Parts of the budget; in a form with a money part they are told of there."""


def recognise_form(form: FormPieces) -> Iterator[FormDraft]:
    """Read one form; none where its lines hold neither a table of indicators nor a project's name."""
    taken = Taken()
    parts, pieces = find_parts(form.pieces[form.titles :]), form.pieces
    head, unit = head_of(form, parts, taken)
    money = read_money(parts.rest, taken, unit)
    plan_header, plan = read_plan(parts.rest, taken)
    goals = read_goals(parts.rest, taken)
    pairs = read_head(parts.rest, taken, unit)
    if money:
        pairs = {name: one for name, one in pairs.items() if name not in _PARTS or one.value is not None}
    head = {**pairs, **head, **goals.head, **plan_header}
    year = head["year"].value if "year" in head else None
    tables = tuple(read_table(body, year if isinstance(year, int) else None) for body in parts.bodies)
    if not tables and not ({"name", "code"} & head.keys()):
        return
    take_labels(parts.rest, taken)
    head |= _period(tables)
    draft = FormDraft(_kind(head, tables), head, (), plan, goals.listed, money)
    yield with_tables(draft, tables, pieces, taken)


def _period(tables: Sequence[Table]) -> dict[HeadName, Field]:
    """Find the months that a 监控表 speaks of: 1-7月执行情况."""
    for table in tables:
        for column in table.body.header.columns:
            found = _MONTHS.search(tidy(column.cell.text))
            if found:
                return {"period": Field(column.cell.text, found[0], column.cell.spots)}
    return {}


def _kind(head: Mapping[HeadName, Field], tables: Sequence[Table]) -> FormKind:
    held = {column.meaning for table in tables for column in table.settled.columns}
    if any(table.body.header.sets > 1 for table in tables):
        return "declaration"
    if {"forecast", "likelihood"} & held:
        return "monitoring"
    if "actual" in held and "score" in held:
        return "self_evaluation"
    return kind_in_title(head.get("title")) or "targets"
