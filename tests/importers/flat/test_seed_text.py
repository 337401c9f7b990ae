"""The seed's text comes out as its hand-checked truth, field by field, sure, with the lines of each."""

from __future__ import annotations

import time
from decimal import Decimal
from typing import Any

import pytest

from perfdsl.documents.document import OnLines
from perfdsl.importers.draft import Field
from perfdsl.importers.flat.read_stream import read_stream
from perfdsl.syntax import ast
from tests.importers.flat.say_forms import seed_lines, truth

FORMS, UNUSED = read_stream(seed_lines())
PROJECTS: list[dict[str, Any]] = truth()["projects"]
PAIRS = [
    pytest.param(form, project, id=project["name"]) for form, project in zip(FORMS, PROJECTS, strict=True)
]
ROWS = [
    pytest.param(row, wanted, id=f"{project['seq']}-{wanted['no']}")
    for form, project in zip(FORMS, PROJECTS, strict=True)
    for row, wanted in zip(form.rows, project["indicators"], strict=True)
]
SIGNS = {"≥": ">=", "≤": "<="}


def holds(field: Field, source: list[int]) -> bool:
    (spot,) = field.spots
    return isinstance(spot, OnLines) and spot.first <= source[0] and source[1] <= spot.last


def test_number_of_forms_and_rows() -> None:
    assert [len(form.rows) for form in FORMS] == [7, 7, 7, 7]
    assert all(form.kind == "targets" and form.reasons == () for form in FORMS)
    left = ["".join(each.text.split()) for each in UNUSED]
    assert left == ["第一部分部门整体绩效目标", "第二部分预算项目绩效目标"]


@pytest.mark.parametrize(("form", "project"), PAIRS)
def test_head(form: Any, project: dict[str, Any]) -> None:
    said = {
        "seq": project["seq"], "title": project["title"], "code": project["code"], "name": project["name"],
        "unit_code": project["unit_code"], "department": project["unit"],
        "money_unit": project["currency_unit"],
        "budget": Decimal(project["budget"]), "fiscal": Decimal(project["fiscal"]),
        "purpose": project["purpose"],
        "plan_header": project["spending_plan_header"],
    }  # fmt: skip
    assert {name: form.head[name].value for name in said} == said
    assert {form.head[name].status for name in said} == {"ok"}
    assert (form.head["other"].status, form.head["other"].value) == ("missing", None)


@pytest.mark.parametrize(("form", "project"), PAIRS)
def test_plan_and_goals(form: Any, project: dict[str, Any]) -> None:
    plan = [(point.month, point.label.value, point.amount.value) for point in form.plan]
    assert plan == [(p["month"], p["label"], Decimal(p["cumulative"])) for p in project["spending_plan"]]
    assert [goal.value for goal in form.goals] == [goal["text"] for goal in project["goals"]]
    assert {field.status for field in (*form.goals, *(point.amount for point in form.plan))} == {"ok"}
    for goal, wanted in zip(form.goals, project["goals"], strict=True):
        assert holds(goal, wanted["_src"])


@pytest.mark.parametrize(("row", "wanted"), ROWS)
def test_rows(row: Any, wanted: dict[str, Any]) -> None:
    for name in ("level1", "level2", "name", "description", "basis"):
        assert (row.fields[name].value, row.fields[name].status) == (wanted[name], "ok"), name
        assert holds(row.fields[name], wanted["_src"][name]), name
    target = row.fields["target"]
    assert target.status == "ok"
    assert holds(target, wanted["_src"]["value"])
    assert isinstance(target.value, ast.Bound)
    assert target.value.op == SIGNS[wanted["op"]]
    assert (target.value.value.value, target.value.value.unit) == (Decimal(wanted["value"]), wanted["unit"])


def test_header_repeated_after_a_page_is_passed_over() -> None:
    assert [len(form.passed_over) for form in FORMS] == [0, 1, 0, 0]
    assert FORMS[1].passed_over[0].spots == (OnLines(512, 512),)


def test_it_is_quick() -> None:
    before = time.perf_counter()
    read_stream(seed_lines())
    assert time.perf_counter() - before < 0.5
