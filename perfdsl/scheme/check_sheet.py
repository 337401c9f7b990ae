"""A sheet against itself: what cannot all be true at once, and what was hardly meant."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme.check_aggregation import check_aggregation
from perfdsl.scheme.check_formula import check_formulas
from perfdsl.scheme.check_goals import check_goals
from perfdsl.scheme.check_money import check_budget, check_plan
from perfdsl.scheme.check_target import check_target
from perfdsl.scheme.read_project import ProjectReader
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.syntax import ast


def check_sheet(project: ProjectScheme, reader: ProjectReader, diagnostics: Diagnostics) -> None:
    """Check the money of a project, then each target, then each formula."""
    for part in project.node.parts:
        if isinstance(part, ast.Budget):
            check_budget(project, part, reader, diagnostics)
        elif isinstance(part, ast.PaymentPlan):
            check_plan(project, part, reader, diagnostics)
    for indicator in project.indicators:
        if indicator.aim is not None:
            check_target(project, indicator, indicator.aim, diagnostics)
    check_formulas(project, diagnostics)
    check_goals(project, diagnostics)
    check_aggregation(project, diagnostics)
