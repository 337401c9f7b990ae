"""Scores one reading of a published row by the functions that score a sheet: plan, bind, engine."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.actuals.compute import known_values
from perfdsl.actuals.convert import Converter
from perfdsl.actuals.fact import Fact
from perfdsl.audit.difference import Reason
from perfdsl.audit.published import PublishedRow
from perfdsl.audit.read_actuals import Value
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.score_line import Line, score_line
from perfdsl.plan.compile_plan import PlanCompiler
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scheme.arrange_scoring import complaints_of, first_match, selectors_for
from perfdsl.scheme.method_scope import line_of
from perfdsl.scheme.read_aim import read_aim
from perfdsl.scheme.rubric_scheme import MethodCall, RubricScheme
from perfdsl.scheme.scheme import Aim, IndicatorScheme, ProjectScheme, Scoring
from perfdsl.scorecard import IndicatorScore
from perfdsl.source import Source
from perfdsl.syntax import ast

_NOWHERE = (0, 0)
_REASONS: dict[str, Reason] = {"P0302": "unit_differs", "P0643": "word_for_number"}
"""What the binding of a fact complains of, as a reason; all else makes an actual unreadable."""

_IN_WORDS = frozenset({"qualitative", "is"})


class Aimed(NamedTuple):
    """A row with one reading of its target."""

    row: PublishedRow
    target: ast.Target
    aim: Aim


def aim_at(row: PublishedRow, target: ast.Target) -> Aimed | None:
    """Give what a target means; None where its unit is unknown."""
    aim = read_aim(target, Source(row.place.file, row.target), {}, Diagnostics())
    return None if aim is None else Aimed(row, target, aim)


class LineScorer:
    """Scores lines under one rubric; lines of equal target and weight share a curve.

    Each line is scored as a project of its own: what a rubric's rules say of whole projects stays out.
    """

    __slots__ = ("_compiler", "_rubric")

    def __init__(self, rubric: RubricScheme) -> None:
        """Start with no curve compiled."""
        self._rubric, self._compiler = rubric, PlanCompiler()

    def score(self, aimed: Aimed, value: Value, weight: Fraction) -> IndicatorScore | Reason:
        """Give the line's score, or why it has none."""
        plan = self._plan(aimed, weight)
        return "no_method" if plan is None else _scored(plan, aimed, value)

    def _plan(self, aimed: Aimed, weight: Fraction) -> ProjectPlan | None:
        row, aim = aimed.row, aimed.aim
        source = Source(row.place.file, row.target)
        node = ast.Indicator(span=_NOWHERE, name=row.indicator, name_span=_NOWHERE, target=aimed.target)
        each = IndicatorScheme(row.indicator, row.group, source, node, aim, weight, None, None, None)
        project = _project(row, source, each, self._rubric)
        call = first_match(self._rubric, selectors_for(each, aim))
        if call is None or not _suits(call, each, aim, project):
            return None
        scoring = Scoring((weight,), (call,), Fraction(0), None)
        return self._compiler.project(project._replace(scoring=scoring))


def _project(row: PublishedRow, source: Source, each: IndicatorScheme, rubric: RubricScheme) -> ProjectScheme:
    node = ast.Project(span=_NOWHERE, name=row.project, name_span=_NOWHERE)
    return ProjectScheme(row.project, "", "", row.year, None, None, (each,), rubric, source, node, {})


def _suits(call: MethodCall, each: IndicatorScheme, aim: Aim, project: ProjectScheme) -> bool:
    by_levels = bool(call.method.levels)
    return by_levels == (aim.op == "qualitative") and not complaints_of(call, line_of(each, aim), project)


def _scored(plan: ProjectPlan, aimed: Aimed, value: Value) -> IndicatorScore | Reason:
    line = plan.indicators[0]
    fact = _bind(plan, aimed, value)
    if not isinstance(fact, BoundFact):
        return "qualitative" if aimed.aim.op in _IN_WORDS else fact
    others = known_values(plan, ProjectActuals((fact,)))
    score = score_line(Line(plan, line, line.aim.text), fact, others)
    if score.step is None:
        return "qualitative" if aimed.aim.op in _IN_WORDS else "open"
    return score


def _bind(plan: ProjectPlan, aimed: Aimed, value: Value) -> BoundFact | Reason:
    place, told = aimed.row.place, Diagnostics()
    fact = Fact(aimed.row.project, aimed.row.indicator, value, None, place, place, place)
    bound = Converter(plan, told).line(fact, plan.indicators[0])
    if bound is not None:
        return bound
    return next((_REASONS[each.code] for each in told if each.code in _REASONS), "unreadable_actual")
