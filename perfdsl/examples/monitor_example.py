"""Monitors a project as an example has it, at the end of the month that it names, or else of December."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from perfdsl.actuals.fact import Fact
from perfdsl.examples.example import Posed
from perfdsl.examples.watched import WORDS, Watched, watch_project, watched_word
from perfdsl.monitor.gather_history import NOTHING, gather
from perfdsl.monitor.monitor_project import monitor_project
from perfdsl.monitor.watch import watch_on
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scorecard import ProjectScore
from perfdsl.syntax import ast


def asks_for_lights(posed: Posed) -> bool:
    """Whether an example expects a light, or a number that only monitoring shows."""
    return any(_is_of_monitoring(each) for each in posed.expectations)


def _is_of_monitoring(expectation: ast.Expectation) -> bool:
    match expectation:
        case ast.ExpectLight():
            return True
        case ast.ExpectPoints(name=name, low=low):
            return watched_word(name) in WORDS.values() or low.unit not in {"", "分"}
        case _:
            return False


def monitor_example(
    scheme: ProjectScheme, plan: ProjectPlan, score: ProjectScore, facts: Sequence[Fact], day: date
) -> Watched | None:
    """Give what monitoring shows of a project; None where its rubric names no monitoring scheme.

    ``facts``: of the example, all dated on ``day``. What is wrong with them was told when it was scored.
    """
    bands = scheme.rubric.monitoring if scheme.rubric else None
    if bands is None:
        return None
    history = gather(Plan((plan,), ()), facts, day).projects.get(0, NOTHING)
    return watch_project(monitor_project(scheme, plan, score, history, watch_on(bands, day, plan.year)))
