"""The report of a year as facts to be laid out: every number exact, beside the text that shows it.

All words are in the language that the report was gathered in. Words that come out of sheets and tables are
as their authors wrote them, at any length and with any character: whoever writes a page makes them safe.
Money is in 元 (its text says 万元), shares are of 1 (90 % is 9/10), points are those of the rubric.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Language
from perfdsl.plan.curve import Curve
from perfdsl.report.explanation_outline import Outline, Section
from perfdsl.report.words import State
from perfdsl.scorecard import Interval
from perfdsl.syntax.ast import Light


class Figure(NamedTuple):
    """A number and how it is shown (``4.80万元``, ``96%``, ``12.50``).

    ``value`` is None, and ``text`` empty, where there is no such number.
    """

    value: Fraction | None = None
    text: str = ""


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


class AmendmentPart(NamedTuple):
    """An amendment in force. ``cites``: documents; ``changes``: what it says, one sentence a change."""

    day: str
    cites: tuple[str, ...]
    changes: tuple[str, ...]
    source: str


class ActionPart(NamedTuple):
    """整改: what was required. ``project``: its name; ``anchor``: of that project, empty for an unknown one.

    Days are ISO text, empty where nobody said.
    """

    project: str
    anchor: str
    requirement: str
    owner: str
    raised: str
    due: str
    result: str
    evidence: str
    state: Literal["closed", "open", "overdue"]
    state_text: str
    source: str


class YearPart(NamedTuple):
    """A year's outcome, for comparison; ``year`` as it is shown (``2021``). ``points`` None: not scored."""

    year: str
    points: Points | None
    grade: str
    execution: Figure


class ProjectPart(NamedTuple):
    """A project, or a department's own indicators.

    ``anchor`` (``p1``) is where it begins; ``anchor_of_total`` where its explanation does. ``grade`` may be
    several (``待定（可能 优/良）``) while open. ``rank`` among the projects of its department, from 1, ties
    share one; None while the total is open. ``years``: earlier ones first, this one last; empty where there
    is no earlier one. ``notices``: what the score points out; ``faults``: what rules do not allow.
    ``outline``: the explanation, whose ``lines`` stand in the order of ``lines`` here; None where there is
    none.
    """

    anchor: str
    code: str
    name: str
    department: str
    rubric: str
    rubric_cites: tuple[str, ...]
    purpose: str
    points: Points
    full: Figure
    grade: str
    grades: tuple[str, ...]
    settled: bool
    rank: int | None
    lit: Lit | None
    money: MoneyPart
    groups: tuple[GroupPart, ...]
    goals: tuple[GoalPart, ...]
    lines: tuple[LinePart, ...]
    amendments: tuple[AmendmentPart, ...]
    actions: tuple[ActionPart, ...]
    years: tuple[YearPart, ...]
    notices: tuple[str, ...]
    faults: tuple[str, ...]
    outline: Outline | None
    source: str

    @property
    def anchor_of_total(self) -> str:
        """Where it is explained how the total came about."""
        return f"{self.anchor}-total"

    @property
    def anchor_of_money(self) -> str:
        """Where its plan and its spending stand."""
        return f"{self.anchor}-money"

    @property
    def is_judged(self) -> bool:
        """Whether people gave any of its lines points."""
        return any(line.judged is not None for line in self.lines)


class Ranked(NamedTuple):
    """A project in the ranking of its department. ``project``: its place in the report."""

    rank: int | None
    project: int


class DepartmentPart(NamedTuple):
    """A department over its projects, or all projects that name none (``name`` and ``code`` empty).

    ``points``: None where the rubric does not say how to score a department. ``mean``: that of its projects.
    ``made_of``: in words, of what the score is made. ``own``: its own indicators. ``members``: places in the
    report. ``attainments`` count lines, ``grades`` and ``lights`` projects; ``lights`` is empty where nobody
    monitored. ``stated``: what the department set out to do: (heading, text).
    """

    anchor: str
    code: str
    name: str
    stated: tuple[tuple[str, str], ...]
    points: Points | None
    grade: str
    mean: Points | None
    made_of: tuple[str, ...]
    own: ProjectPart | None
    lit: Lit | None
    money: MoneyPart
    members: tuple[int, ...]
    ranking: tuple[Ranked, ...]
    grades: tuple[Counted, ...]
    attainments: tuple[Counted, ...]
    lights: tuple[Counted, ...]
    groups: tuple[GroupPart, ...]
    actions: tuple[ActionPart, ...]
    years: tuple[YearPart, ...]
    notices: tuple[str, ...]
    sections: tuple[Section, ...] = ()


class UrgentPart(NamedTuple):
    """What to act on first. ``anchor``: of the line or the project."""

    anchor: str
    project: str
    name: str
    lit: Lit


class AnnualReport(NamedTuple):
    """A year. ``note``: what every reader must be told first, such as that facts are invented.

    ``year``: as it is shown, empty where sheets name several or none. ``as_of``: ISO day up to which facts
    count, empty for all. ``monitored``: ISO day of the lights, empty where nobody monitored;
    ``monitored_by``: the scheme. ``files``: the sheets and tables that it was made from. ``omitted``:
    projects that were left out for their number (``Wishes.most_projects``); departments count them all the
    same.
    """

    language: Language
    title: str
    note: str
    year: str
    as_of: str
    monitored: str
    monitored_by: str
    departments: tuple[DepartmentPart, ...]
    projects: tuple[ProjectPart, ...]
    urgent: tuple[UrgentPart, ...]
    notices: tuple[str, ...]
    files: tuple[str, ...]
    omitted: int = 0
