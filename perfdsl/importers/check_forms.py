"""Holds forms against themselves, one by one, and their codes against one another."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.importers.check_actuals import check_actuals
from perfdsl.importers.check_budget import check_budget
from perfdsl.importers.check_code import check_codes
from perfdsl.importers.check_columns import check_columns
from perfdsl.importers.check_goals import check_goals
from perfdsl.importers.check_levels import check_levels
from perfdsl.importers.check_name import check_name
from perfdsl.importers.check_plan import check_plan
from perfdsl.importers.check_points import check_points
from perfdsl.importers.check_required import check_required
from perfdsl.importers.check_weights import check_weights
from perfdsl.importers.draft import FormDraft
from perfdsl.importers.settle_execution import settle_execution
from perfdsl.importers.settle_money_unit import settle_money_unit

CHECKS = (
    settle_execution,
    settle_money_unit,
    check_budget,
    check_plan,
    check_name,
    check_levels,
    check_columns,
    check_weights,
    check_points,
    check_actuals,
    check_goals,
    check_required,
)
"""Each takes a form, and gives it back with its doubts and notes."""


def check_forms(forms: Iterable[FormDraft]) -> tuple[FormDraft, ...]:
    """Give the forms of a document back with every doubt that they raise by themselves."""
    return check_codes([_checked(form) for form in forms])


def _checked(form: FormDraft) -> FormDraft:
    for check in CHECKS:
        form = check(form)
    return form
