"""Monitors one indicator: its light, its forecast, and whether its target can still be met."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Text
from perfdsl.monitor.count_months import YEAR
from perfdsl.monitor.foresee import Measured, foresee, foreseen_by_author
from perfdsl.monitor.judge_prospect import prospect_of_number, prospect_of_state
from perfdsl.monitor.list_points import PointLister
from perfdsl.monitor.monitored import Forecast, LineKind, MonitoredLine, Point, Prospect, Shone
from perfdsl.monitor.stand_line import show_in, stand
from perfdsl.monitor.tell_kinds import grows
from perfdsl.monitor.watch import Watch
from perfdsl.plan.interpret import is_met
from perfdsl.plan.plan import IndicatorPlan
from perfdsl.scorecard import IndicatorScore
from perfdsl.syntax.ast import DeviationCause

ZERO = Fraction(0)
_EXCLUDED = Text("按评分办法不计入，不亮灯", "left out under the rubric: no light")
_EVENTS: frozenset[LineKind] = frozenset({"qualitative", "state", "deadline"})
"""Kinds of which nothing is extrapolated."""


class Lit(NamedTuple):
    """An indicator (at a place in its project) with what is known of it on the day, and its score."""

    plan: IndicatorPlan
    at: int
    fact: BoundFact | None
    score: IndicatorScore


def monitor_line(lit: Lit, watch: Watch, lister: PointLister) -> MonitoredLine:
    """Give an indicator as it stands on the day."""
    standing = stand(lit.plan, lit.fact, watch)
    points = lister.of_line(lit.at)
    is_event = standing.kind in _EVENTS
    forecast = None if is_event else _forecast(lit, watch, points)
    foreseen = None if is_event else _foreseen(lit, lister)
    told = None if lit.fact is None else lit.fact.fact
    excluded = lit.score.excluded
    return MonitoredLine(
        score=lit.score,
        due=standing.due,
        progress=standing.progress,
        shone=Shone(None, _EXCLUDED, lit.plan.place, counts=False) if excluded else standing.shone,
        forecast=forecast,
        prospect=_of_event(lit, watch, standing.kind)
        if is_event
        else prospect_of_number(lit.plan.aim, forecast, foreseen),
        stake=ZERO if excluded else max(ZERO, lit.score.weight - lit.score.points.low),
        reason=told.reason if told else "",
        cause=_cause(lit.fact),
        points=points,
        due_text=standing.due_text,
        kind=standing.kind,
        foreseen=foreseen,
    )


def _forecast(lit: Lit, watch: Watch, points: Sequence[Point]) -> Forecast | None:
    fact, aim = lit.fact, lit.plan.aim
    if fact is None or fact.value is None:
        return None

    def show(value: Fraction) -> str:
        return show_in(value, aim.unit)

    return foresee(Measured(fact.value, points, grows(lit.plan), watch.day, watch.year, show))


def _foreseen(lit: Lit, lister: PointLister) -> Forecast | None:
    """Give what the author of the fact that counts expects; of what only grows, never less than there is."""
    expected = _expected(lit, lister)
    if expected is None or lit.fact is None:
        return None
    reached = lit.fact.value
    value = expected if reached is None or not grows(lit.plan) else max(expected, reached)
    return foreseen_by_author(value, show_in(value, lit.plan.aim.unit))


def _expected(lit: Lit, lister: PointLister) -> Fraction | None:
    """Give what is expected; of several units that are added up, only where each of them says it."""
    found: list[Fraction] = []
    facts = _facts(lit.fact)
    if len(facts) > 1 and lit.plan.aggregated != "sum":
        return None
    for fact in facts:
        bound = None
        if fact.foreseen is not None:
            bound = lister.converter.line(fact._replace(value=fact.foreseen), lit.plan)
        if bound is None or bound.value is None:
            return None
        found.append(bound.value)
    return sum(found, ZERO) if found else None


def _facts(bound: BoundFact | None) -> list[Fact]:
    """Give the facts behind a line: one, or one of each reporting unit."""
    if bound is None:
        return []
    if bound.parts:
        return [part.fact for part in bound.parts]
    return [] if bound.fact is None else [bound.fact]


def _cause(bound: BoundFact | None) -> DeviationCause | None:
    """Give the cause of a deviation; of several units only where they agree."""
    causes = {fact.cause for fact in _facts(bound) if fact.cause is not None}
    return causes.pop() if len(causes) == 1 else None


def _of_event(lit: Lit, watch: Watch, kind: LineKind) -> Prospect:
    """A day of completion is final; a state or a quality may change until the year is over."""
    if lit.fact is None:
        return "unknown"
    if kind == "qualitative":
        met = lit.score.attainment == "met"
    else:
        met = lit.fact.value is not None and is_met(lit.plan.aim, lit.fact.value)
    return prospect_of_state(met=met, is_final=kind == "deadline" or watch.month == YEAR)
