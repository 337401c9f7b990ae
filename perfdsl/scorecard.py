"""What an engine gives back: scores with their reasons, and totals that may still be open."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.source import Place

Attainment = Literal["met", "missed", "pending"]

EXECUTION_RATE = Text("预算执行率", "execution rate")
"""Name of the line of the execution rate; the Chinese one stands for it in scorecards."""


class Interval(NamedTuple):
    """Bounds of points; a closed number has equal ends. ``high_open``: the end itself cannot be reached."""

    low: Fraction
    high: Fraction
    high_open: bool = False

    @property
    def settled(self) -> bool:
        """Whether only one number is left."""
        return self.low == self.high


class FactUsed(NamedTuple):
    """The recorded fact behind a score, as its author wrote it."""

    text: str
    place: Place
    date: str = ""
    reason: str = ""
    evidence: str = ""


class Step(NamedTuple):
    """The case of a method that decided, in its own words, and what became of the numbers."""

    case: str
    place: Place
    numbers: str
    exact: Fraction
    rounded: Fraction
    clamped: bool = False


class Applied(NamedTuple):
    """What a rule did to a line or a total; not ``certain`` while it is open whether the rule applies.

    ``idle``: alone it would change nothing, such as a limit that is higher than the points.
    """

    rule: str
    place: Place
    what: Text
    because: str = ""
    certain: bool = True
    idle: bool = False


class AmendedBy(NamedTuple):
    """The amendment (调整) that a target or an amount stems from: its day, its document, and where it stands.

    ``was``: what stood there before, as its author wrote it; empty where nothing did.
    """

    day: str
    cites: str
    place: Place
    was: str = ""


class Judged(NamedTuple):
    """What people gave a line or took off it: self-score (自评), a reviewer's (核查), points off (扣分)."""

    deducted: Fraction | None = None
    self_score: Fraction | None = None
    review_score: Fraction | None = None


class IndicatorScore(NamedTuple):
    """One line of a scorecard. ``points`` is an open interval where the fact is missing or only a level.

    ``before``: the points that the method gave, where rules or people changed them. ``amended_by``: the
    amendment that the target stems from (that of the budget, on the line of the execution rate).
    """

    group: tuple[str, ...]
    name: str
    target: str
    actual: str
    attainment: Attainment
    ratio: Fraction | None
    weight: Fraction
    points: Interval
    method: str
    why: Text
    place: Place
    fact: FactUsed | None = None
    step: Step | None = None
    excluded: bool = False
    before: Interval | None = None
    applied: tuple[Applied, ...] = ()
    judged: Judged = Judged()
    amended_by: AmendedBy | None = None

    @property
    def score(self) -> Fraction | None:
        """Points, or None while they are open."""
        return self.points.low if self.points.settled else None


class Flag(NamedTuple):
    """Something that a reader of the score ought to know; an error where a rule says so.

    ``place``: that of the rule which speaks.
    """

    code: str
    indicator: str
    text: Text
    place: Place | None = None
    rule: str = ""


class GoalScore(NamedTuple):
    """A goal of a sheet: the points of the lines that serve it. ``share``: its declared weight, of 1."""

    name: str
    text: str
    share: Fraction | None
    weight: Fraction
    points: Interval


class ProjectScore(NamedTuple):
    """A project's lines, its total and grade; the grade is empty while both ends do not agree.

    ``grades`` are all those of the rubric, from its left. ``before``: the total that the lines make, where
    rules changed it.
    """

    code: str
    name: str
    department: str
    rubric: str
    indicators: tuple[IndicatorScore, ...]
    total: Interval
    grade: str
    possible_grades: tuple[str, ...]
    flags: tuple[Flag, ...]
    places: int
    place: Place
    grades: tuple[str, ...] = ()
    before: Interval | None = None
    applied: tuple[Applied, ...] = ()
    goals: tuple[GoalScore, ...] = ()


class Unshown(NamedTuple):
    """A project that is not in the scorecard: not asked for, or not ``scored`` (an error is in the way)."""

    name: str
    total: Interval
    scored: bool = True


class DepartmentScore(NamedTuple):
    """A department over its projects.

    ``own``: its own indicators and its execution over all projects, scored like a project; None where it has
    no indicators. ``mean``: that of its projects' totals, weighted as ``mean_by`` says. The total is their
    blend by ``own_share`` and 1 − ``own_share``, None where the rubric does not say how to make one and there
    are no indicators of its own. ``members``: places of its projects in the scorecard; ``unshown``: the rest
    of them. Money in 元; ``spent`` is None while a project has not reported.
    """

    code: str
    name: str
    rubric: str
    members: tuple[int, ...]
    own: ProjectScore | None
    mean: Interval | None
    mean_by: Literal["", "equal", "by_budget", "by_weight"]
    own_share: Fraction | None
    total: Interval | None
    grade: str
    possible_grades: tuple[str, ...]
    budget: Fraction | None
    spent: Fraction | None
    places: int
    place: Place
    flags: tuple[Flag, ...] = ()
    before: Interval | None = None
    applied: tuple[Applied, ...] = ()
    unshown: tuple[Unshown, ...] = ()


class Scorecard(NamedTuple):
    """The scored projects, in the order in which they were written; what rules say of their departments.

    ``unshown``: projects of no department that were not asked for. ``left_out``: departments, by code or
    name, that have no score since an error stands in the way.
    """

    projects: tuple[ProjectScore, ...]
    as_of: str = ""
    flags: tuple[Flag, ...] = ()
    departments: tuple[DepartmentScore, ...] = ()
    unshown: tuple[Unshown, ...] = ()
    left_out: tuple[str, ...] = ()
