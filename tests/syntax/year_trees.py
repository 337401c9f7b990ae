"""Random trees of what happens in a year: monitoring, amendments, actions, the journal."""

from __future__ import annotations

from hypothesis import strategies as st

from perfdsl.syntax import ast
from perfdsl.syntax.keywords import tables
from tests.syntax.rule_trees import CITES, NOTES
from tests.syntax.tree_pieces import AMOUNTS, DATES, LINE_NAMES, NAMES, OPERATORS, TEXTS, WORDED, many, nodes

LIGHTS = st.sampled_from(sorted(tables()["lights"]))
LIGHT_BANDS = st.one_of(
    nodes(ast.LightBand, light=LIGHTS, op=OPERATORS, bound=AMOUNTS),
    nodes(ast.LightBand, light=LIGHTS, met=st.just(True)),
    nodes(ast.LightBand, light=LIGHTS),
)
POINTS = nodes(ast.PaymentPoint, month=st.integers(1, 12), amount=WORDED)
MONITORING_PARTS = st.one_of(
    CITES,
    nodes(ast.Lights, subject=st.sampled_from(sorted(tables()["watched"])), bands=many(LIGHT_BANDS, 1)),
    nodes(ast.Pace, light=LIGHTS, points=many(POINTS, 1)),
    nodes(ast.Worst, lights=many(LIGHTS, 1, 4)),
    nodes(ast.Progress, how=st.sampled_from(["prorata", "by_node"])),
)
ROLLUP_PARTS = nodes(
    ast.RollupPart,
    of=st.sampled_from(["own", "projects"]),
    share=AMOUNTS,
    how=st.sampled_from([None, "equal", "by_budget", "by_weight"]),
)
OF_RUBRICS = st.one_of(nodes(ast.MonitoredBy, scheme=NAMES), nodes(ast.Rollup, parts=many(ROLLUP_PARTS, 1)))
REPORTERS = nodes(ast.Reporters, names=many(NAMES, 1))
DROPPED = nodes(ast.Dropped, names=many(NAMES, 1))
CLAUSES = st.one_of(
    nodes(ast.Aggregated, how=st.sampled_from(["sum", "equal", "by_money"])), nodes(ast.Serves, goal=NAMES)
)
FORESEEN = st.one_of(st.none(), nodes(ast.Foreseen, value=st.one_of(WORDED, DATES)))
ACTION_PARTS = st.one_of(
    nodes(ast.Requirement, text=TEXTS),
    nodes(ast.Owner, name=NAMES),
    nodes(ast.Due, date=DATES),
    nodes(ast.Result, text=TEXTS, date=st.one_of(st.none(), DATES)),
    NOTES,
)
SOME_DAY = st.one_of(st.none(), DATES)


def year_items(
    groups: st.SearchStrategy[ast.Node], changed: st.SearchStrategy[ast.Node]
) -> st.SearchStrategy[ast.Node]:
    """Items of a year; ``groups`` and ``changed`` parts are those that an amendment may hold."""
    return st.one_of(
        nodes(ast.Monitoring, name=NAMES, parts=many(MONITORING_PARTS, 0, 5)),
        nodes(
            ast.Amendment,
            project=LINE_NAMES,
            date=SOME_DAY,
            parts=many(st.one_of(CITES, DROPPED, changed, groups), 0, 4),
        ),
        nodes(ast.Action, project=LINE_NAMES, date=SOME_DAY, parts=many(ACTION_PARTS, 0, 4)),
        nodes(ast.Journal, format=st.integers(1, 9)),
        nodes(ast.Journal, file=TEXTS.filter(bool)),
        nodes(ast.Recorded, number=st.integers(1, 10**6), time=TEXTS, who=TEXTS, source=TEXTS),
        nodes(ast.Digest, file=TEXTS, sha256=TEXTS),
        nodes(ast.Sealed, before=TEXTS, own=TEXTS),
    )
