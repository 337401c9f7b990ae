"""What monitoring gives back: lights with their reasons, forecasts, gaps, and open actions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.scorecard import IndicatorScore, ProjectScore
from perfdsl.source import Place
from perfdsl.syntax.ast import DeviationCause, Light

Prospect = Literal["certain", "possible", "impossible", "unknown"]
"""确定能 · 有可能 · 不可能 · nobody can say."""


class Shone(NamedTuple):
    """A light with the rule that lit it; ``light`` is None while what it asks for is not known."""

    light: Light | None
    why: Text
    place: Place | None = None


class Forecast(NamedTuple):
    """The value at the year's end, in the base unit of the target, from ``low`` to ``high``.

    ``method``: how it was got, in words. ``text``: the value and its bounds as a reader sees them.
    """

    value: Fraction
    low: Fraction
    high: Fraction
    method: Text
    text: str


class Point(NamedTuple):
    """A recorded value, in base units, and its day."""

    day: date
    value: Fraction


class MonitoredLine(NamedTuple):
    """An indicator on the day. ``due``: what of the target is due by now; ``progress``: actual over due.

    ``stake``: points that are still to be won or lost; ``score``: the line as scored on that day.
    ``due_text``: what is due as a reader sees it, in the unit of the target.
    """

    score: IndicatorScore
    due: Fraction | None
    progress: Fraction | None
    shone: Shone
    forecast: Forecast | None
    prospect: Prospect
    stake: Fraction
    reason: str = ""
    cause: DeviationCause | None = None
    points: tuple[Point, ...] = ()
    due_text: str = ""


class MonitoredMoney(NamedTuple):
    """Money on the day, in 元. ``planned``: cumulative points (month, amount) of the payment plan, if any.

    ``due``: what should have been spent by now; ``progress``: spent over due; ``rate``: spent over budget.
    """

    budget: Fraction | None
    spent: Fraction | None
    due: Fraction | None
    rate: Fraction | None
    progress: Fraction | None
    by_plan: bool
    shone: Shone
    forecast: Forecast | None
    planned: tuple[tuple[int, Fraction], ...] = ()
    points: tuple[Point, ...] = ()


class MonitoredGoal(NamedTuple):
    """A goal with the worst light of the lines (by place) that serve it."""

    name: str
    text: str
    lines: tuple[int, ...]
    light: Light | None


class RequiredAction(NamedTuple):
    """整改: what was required of a project, of whom, by when, and what became of it.

    ``closed``: there is a result with evidence. ``overdue``: it is open after its day.
    """

    project: str
    requirement: str
    owner: str
    raised: date | None
    due: date | None
    result: str
    result_day: date | None
    evidence: str
    closed: bool
    overdue: bool
    place: Place


class MonitoredProject(NamedTuple):
    """A project on the day; ``gap``: progress of goals less progress of money, as shares of the year's whole.

    ``goal_progress``: the mean attainment of its lines so far, by weight.
    """

    score: ProjectScore
    light: Light | None
    money: MonitoredMoney
    lines: tuple[MonitoredLine, ...]
    goals: tuple[MonitoredGoal, ...]
    goal_progress: Fraction | None
    gap: Fraction | None
    gap_shone: Shone
    actions: tuple[RequiredAction, ...] = ()


class Urgent(NamedTuple):
    """Something to act on, the most urgent first. ``line``: its place in the project; None: the money."""

    project: int
    line: int | None
    light: Light
    why: Text
    stake: Fraction


class MonitoredDepartment(NamedTuple):
    """A department on the day, by the worst of its projects (places) and its money over all of them."""

    code: str
    name: str
    projects: tuple[int, ...]
    light: Light | None
    budget: Fraction | None
    spent: Fraction | None
    due: Fraction | None
    shone: Shone


class Monitored(NamedTuple):
    """All projects on a day (of a month, 1 to 12), and what to act on first."""

    day: date
    month: int
    scheme: str
    projects: tuple[MonitoredProject, ...]
    departments: tuple[MonitoredDepartment, ...]
    urgent: tuple[Urgent, ...]
    actions: tuple[RequiredAction, ...]
