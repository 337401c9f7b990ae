"""What is told about a goal: whether it can be reached, by which changes, and what is lost for good."""

from __future__ import annotations

from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.goal_seek.goal import Goal
from perfdsl.goal_seek.lever import Lever
from perfdsl.scorecard import Flag, Interval, ProjectScore
from perfdsl.units import Unit

Verdict = Literal["already", "reachable", "depends", "out_of_reach", "nothing_open"]
Way = Literal["single", "fewest", "even"]
Others = Literal["as_is", "met"]
"""What is assumed of the open lines that an alternative does not change: that they stay as they are (without
a fact they count as the rubric says, or for zero), or that those without a fact get their most points."""


class Change(NamedTuple):
    """One actual to be changed. ``after`` is in the lever's units, ``text`` as a sheet writes it.

    ``points``: what its line then has, as the rubric rounds them; None for 已完成, which has no line.
    """

    lever: Lever
    after: Fraction
    text: str
    unit: Unit
    points: Interval | None


class Alternative(NamedTuple):
    """Changes that together suffice; ``assumed`` are those of the other lines that are taken for granted.

    ``faults``: what rules would still call an error, such as a missing reason.
    ``share``: of the full points of each changed line, where they are moved evenly. ``facts``: the facts with
    all of it put in, for which the exact engine gave ``total`` and ``grade``.
    """

    way: Way
    others: Others
    changes: tuple[Change, ...]
    assumed: tuple[Change, ...]
    share: Fraction | None
    total: Interval
    grade: str
    possible: tuple[str, ...]
    facts: ProjectActuals
    faults: tuple[Flag, ...] = ()


class Lost(NamedTuple):
    """Points of a line that cannot come back."""

    name: str
    points: Fraction


class Assumed(NamedTuple):
    """A fact that nobody recorded and only rules ask for, and what it would have to be."""

    name: str
    text: str


class Answer(NamedTuple):
    """The answer for one project. ``present``: its score now; ``best``: with every open line at its most.

    ``needless``: open lines whose points are not needed where all others get their most. ``waiting``: lines
    that stay open whatever is changed, and facts that rules wait for. ``cut_short``: the bound of work ended
    the search for more ways.
    ``unsure``: open lines whose methods are no curves, so that only some of their actuals were tried.
    ``what_if``: where nothing is open, the answer if everything were; where it ``depends`` on facts that only
    rules ask for, the answer if they were so. ``least``: the total at which the goal begins, where it is a
    number.
    """

    goal: Goal
    verdict: Verdict
    present: ProjectScore
    best: ProjectScore
    open: tuple[Lever, ...]
    lost: tuple[Lost, ...]
    waiting: tuple[str, ...] = ()
    alternatives: tuple[Alternative, ...] = ()
    needless: tuple[str, ...] = ()
    cut_short: bool = False
    unsure: tuple[str, ...] = ()
    what_if: Answer | None = None
    least: Fraction | None = None
    depends: tuple[Assumed, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether the goal is reached, or can be."""
        return self.verdict in {"already", "reachable"}
