"""What monitoring gives back: lights with their reasons, forecasts, gaps, and open actions."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.scorecard import IndicatorScore, ProjectScore
from perfdsl.source import Place
from perfdsl.syntax.ast import DeviationCause, Light

LineKind = Literal["cumulative", "level", "downward", "qualitative", "state", "deadline"]
"""How a line comes about: it adds up over the year, or is a level, or is only met or not; or on a day."""

Prospect = Literal["certain", "possible", "impossible", "unknown"]
"""确定能 · 有可能 · 不可能 · nobody can say."""


class Shone(NamedTuple):
    """A light with the rule that lit it; ``light`` is None while what it asks for is not known.

    ``counts``: whether it has a say in what is worst; not where nothing is due yet, or a line is left out.
    ``bounds``: shares at which the light would change; a share is shown with enough digits to tell its side.
    """

    light: Light | None
    why: Text
    place: Place | None = None
    counts: bool = True
    bounds: tuple[Fraction, ...] = ()


class Forecast(NamedTuple):
    """The value at the year's end, in the base unit of the target, from ``low`` to ``high``.

    ``method``: how it was got, in words. ``text``: the value and its bounds as a reader sees them.
    ``low_open``, ``high_open``: the facts do not rule out what lies beyond that end.
    """

    value: Fraction
    low: Fraction
    high: Fraction
    method: Text
    text: str
    low_open: bool = False
    high_open: bool = False


class Point(NamedTuple):
    """A recorded value, in base units, and its day."""

    day: date
    value: Fraction


class MonitoredLine(NamedTuple):
    """An indicator on the day. ``due``: what of the target is due by now; ``progress``: actual over due.

    ``stake``: points that are still to be won or lost; ``score``: the line as scored on that day.
    ``due_text``: what is due as a reader sees it, in the unit of the target.
    ``foreseen``: what its author expects by the end of the year (预计), beside the computed forecast.
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
    kind: LineKind = "level"
    foreseen: Forecast | None = None


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
    foreseen: Forecast | None = None
    reason: str = ""
    cause: DeviationCause | None = None
    stake: Fraction = Fraction(0)


class MonitoredGoal(NamedTuple):
    """A goal with the worst light of the lines (by place) that serve it; ``why`` says where it has none."""

    name: str
    text: str
    lines: tuple[int, ...]
    light: Light | None
    why: Text = Text("", "")


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

    ``goal_progress``: the mean attainment of its lines so far, by weight; None while a line is not known,
    and then ``goal_range`` has its bounds. ``lines`` are those of ``score.indicators`` without the execution
    rate, which is the money. ``at_least``: while ``light`` is not known, the worst that is, if it is red or
    yellow; it can only get worse. ``month``: how many months of its year are over; ``scheme``: the bands.
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
    month: int = 0
    scheme: str = ""
    goal_range: tuple[Fraction, Fraction] | None = None
    at_least: Light | None = None


class Urgent(NamedTuple):
    """Something to act on, the most urgent first. ``line``: its place in the project; None: the money."""

    project: int
    line: int | None
    light: Light
    why: Text
    stake: Fraction


class UrgentOwn(NamedTuple):
    """An indicator of a department's own to act on; ``line``: its place in the department's ``lines``."""

    department: int
    line: int
    light: Light
    why: Text
    stake: Fraction


class MonitoredDepartment(NamedTuple):
    """A department on the day, by the worst of its projects (places), of their money together, and its lines.

    ``lines``: indicators of its own, as scored in ``Scorecard.departments``. ``shone``: the light of its
    money; ``why``: why it has the light that it has. ``at_least``: as of a project.
    """

    code: str
    name: str
    projects: tuple[int, ...]
    light: Light | None
    budget: Fraction | None
    spent: Fraction | None
    due: Fraction | None
    shone: Shone
    progress: Fraction | None = None
    lines: tuple[MonitoredLine, ...] = ()
    why: Text = Text("", "")
    at_least: Light | None = None


class Monitored(NamedTuple):
    """All projects on a day, and what to act on first. ``month``: months of their year that are over.

    Where projects are of several years it counts those of the day's. ``years``: all years of projects.
    ``ranked``: what to act on first, of projects and of departments; ``urgent``: of projects alone.

    A day in the middle of a month counts the months before it: what is due by the end of July is not due on
    its 15th. ``scheme``: names of the bands, in the order of the projects that they watch.
    """

    day: date
    month: int
    scheme: str
    projects: tuple[MonitoredProject, ...]
    departments: tuple[MonitoredDepartment, ...]
    ranked: tuple[Urgent | UrgentOwn, ...]
    actions: tuple[RequiredAction, ...]
    years: tuple[int, ...] = ()

    @property
    def urgent(self) -> tuple[Urgent, ...]:
        """What to act on first in projects."""
        return tuple(each for each in self.ranked if isinstance(each, Urgent))
