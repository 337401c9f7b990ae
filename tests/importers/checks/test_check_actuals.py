"""A bare actual with two readings is left to a person; one with a single reading is taken."""

from __future__ import annotations

from decimal import Decimal

import pytest

from perfdsl.importers.checks.check_actuals import check_actuals
from perfdsl.importers.draft import DraftRow, Field, FormDraft
from perfdsl.importers.read_fields import target_field
from perfdsl.syntax import ast


@pytest.mark.parametrize(
    ("target", "actual", "unit", "status"),
    [
        ("≥90%", "92", "", "check"),
        ("≥90%", "0.92", "", "ok"),
        ("≥90%", "92", "%", "ok"),
        ("≥1.5万人", "1.6", "", "check"),
        ("≥12次", "11", "", "ok"),
        ("≤5万元", "4.8", "", "ok"),
        ("定性 明显", "92", "", "ok"),
    ],
)
def test_bare_actuals(target: str, actual: str, unit: str, status: str) -> None:
    number = ast.Number(span=(0, 0), value=Decimal(actual), unit=unit, text=f"{actual}{unit}")
    row = DraftRow({"target": target_field(target, ()), "actual": Field(actual, number, ())})
    (checked,) = check_actuals(FormDraft("self_evaluation", {}, (row,))).rows
    assert checked.fields["actual"].status == status
    assert bool(checked.fields["actual"].alternatives) == (status == "check")
