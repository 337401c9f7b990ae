"""Random rules, and examples that test them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from tests.syntax.tree_pieces import (
    AMOUNTS,
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

CITES = nodes(ast.Cite, text=TEXTS, unchecked=st.booleans())
SEVERITIES = st.sampled_from(["hint", "fault"])

# ------------------------------------------------------------- rules

EFFECTS = st.one_of(
    nodes(ast.Told, severity=SEVERITIES, text=TEXTS),
    nodes(ast.Cap, what=NAMES, most=EXPRESSIONS, because=TEXTS),
    nodes(ast.GradeCap, grade=NAMES, because=TEXTS),
    nodes(ast.Deduct, amount=EXPRESSIONS, because=TEXTS),
    nodes(ast.Exclude, because=TEXTS),
)
RULE_CASES = nodes(
    ast.RuleCase,
    each=st.sampled_from(["indicator", "project", "department"]),
    condition=st.one_of(st.none(), EXPRESSIONS),
    effects=many(EFFECTS, 1),
)
RULES = nodes(ast.Rule, name=NAMES, parts=many(st.one_of(CITES, RULE_CASES), 0, 4))

# ------------------------------------------------------------- examples

CAUSES = st.sampled_from([None, *sorted(tables()["causes"])])
NOTES = st.one_of(
    nodes(ast.FactNote, about=st.just("reason"), cause=CAUSES, text=TEXTS),
    nodes(ast.FactNote, about=st.just("evidence"), text=TEXTS),
)
FACT_POINTS = nodes(ast.FactPoints, about=st.sampled_from(["deducted", "self", "review"]), points=WORDED)
WORDS = nodes(ast.Word, word=NAMES, share=st.one_of(st.none(), AMOUNTS))
TARGETS = st.one_of(
    nodes(ast.Range, low=AMOUNTS, high=AMOUNTS),
    nodes(ast.State, word=NAMES),
    nodes(ast.Qualitative, text=TEXTS),
)


def given_facts(**said: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return nodes(ast.GivenFact, name=NAMES, **said, notes=many(NOTES, 0, 2), points=many(FACT_POINTS, 0, 2))


GIVEN = st.one_of(
    given_facts(),
    given_facts(target=TARGETS),
    given_facts(op=st.one_of(st.none(), OPERATORS), value=st.one_of(WORDED, DATES, WORDS)),
)
NAMED = st.one_of(st.just(""), NAMES)
EXPECTED = st.one_of(
    nodes(ast.ExpectPoints, name=NAMED, low=AMOUNTS),
    nodes(ast.ExpectPoints, name=NAMED, low=AMOUNTS, high=AMOUNTS, high_open=st.booleans()),
    nodes(ast.ExpectState, name=NAMED, state=st.sampled_from(["met", "missed", "pending", "excluded"])),
    nodes(ast.ExpectGrade, grade=NAMES),
    nodes(ast.ExpectLight, name=NAMED, light=st.sampled_from(sorted(tables()["lights"]))),
    nodes(ast.ExpectTold, severity=SEVERITIES, rule=NAMED, absent=st.booleans()),
)
EXPECTS = nodes(ast.Expect, expectations=many(EXPECTED, 1))
EXAMPLE_PARTS = st.tuples(
    many(CITES, 0, 1),
    many(nodes(ast.Given, reporter=NAMED, facts=many(GIVEN, 1)), 0, 2),
    many(EXPECTS, 1, 2),
).map(lambda parts: tuple(part for some in parts for part in some))
EXAMPLES = nodes(ast.Example, name=LINE_NAMES, rubric=NAMED, parts=EXAMPLE_PARTS)
