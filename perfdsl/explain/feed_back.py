"""Puts a changed fact in the place of a recorded one, and asks the engine what the line would get."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.actuals.compute import compute
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.run import score_project
from perfdsl.explain.line_in_hand import LineInHand, ProjectInHand
from perfdsl.explain.remedy import Remedy
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scorecard import Interval, ProjectScore

MOST_LINES = 20_000
"""Lines scored for the remedies of one project, under a second: beyond, no remedy is sought."""


class Trial:
    """Tries remedies on the exact engine, whose verdict alone counts; counts the lines that it scores."""

    __slots__ = ("lines",)

    def __init__(self) -> None:
        """Start with nothing tried."""
        self.lines = 0

    @property
    def is_over(self) -> bool:
        """Whether enough has been tried."""
        return self.lines > MOST_LINES

    def points(self, line: LineInHand, remedy: Remedy) -> Interval | None:
        """Give the points of a line after a change; None where there are none, or enough has been tried."""
        plan = line.project.plan
        if self.is_over:
            return None
        # A computed line is set, and no longer computed.
        own = [
            each._replace(formula=None) if at == line.at else each for at, each in enumerate(plan.indicators)
        ]
        score = self._score(plan._replace(indicators=tuple(own)), put(line, remedy), plan)
        return None if score is None else score.indicators[line.at].points

    def score(self, project: ProjectInHand, actuals: ProjectActuals) -> ProjectScore | None:
        """Score a project with other facts; None where they cannot be, or enough has been tried."""
        return None if self.is_over else self._score(project.plan, actuals, project.plan)

    def _score(self, inputs: ProjectPlan, actuals: ProjectActuals, plan: ProjectPlan) -> ProjectScore | None:
        self.lines += len(plan.indicators) + 1
        told = Diagnostics()
        computed = compute(inputs, actuals, told)
        return None if told.has_errors else score_project(plan, computed)


def put(line: LineInHand, remedy: Remedy) -> ProjectActuals:
    """Give the facts of a project with one of them changed; reason, evidence and judgement stay."""
    actuals = line.project.actuals
    if remedy.how == "finished":
        return actuals._replace(finished=True)
    old = line.fact or BoundFact(None, "", None)
    level = _level_of(line, remedy.actual) if remedy.how == "level" else None
    fact = old._replace(value=remedy.actual, text=remedy.text, level=level)
    if remedy.how == "spent":
        return actuals._replace(spent=fact)
    lines = list(actuals.indicators)
    lines[line.at] = fact
    return actuals._replace(indicators=tuple(lines))


def _level_of(line: LineInHand, share: Fraction) -> int | None:
    for at, level in enumerate(line.plan.method.levels):
        if level.low <= share and (share < level.high if level.high_open else share <= level.high):
            return at
    return None
