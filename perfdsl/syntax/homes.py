"""Which statements each kind of block holds."""

from __future__ import annotations

from perfdsl.syntax import ast
from perfdsl.syntax.statement import Then, When

_IN_DEPARTMENT = (ast.Code, ast.Year, ast.Goal, ast.MoneyUnit, ast.Reporters, ast.Unsettled)
IN_PROJECT_ONLY = (ast.BelongsTo, ast.Budget, ast.PaymentPlan, ast.Purpose)
HOLD_GROUPS = (ast.Project, ast.Department, ast.Amendment)
"""Blocks that hold indicators, in groups."""
CLAUSES = (
    ast.Remark,
    ast.Weight,
    ast.Scored,
    ast.Formula,
    ast.Baseline,
    ast.Checklist,
    ast.Either,
    ast.Aggregated,
    ast.Serves,
    ast.FactNote,
    ast.FactPoints,
    ast.Foreseen,
)
OF_FACTS = (ast.FactNote, ast.FactPoints, ast.Foreseen)
"""Clauses of facts; the others are of indicators."""  # fmt: skip
ALLOWED: dict[type[ast.Node], tuple[type, ...]] = {
    ast.Department: _IN_DEPARTMENT,
    ast.Project: (*_IN_DEPARTMENT, *IN_PROJECT_ONLY),
    ast.Rubric: (
        ast.Cite, ast.Weights, ast.Absent, ast.Sharing, ast.Scoring, ast.Grades, ast.Rounding, ast.Missing,
        ast.Applies, ast.MonitoredBy, ast.Rollup, ast.Allow,
    ),
    ast.Method: (ast.Cite, ast.Case, ast.Level, ast.Bands, ast.Interpolation, ast.Allow),
    ast.Rule: (ast.Cite, When, Then),
    ast.Example: (ast.Cite, ast.Given, ast.Expect),
    ast.Monitoring: (ast.Cite, ast.Lights, ast.Pace, ast.Worst, ast.Progress),
    ast.Amendment: (ast.Cite, ast.Budget, ast.PaymentPlan, ast.Purpose, ast.Dropped),
    ast.Action: (ast.Requirement, ast.Owner, ast.Due, ast.Result, ast.FactNote),
    ast.Actuals: (),
}  # fmt: skip
OF_CASES = (ast.Rule, ast.Example)
"""Blocks whose lines belong together: one that cannot be read keeps its neighbours from being blamed."""
