"""The plan: all that an engine needs to score projects, with nothing left to look up."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.plan.curve import Curve
from perfdsl.scheme.scheme import Aim, DepartmentScheme, GradeBand, MethodCall, RoundingStep
from perfdsl.source import Place, Source
from perfdsl.syntax import ast
from perfdsl.units import Quantity, Unit

Kinds = tuple[Literal["share", "points"], ...]


class CasePlan(NamedTuple):
    """A case in the method's own words, and where it stands."""

    text: str
    place: Place


class LevelPlan(NamedTuple):
    """A level and the shares of the weight that it allows."""

    name: str
    low: Fraction
    high: Fraction
    high_open: bool
    place: Place


class MethodPlan(NamedTuple):
    """How one line gets its points.

    ``curves``: one for each state of 已完成 that the method asks about (the key is None where it does not
    ask). Where the method does not fit into a curve, ``refusal`` says why and the exact engine interprets
    ``call``, whose cases give what ``result_kinds`` says. A qualitative line has ``levels`` instead.
    """

    name: str
    cases: tuple[CasePlan, ...] = ()
    curves: tuple[tuple[bool | None, Curve], ...] = ()
    levels: tuple[LevelPlan, ...] = ()
    refusal: Text | None = None
    call: MethodCall | None = None
    result_kinds: Kinds = ()


class IndicatorPlan(NamedTuple):
    """A line to be scored."""

    name: str
    group: tuple[str, ...]
    aim: Aim
    weight: Fraction
    method: MethodPlan
    formula: ast.Expr | None
    baseline: Quantity | None
    place: Place
    target_place: Place


class ExecutionPlan(NamedTuple):
    """The line of the execution rate: spent over budget."""

    weight: Fraction
    method: MethodPlan


class RulePlan(NamedTuple):
    """One case of a rule. ``lines``: indices of the indicators that it can be held against (units fit)."""

    name: str
    each: Literal["indicator", "project", "department"]
    condition: ast.Expr | None
    effects: tuple[ast.Effect, ...]
    units: Mapping[str, Unit]
    source: Source
    place: Place
    lines: frozenset[int] = frozenset()


class ProjectPlan(NamedTuple):
    """A project to be scored under a rubric. ``asked``: terms of the facts that its rules ask for."""

    name: str
    code: str
    department: str
    year: int | None
    budget: Quantity | None
    money_unit: Unit | None
    units: Mapping[str, Unit]
    rubric: str
    indicators: tuple[IndicatorPlan, ...]
    execution: ExecutionPlan | None
    grades: tuple[GradeBand, ...]
    each: RoundingStep | None
    total: RoundingStep | None
    missing: Literal["pending", "zero", "excluded", "error"]
    place: Place
    rules: tuple[RulePlan, ...] = ()
    asked: frozenset[str] = frozenset()


class Plan(NamedTuple):
    """All projects to be scored, and the departments that they belong to."""

    projects: tuple[ProjectPlan, ...]
    departments: tuple[DepartmentScheme, ...]
