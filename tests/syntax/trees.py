"""Random trees, as a parse could give them."""

from __future__ import annotations

from hypothesis import strategies as st

from perfdsl.syntax import ast
from perfdsl.syntax.build_rubric import ALLOWED
from perfdsl.syntax.keywords import tables
from tests.syntax.rule_trees import CITES, EXAMPLES, FACT_POINTS, NOTES, RULES
from tests.syntax.tree_pieces import (
    AMOUNTS,
    ARGUMENTS,
    DATES,
    EXPRESSIONS,
    LINE_NAMES,
    NAMES,
    OPERATORS,
    TEXTS,
    WORDED,
    many,
    nodes,
)
from tests.syntax.year_trees import CLAUSES as OF_YEAR
from tests.syntax.year_trees import FORESEEN, OF_RUBRICS, POINTS, REPORTERS, SOME_DAY, year_items

# ------------------------------------------------------------- sheets

TARGETS = st.one_of(
    nodes(ast.Bound, op=OPERATORS, value=WORDED),
    nodes(ast.Range, low=AMOUNTS, high=AMOUNTS),
    nodes(ast.Deadline, op=OPERATORS, date=DATES),
    nodes(ast.State, word=NAMES),
    nodes(ast.Qualitative, text=TEXTS),
)
MEASURES = nodes(ast.Measure, name=NAMES, op=st.sampled_from([">=", "<="]), bound=AMOUNTS)
CLAUSES = st.one_of(
    nodes(ast.Weight, points=WORDED),
    nodes(ast.Scored, method=NAMES, arguments=ARGUMENTS),
    nodes(ast.Formula, expression=EXPRESSIONS),
    nodes(ast.Baseline, value=WORDED),
    nodes(ast.Remark, about=st.sampled_from(["about", "basis"]), text=TEXTS),
    nodes(ast.Checklist, items=many(NAMES, 1)),
    nodes(ast.Either, measures=many(MEASURES, 2)),
    OF_YEAR,
)
INDICATORS = nodes(ast.Indicator, name=LINE_NAMES, target=TARGETS, clauses=many(CLAUSES))
GROUPS = nodes(ast.Group, path=many(LINE_NAMES, 1), indicators=many(INDICATORS))
BUDGET_PARTS = nodes(ast.BudgetPart, name=st.one_of(st.just(""), NAMES), amount=WORDED)
CODES = st.one_of(
    st.sampled_from(["13053522P00958710001D", "A-1.b", "甲"]), st.sampled_from(["a b", "", "ａ"])
)
OWN_WEIGHTS = st.one_of(st.none(), nodes(ast.Weight, points=WORDED))
SHARED = [
    nodes(ast.Code, text=CODES),
    nodes(ast.Year, year=st.integers(1950, 2150)),
    nodes(ast.Goal, role=st.just("goal"), name=st.one_of(st.just(""), NAMES), text=TEXTS, weight=OWN_WEIGHTS),
    REPORTERS,
    nodes(ast.MoneyUnit, unit=NAMES),
    GROUPS,
]
CHANGED = st.one_of(
    nodes(ast.Budget, total=WORDED, parts=many(BUDGET_PARTS)),
    nodes(ast.PaymentPlan, points=many(POINTS, 1)),
    nodes(ast.Purpose, text=TEXTS),
)
PROJECT_PARTS = st.one_of(
    *SHARED,
    CHANGED,
    nodes(ast.BelongsTo, code=st.sampled_from(["101001", "1a"]), weight=OWN_WEIGHTS),
)
DEPARTMENT_PARTS = st.one_of(
    *SHARED, nodes(ast.Goal, role=st.sampled_from(["overall", "area", "safeguard"]), name=NAMES, text=TEXTS)
)

# ------------------------------------------------------------- rubrics and methods

REASONS = TEXTS.filter(lambda text: text.strip() != "")  # an exception without its reason is refused
ALLOWANCES = nodes(ast.Allow, what=st.sampled_from(ALLOWED), reason=REASONS)
SELECTORS = st.one_of(
    OPERATORS,
    st.sampled_from(sorted(tables()["selectors"])),
    NAMES.filter(lambda n: n not in tables()["comparisons"]),
)
SCORING_CASES = nodes(
    ast.ScoringCase, selectors=many(nodes(ast.Selector, text=SELECTORS), 1), method=NAMES, arguments=ARGUMENTS
)
BANDS = st.one_of(
    nodes(ast.GradeBand, name=NAMES, op=OPERATORS, bound=AMOUNTS),
    nodes(ast.GradeBand, name=NAMES, op=st.just(">="), bound=AMOUNTS, high=AMOUNTS, high_open=st.booleans()),
    nodes(ast.GradeBand, name=NAMES),
)
ROUNDING_RULES = nodes(
    ast.RoundingRule,
    what=st.sampled_from(["each", "total"]),
    places=st.integers(0, 6),
    mode=st.sampled_from(["half_up", "half_even", "truncate"]),
)
RUBRIC_PARTS = st.one_of(
    CITES,
    nodes(
        ast.Weights,
        groups=many(nodes(ast.GroupWeight, group=NAMES, points=AMOUNTS), 1),
        condition=st.one_of(st.none(), nodes(ast.GroupCondition, has=st.booleans(), group=NAMES)),
    ),
    nodes(ast.Absent, group=NAMES, heir=st.one_of(st.just(""), NAMES)),
    nodes(ast.Sharing, how=st.just("equal")),
    nodes(ast.Scoring, cases=many(SCORING_CASES, 1)),
    nodes(ast.Grades, bands=many(BANDS, 1)),
    nodes(ast.Rounding, rules=many(ROUNDING_RULES, 1, 2)),
    nodes(ast.Missing, how=st.sampled_from(["pending", "zero", "excluded", "error"])),
    nodes(ast.Applies, rules=many(NAMES, 1)),
    OF_RUBRICS,
    ALLOWANCES,
)
STEPS = st.sampled_from([None, "prorata", "floor", "ceil"])
DEDUCTIONS = st.one_of(
    nodes(ast.Deduction, amount=EXPRESSIONS, to_zero=st.booleans()),
    nodes(
        ast.Deduction,
        amount=EXPRESSIONS,
        step=EXPRESSIONS,
        measured=st.one_of(st.none(), EXPRESSIONS),
        part=STEPS,
        to_zero=st.booleans(),
    ),
)
RANGES = st.one_of(
    nodes(ast.Band, op=OPERATORS, bound=EXPRESSIONS, result=EXPRESSIONS), nodes(ast.Band, result=EXPRESSIONS)
)
KNOTS = nodes(ast.Knot, at=EXPRESSIONS, result=EXPRESSIONS)
METHOD_PARTS = st.one_of(
    CITES,
    nodes(ast.Case, condition=st.one_of(st.none(), EXPRESSIONS), result=st.one_of(EXPRESSIONS, DEDUCTIONS)),
    nodes(ast.Bands, measured=EXPRESSIONS, bands=many(RANGES, 1)),
    nodes(ast.Interpolation, measured=EXPRESSIONS, knots=many(KNOTS, 2)),
    ALLOWANCES,
    nodes(ast.Level, name=NAMES, low=AMOUNTS, high=AMOUNTS, high_open=st.booleans()),
)
PARAMETERS = nodes(ast.Parameter, name=NAMES, default=st.one_of(st.none(), EXPRESSIONS))

# ------------------------------------------------------------- facts

FACT_VALUES = st.one_of(
    st.none(), WORDED, DATES, nodes(ast.Word, word=NAMES, share=st.one_of(st.none(), AMOUNTS))
)
FACTS = nodes(
    ast.FactLine,
    name=LINE_NAMES,
    value=FACT_VALUES,
    notes=many(NOTES),
    points=many(FACT_POINTS),
    foreseen=FORESEEN,
)

ITEMS = st.one_of(
    nodes(ast.Use, rubric=NAMES),
    nodes(ast.UnitDefinition, name=NAMES, equals=st.one_of(st.none(), AMOUNTS)),
    nodes(ast.Project, name=NAMES, parts=many(PROJECT_PARTS, 0, 5)),
    nodes(ast.Department, name=NAMES, parts=many(DEPARTMENT_PARTS)),
    nodes(ast.Rubric, name=NAMES, extends=st.one_of(st.just(""), NAMES), parts=many(RUBRIC_PARTS, 0, 5)),
    nodes(ast.Method, name=NAMES, parameters=many(PARAMETERS), parts=many(METHOD_PARTS, 0, 5)),
    RULES,
    EXAMPLES,
    nodes(
        ast.Actuals,
        project=NAMES,
        date=SOME_DAY,
        reporter=st.one_of(st.just(""), NAMES),
        facts=many(FACTS),
    ),
    year_items(GROUPS, CHANGED),
)
MODULES = nodes(ast.Module, items=many(ITEMS, 0, 4))
