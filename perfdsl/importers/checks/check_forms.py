"""Holds forms against themselves, one by one, and their codes against one another."""

from __future__ import annotations

from collections.abc import Iterable

from perfdsl.importers.checks.check_actuals import check_actuals
from perfdsl.importers.checks.check_budget import check_budget
from perfdsl.importers.checks.check_code import check_codes
from perfdsl.importers.checks.check_columns import check_columns
from perfdsl.importers.checks.check_goals import check_goals
from perfdsl.importers.checks.check_levels import check_levels
from perfdsl.importers.checks.check_name import check_name
from perfdsl.importers.checks.check_plan import check_plan
from perfdsl.importers.checks.check_points import check_points
from perfdsl.importers.checks.check_required import check_required
from perfdsl.importers.checks.check_weights import check_weights
from perfdsl.importers.checks.settle_execution import settle_execution
from perfdsl.importers.checks.settle_money_unit import settle_money_unit
from perfdsl.importers.draft import FormDraft

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
