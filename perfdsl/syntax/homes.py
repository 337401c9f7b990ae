"""Which statements each kind of block holds."""

from __future__ import annotations

from perfdsl.syntax import ast
from perfdsl.syntax.statement import Then, When

_IN_DEPARTMENT = (ast.Code, ast.Year, ast.Goal, ast.Unsettled)
IN_PROJECT_ONLY = (ast.BelongsTo, ast.Budget, ast.PaymentPlan, ast.Purpose, ast.MoneyUnit)
CLAUSES = (
    ast.Remark, ast.Weight, ast.Scored, ast.Formula, ast.Baseline, ast.Checklist, ast.Either,
    ast.FactNote, ast.FactPoints,
)  # fmt: skip
ALLOWED: dict[type[ast.Node], tuple[type, ...]] = {
    ast.Department: _IN_DEPARTMENT,
    ast.Project: (*_IN_DEPARTMENT, *IN_PROJECT_ONLY),
    ast.Rubric: (
        ast.Cite, ast.Weights, ast.Absent, ast.Sharing, ast.Scoring, ast.Grades, ast.Rounding, ast.Missing,
        ast.Applies, ast.Allow,
    ),
    ast.Method: (ast.Cite, ast.Case, ast.Level, ast.Bands, ast.Interpolation, ast.Allow),
    ast.Rule: (ast.Cite, When, Then),
    ast.Example: (ast.Cite, ast.Given, ast.Expect),
    ast.Actuals: (),
}  # fmt: skip
OF_CASES = (ast.Rule, ast.Example)
"""Blocks whose lines belong together: one that cannot be read keeps its neighbours from being blamed."""
