"""The checked meaning of sheets and rubrics: all that later stages need, nothing of the text's shape."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.exact import RoundingMode
from perfdsl.source import Place, Source
from perfdsl.syntax import ast
from perfdsl.syntax.expand import PlainCase, cases_of
from perfdsl.units import Quantity, Unit

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


class MethodScheme(NamedTuple):
    """A method with its cases or levels, where it stands, and the units that its own file defines."""

    name: str
    node: ast.Method
    source: Source
    units: Mapping[str, Unit]

    @property
    def cases(self) -> tuple[PlainCase, ...]:
        """Cases, top-down, in plain expressions."""
        return cases_of(self.node)

    @property
    def levels(self) -> tuple[ast.Level, ...]:
        """Levels of a qualitative method, as written."""
        return tuple(part for part in self.node.parts if isinstance(part, ast.Level))


class MethodCall(NamedTuple):
    """A method with its parameters given: name → expression, each evaluated where the call stands."""

    method: MethodScheme
    arguments: tuple[tuple[str, ast.Expr], ...]
    place: Place


class WeightSet(NamedTuple):
    """Points of groups (canonical names), for sheets that have or lack a group."""

    points: tuple[tuple[str, Fraction], ...]
    has: bool
    condition_group: str
    place: Place


class GradeBand(NamedTuple):
    """A grade and the totals that get it; no operator: all the rest. ``high``: its upper end, if any."""

    name: str
    op: ast.Operator | None
    bound: Fraction
    high: Fraction | None = None
    high_open: bool = False


class RoundingStep(NamedTuple):
    """Where and how points are rounded."""

    places: int
    mode: RoundingMode


class RuleScheme(NamedTuple):
    """A rule with its cases, where it stands, and the units that its own file defines."""

    name: str
    node: ast.Rule
    source: Source
    units: Mapping[str, Unit]

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return self.source.place(self.node.name_span)

    @property
    def cases(self) -> tuple[ast.RuleCase, ...]:
        """Its cases, in order."""
        return tuple(part for part in self.node.parts if isinstance(part, ast.RuleCase))


class RubricScheme(NamedTuple):
    """A scoring scheme with what it takes over from its parents.

    ``nodes``: its own tree and those of its parents. ``shares``: whether indicators without a weight share
    their group's points equally. ``rules``: those of its parents first.
    """

    name: str
    place: Place
    nodes: tuple[ast.Rubric, ...]
    weight_sets: tuple[WeightSet, ...]
    heirs: Mapping[str, str]
    shares: bool
    scoring: tuple[tuple[str, MethodCall], ...]
    grades: tuple[GradeBand, ...]
    each: RoundingStep | None
    total: RoundingStep | None
    missing: Literal["pending", "zero", "excluded", "error"]
    rules: tuple[RuleScheme, ...] = ()


class IndicatorScheme(NamedTuple):
    """An indicator with its meaning; ``weight`` is what the sheet declares, ``own_method`` likewise."""

    name: str
    group: tuple[str, ...]
    source: Source
    node: ast.Indicator
    aim: Aim | None
    weight: Fraction | None
    own_method: MethodCall | None
    formula: ast.Expr | None
    baseline: Quantity | None

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return self.source.place(self.node.name_span)

    @property
    def target_place(self) -> Place:
        """Where its target stands (its name where it has none)."""
        target = self.node.target
        return self.place if target is None else self.source.place(target.span)


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

    ``rules``: all that it is held to, the rubric's first and then those of its own file.
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

    @property
    def place(self) -> Place:
        """Where its name stands."""
        return self.source.place(self.node.name_span)


class DepartmentScheme(NamedTuple):
    """A department, by name and code."""

    name: str
    code: str
    place: Place


class Scheme(NamedTuple):
    """All that was written: projects and departments in order, facts that stand in sheets, own units.

    ``written``: every item of the sheets as it stands there.
    """

    projects: tuple[ProjectScheme, ...] = ()
    departments: tuple[DepartmentScheme, ...] = ()
    actuals: tuple[tuple[Source, ast.Actuals], ...] = ()
    units: Mapping[str, Unit] = {}
    written: tuple[tuple[Source, ast.Item], ...] = ()


def day_number(literal: ast.DateLiteral) -> Fraction:
    """Days since 0001-01-01, the value of a date."""
    return Fraction(date(literal.year, literal.month, literal.day).toordinal())
