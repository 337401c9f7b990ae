"""import(export(x)) = x: what a form says is what our own readers find in it, in every form and format."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.readers import READERS
from perfdsl.forms import WRITERS
from perfdsl.forms.contents import Contents
from perfdsl.forms.form import Shown
from perfdsl.forms.lay_head import goals_text
from perfdsl.forms.lay_out_form import lay_out_form
from perfdsl.importers.draft import Field, FormDraft
from perfdsl.importers.grids.read_forms import read_forms
from perfdsl.syntax.read_target import read_target
from tests.forms.random_contents import contents

KINDS = ["self_evaluation", "monitoring", "declaration", "targets"]
ENDINGS = [".xlsx", ".docx"]
MONTH = 7


def there_and_back(kind: str, said: list[Contents], ending: str) -> list[FormDraft]:
    diagnostics = Diagnostics()
    forms = [lay_out_form(kind, each, MONTH) for each in said]
    data = WRITERS.get(ending)(forms, diagnostics)
    document = READERS.get(ending)(f"x{ending}", data, diagnostics)
    assert [d.message.zh for d in diagnostics] == []
    drafts, _ = read_forms(document)
    return list(drafts)


def told(field: Field | None) -> str:
    return "" if field is None else field.raw


def figure(field: Field | None) -> Decimal | None:
    """An amount or points as they were understood; blank is None, never zero."""
    if field is None or field.status == "missing":
        return None
    assert field.status in {"ok", "check", "conflict"}
    return field.value


def number_of(shown: Shown) -> Decimal | None:
    return None if shown.number is None else Decimal(shown.text)


def meaning(target: object) -> object:
    return target.model_dump(
        exclude={"span": True, "value": {"span"}, "low": {"span"}, "high": {"span"}, "date": {"span"}}
    )


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=contents())
def test_what_a_form_says_is_read_from_it(kind: str, ending: str, said: Contents) -> None:
    (draft,) = there_and_back(kind, [said], ending)
    assert draft.kind == kind
    assert told(draft.head.get("name")) == said.name
    assert told(draft.head.get("code")) == said.code
    assert draft.value("year") == said.year
    assert [told(row.fields["name"]) for row in draft.rows] == [line.name for line in said.lines]
    for row, line in zip(draft.rows, said.lines, strict=True):
        assert (told(row.fields["level1"]), told(row.fields["level2"])) == (line.level1, line.level2 or "—")
        assert (row.fields["level2"].value or "") == line.level2
        assert row.fields["level2"].status in {"ok", "missing"}
        target = row.fields["target"]
        expected = read_target(line.target).target
        assert target.raw == line.target
        assert (target.value is None) == (expected is None)
        if expected is not None:
            assert meaning(target.value) == meaning(expected)
        if kind == "self_evaluation":
            assert told(row.fields["actual"]) == line.actual.text
            assert figure(row.fields["weight"]) == number_of(line.weight)
            assert figure(row.fields["score"]) == number_of(line.score)
            assert told(row.fields["reason"]) == line.reason
        if kind == "monitoring":
            assert told(row.fields["actual"]) == line.actual.text
            assert told(row.fields["reason"]) == line.reason
        if kind == "targets":
            assert told(row.fields["description"]) == line.description
            assert told(row.fields["basis"]) == line.basis


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(said=contents())
def test_money_and_goals_come_back(kind: str, ending: str, said: Contents) -> None:
    (draft,) = there_and_back(kind, [said], ending)
    if kind in {"self_evaluation", "monitoring"}:
        rows = {row.role: row.fields for row in draft.money}
        assert {
            role: figure(fields["full_year" if kind == "self_evaluation" else "initial"])
            for role, fields in rows.items()
        } == {
            role: number_of(said.money[role]) if role in said.money else None
            for role in ("total", "fiscal", "carried", "other")
        }
        assert figure(rows["total"]["executed"]) == number_of(said.spent)
    else:
        for head, role in (("budget", "total"), ("fiscal", "fiscal"), ("other", "other")):
            assert figure(draft.head.get(head)) == (
                number_of(said.money[role]) if role in said.money else None
            )
    if kind == "self_evaluation":
        assert told(draft.head["expected_goal"]) == goals_text(said.goals)
        assert figure(rows["total"]["score"]) == number_of(said.execution_score)
    else:
        assert [told(goal) for goal in draft.goals] == list(said.goals)
    if kind == "targets":
        assert told(draft.head["purpose"]) == said.purpose
        assert [(point.month, figure(point.amount)) for point in draft.plan] == [
            (point.month, number_of(point.amount)) for point in said.plan
        ]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=3, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(first=contents(), second=contents())
def test_forms_of_one_file_stay_apart(kind: str, ending: str, first: Contents, second: Contents) -> None:
    drafts = there_and_back(kind, [first, second], ending)
    assert [told(draft.head.get("name")) for draft in drafts] == [first.name, second.name]
    assert [len(draft.rows) for draft in drafts] == [len(first.lines), len(second.lines)]
