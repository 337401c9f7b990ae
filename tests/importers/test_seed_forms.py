"""Every typeset form of the seed gives the 285 fields of its hand-checked truth, each of them ``ok``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

import pytest

from perfdsl.importers.draft import Field, FormDraft
from perfdsl.syntax import ast
from tests.importers.read_files import SEED, doubts, forms_in

FILES = ("ruled.docx", "ruled.pdf", "tables.html", "sheet.xlsx", "sheet.xls")
TRUTH = json.loads((SEED / "linxi-2022.json").read_text(encoding="utf-8"))["projects"]
HEAD = {
    "title": "title", "code": "code", "name": "name", "unit_code": "unit_code", "unit": "department",
    "currency_unit": "money_unit", "purpose": "purpose",
}  # fmt: skip
MONEY = {"budget": "budget", "fiscal": "fiscal", "other": "other"}


@cache
def forms(file: str) -> tuple[FormDraft, ...]:
    found, unused = forms_in(file, (SEED / "forms" / file).read_bytes())
    assert not unused
    return found


def fields(form: FormDraft, truth: dict) -> Iterator[tuple[str, object, object, str]]:
    for theirs, ours in HEAD.items():
        yield ours, truth[theirs], form.value(ours), form.head[ours].status
    for theirs, ours in MONEY.items():
        expected = None if truth[theirs] is None else Decimal(truth[theirs])
        yield ours, expected, form.value(ours), form.head[ours].status
    yield "seq", truth["seq"], form.value("seq"), form.head["seq"].status
    yield "rows", len(truth["indicators"]), len(form.rows), "ok"
    for point, expected in zip(form.plan, truth["spending_plan"], strict=True):
        yield "month", expected["month"], point.month, point.label.status
        yield "amount", Decimal(expected["cumulative"]), point.amount.value, point.amount.status
    for goal, expected in zip(form.goals, truth["goals"], strict=True):
        yield "goal", expected["text"], goal.value, goal.status
    for row, expected in zip(form.rows, truth["indicators"], strict=True):
        for name in ("level1", "level2", "name", "description", "basis"):
            yield name, expected[name], row.fields[name].value, row.fields[name].status
        yield from target(row.fields["target"], expected)


def target(field: Field, expected: dict) -> Iterator[tuple[str, object, object, str]]:
    bound = field.value
    assert isinstance(bound, ast.Bound)
    signs = {"≥": ">=", "≤": "<="}
    yield "op", signs[expected["op"]], bound.op, field.status
    yield "value", Decimal(expected["value"]), bound.value.value, field.status
    yield "unit", expected["unit"], bound.value.unit, field.status


@pytest.mark.parametrize("file", FILES)
def test_every_field_is_right_and_sure(file):
    found = list(zip(forms(file), TRUTH, strict=True))
    checked = [(at, *one) for at, (form, truth) in enumerate(found) for one in fields(form, truth)]
    wrong = [one for one in checked if one[2] != one[3]]
    assert not wrong
    assert {one[1] for one in checked if one[4] != "ok"} == {"other"}
    assert len(checked) == 4 * 12 + 16 * 2 + 9 + 28 * 8


@pytest.mark.parametrize("file", FILES)
def test_clean_forms_give_no_doubt_and_no_cell_is_lost(file):
    for form in forms(file):
        assert doubts(form) == []
        assert form.unused == ()
        assert form.cells_used == form.cells >= 66


@pytest.mark.parametrize("file", FILES)
def test_the_percent_heading_over_amounts_is_noted(file):
    for form in forms(file):
        notes = [note.zh for note in form.head["plan_header"].notes]
        assert notes == ["表头是 %，填的是累计金额（12 月底 = 预算数）"]
        assert form.head["plan_header"].status == "ok"


def test_every_field_tells_its_place():
    for file in FILES:
        for form in forms(file):
            for row in form.rows:
                assert all(field.spots for field in row.fields.values())


def test_rows_that_a_page_break_cut_are_joined_and_noted():
    notes = [
        (row.text("name"), name)
        for form in forms("ruled.pdf")
        for row in form.rows
        for name, field in row.fields.items()
        for note in field.notes
        if re.search("分页", note.zh)
    ]
    assert ("代表建议采纳率", "level2") in notes
    assert ("代表建议采纳率", "name") in notes
