"""Parts of the year's report: a line with its figures, money over the year, groups and goals."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from perfdsl.plan.curve import Curve
from perfdsl.report.words import State
from perfdsl.scorecard import Interval
from perfdsl.syntax.ast import Light


class Figure(NamedTuple):
    """A number and how it is shown (``4.80万元``, ``96%``, ``12.50``).

    ``value`` is None, and ``text`` empty, where there is no such number.
    """

    value: Fraction | None = None
    text: str = ""


class Linked(NamedTuple):
    """A piece of a sentence. ``anchor``: where it is explained, empty where nowhere."""

    text: str
    anchor: str = ""


class Points(NamedTuple):
    """Points of a line, project or department: ``97.81``, or ``[61.50, 89.00)`` while facts are missing."""

    points: Interval
    text: str

    @property
    def value(self) -> Fraction | None:
        """The points, or None while they are open."""
        return self.points.low if self.points.settled else None


class Lit(NamedTuple):
    """A light, its word (红、黄、绿、蓝; 待定 where ``light`` is None) and why it shines."""

    light: Light | None
    text: str
    why: str = ""


class Counted(NamedTuple):
    """How many there are of a kind: a grade, an attainment, a light. ``key`` names it in every language."""

    key: str
    text: str
    many: int


class GroupPart(NamedTuple):
    """The lines of one first-level group (产出指标), or of one goal.

    ``rate``: points reached of the weight (of 1), without lines that do not count; no value while open.
    ``met`` + ``missed`` + ``pending`` + ``excluded`` are its lines.
    """

    name: str
    met: int
    missed: int
    pending: int
    excluded: int
    weight: Figure
    points: Points
    rate: Figure


class JudgedPart(NamedTuple):
    """Points that people gave a line: themselves (自评), a reviewer (核查), and points off (扣分).

    ``difference``: the reviewer's less the self-score; where one of them is missing, less what the rubric
    gives.
    """

    deducted: Figure
    self_score: Figure
    review_score: Figure
    difference: Figure


class LinePart(NamedTuple):
    """An indicator on one line. ``anchor``: where its explanation stands in the same report.

    ``points.text`` is ``-`` for a line that does not count (``state`` ``excluded``). ``ratio``: actual over
    target, of 1. ``why``: how the points came about, in one sentence; ``reason``: what its author wrote of a
    deviation; ``cause``: one of the five causes. ``day``: that of the fact, as written. ``source`` and
    ``target_source``: where the fact and the target stand (``actuals.csv:3, 实际完成值``). ``lit`` is None
    where nobody monitored. ``curve``: points by actual in base units (divide by ``unit_factor`` for
    ``unit``), None where there is none; ``actual_value`` likewise in base units. ``is_invented``: its author
    says that the fact is.
    """

    anchor: str
    number: int
    group: tuple[str, ...]
    name: str
    target: str
    actual: str
    ratio: Figure
    weight: Figure
    points: Points
    state: State
    state_text: str
    why: str
    reason: str
    cause: str
    day: str
    evidence: str
    source: str
    target_source: str
    judged: JudgedPart | None
    lit: Lit | None
    forecast: str = ""
    curve: Curve | None = None
    actual_value: Fraction | None = None
    target_value: Fraction | None = None
    unit: str = ""
    unit_factor: Fraction = Fraction(1)
    is_invented: bool = False


class Planned(NamedTuple):
    """What is to be spent by the end of a month (1 to 12), cumulative, in 元."""

    month: int
    amount: Figure


class Spent(NamedTuple):
    """What was spent by a day, cumulative, in 元. ``source``: where it is written; empty for a sum."""

    day: date
    amount: Figure
    source: str = ""


class MoneyPart(NamedTuple):
    """Money of a project or a department over the year.

    ``rate``: spent over budget, of 1. ``planned`` and ``spent_by`` are in the order of time; ``gaps``:
    sentences that say what is not there (no plan, no dated fact before the year's end, …).
    ``due``: what should have been spent by the day of monitoring; ``lit`` is None where nobody monitored.
    """

    budget: Figure
    spent: Figure
    rate: Figure
    planned: tuple[Planned, ...]
    spent_by: tuple[Spent, ...]
    gaps: tuple[str, ...]
    plan_source: str = ""
    due: Figure = Figure()
    lit: Lit | None = None
    forecast: str = ""


class GoalPart(NamedTuple):
    """A goal in its author's words. ``share``: declared weight, of 1.

    ``group`` holds what its lines reached, None where no line says that it serves it.
    """

    name: str
    text: str
    share: Figure
    group: GroupPart | None
    lit: Lit | None
