"""The checked meaning of sheets and rubrics: all that later stages need, nothing of the text's shape."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.scheme.monitoring import MonitoringScheme
from perfdsl.scheme.rubric_scheme import (
    MethodCall,
    RubricScheme,
    RuleScheme,
)
from perfdsl.scorecard import AmendedBy
from perfdsl.source import Place, Source
from perfdsl.syntax import ast
from perfdsl.units import Quantity, Unit

AggregatedBy = Literal["sum", "equal", "by_money"]
"""How the facts of several reporting units become one."""

AimOp = Literal[">=", "<=", ">", "<", "=", "in", "is", "qualitative"]


class Aim(NamedTuple):
    """A target in base units: what ``met`` means. ``low``/``high`` are the bounds that the operator gives."""

    op: AimOp
    unit: Unit
    low: Fraction | None
    high: Fraction | None
    word: str
    text: str

    @property
    def target(self) -> Fraction | None:
        """The one value that was aimed at; a range and a state have none."""
        if self.op in {"in", "is", "qualitative"}:
            return None
        return self.high if self.low is None else self.low


class GoalScheme(NamedTuple):
    """A goal of a sheet by name. ``share``: its declared weight, of 1."""

    name: str
    text: str
    share: Fraction | None
    place: Place


class IndicatorScheme(NamedTuple):
    """An indicator with its meaning; ``weight`` is what the sheet declares, ``own_method`` likewise.

    ``aggregated``: how the facts of several reporting units become one. ``serves``: key of its goal's name.
    """

    name: str
    group: tuple[str, ...]
    source: Source
    node: ast.Indicator
    aim: Aim | None
    weight: Fraction | None
    own_method: MethodCall | None
    formula: ast.Expr | None
    baseline: Quantity | None
    amended_by: AmendedBy | None = None
    aggregated: AggregatedBy | None = None
    serves: str = ""

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return self.source.place(self.node.name_span)

    @property
    def target_place(self) -> Place:
        """Where its target stands (its name where it has none)."""
        target = self.node.target
        return self.place if target is None else self.source.place(target.span)


class OutOfForce(NamedTuple):
    """A name that facts may speak of, which on other days is not there, or stands for something else.

    ``before``: facts of earlier days are about what it was then. ``after``: from that day on they are about
    what it is then. ``place``: where another version of it is written.
    """

    name: str
    before: date | None
    after: date | None
    place: Place

    def excuses(self, day: date | None) -> bool:
        """Whether a fact of a day is about another version."""
        if day is None:
            return False
        return (self.before is not None and day < self.before) or (
            self.after is not None and day >= self.after
        )


class Scoring(NamedTuple):
    """How a project's lines are scored: a weight and a method for each indicator, and for the execution rate.

    A method is None where none fits, after a complaint.
    """

    weights: tuple[Fraction, ...]
    methods: tuple[MethodCall | None, ...]
    execution_weight: Fraction
    execution_method: MethodCall | None


class ProjectScheme(NamedTuple):
    """A project: its own data, its indicators in order, and the rubric it is scored under.

    ``rules``: all that it is held to, the rubric's first and then those of its own file. ``node`` is what
    amendments in force make of ``written``. ``amended_by``: the amendments of its own parts, by kind (budget,
    payment_plan, purpose); ``dropped_by``: those that took an indicator out, by its groups and name
    (``thing_of``); ``out_of_force``: names that are something else on other days.
    ``reporters``: the units that report facts of it;
    ``goals``: those with names or weights; ``share_of_department``: its weight there, if it has one.
    """

    name: str
    code: str
    department: str
    year: int | None
    budget: Quantity | None
    money_unit: Unit | None
    indicators: tuple[IndicatorScheme, ...]
    rubric: RubricScheme | None
    source: Source
    node: ast.Project
    units: Mapping[str, Unit]
    scoring: Scoring | None = None
    rules: tuple[RuleScheme, ...] = ()
    written: ast.Project | None = None
    amended_by: Mapping[str, AmendedBy] = {}
    dropped_by: Mapping[tuple[str, ...], AmendedBy] = {}
    out_of_force: tuple[OutOfForce, ...] = ()
    reporters: tuple[str, ...] = ()
    goals: tuple[GoalScheme, ...] = ()
    share_of_department: Fraction | None = None

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return self.source.place(self.node.name_span)


class MemberScheme(NamedTuple):
    """A project of a department: its budget in 元, and its weight there, where it has one."""

    code: str
    name: str
    place: Place
    budget: Fraction | None
    weight: Fraction | None


class DepartmentScheme(NamedTuple):
    """A department, by name and code.

    ``own``: it read like a project, whose budget is the sum of its projects'; None where it has no
    indicators. ``rules``: those of its rubric and its file. ``members``: all its projects, scored or not.
    ``wants``: what its score asks of its projects (projects, budget, weights).
    """

    name: str
    code: str
    place: Place
    node: ast.Department | None = None
    own: ProjectScheme | None = None
    rubric: RubricScheme | None = None
    rules: tuple[RuleScheme, ...] = ()
    members: tuple[MemberScheme, ...] = ()
    wants: tuple[str, ...] = ()


class Scheme(NamedTuple):
    """All that was written: projects and departments in order, facts that stand in sheets, own units.

    ``written``: every item of the sheets as it stands there. ``monitorings``: monitoring schemes by
    the keys of their names, a user's own before the shipped.
    """

    projects: tuple[ProjectScheme, ...] = ()
    departments: tuple[DepartmentScheme, ...] = ()
    actuals: tuple[tuple[Source, ast.Actuals], ...] = ()
    units: Mapping[str, Unit] = {}
    written: tuple[tuple[Source, ast.Item], ...] = ()
    monitorings: Mapping[str, MonitoringScheme] = {}


def day_number(literal: ast.DateLiteral) -> Fraction:
    """Days since 0001-01-01, the value of a date."""
    return Fraction(date(literal.year, literal.month, literal.day).toordinal())
