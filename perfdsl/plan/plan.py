"""The plan: all that an engine needs to score projects, with nothing left to look up."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.plan.curve import Curve
from perfdsl.scheme.rubric_scheme import GradeBand, MethodCall, RollupScheme, RoundingStep
from perfdsl.scheme.scheme import AggregatedBy, Aim, MemberScheme, OutOfForce
from perfdsl.scorecard import AmendedBy
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
    """A line to be scored. ``aggregated``: how the facts of several reporting units become one."""

    name: str
    group: tuple[str, ...]
    aim: Aim
    weight: Fraction
    method: MethodPlan
    formula: ast.Expr | None
    baseline: Quantity | None
    place: Place
    target_place: Place
    amended_by: AmendedBy | None = None
    aggregated: AggregatedBy | None = None


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


class GoalPlan(NamedTuple):
    """A goal by name, and the indices of the lines that serve it. ``share``: its declared weight, of 1."""

    name: str
    text: str
    share: Fraction | None
    lines: tuple[int, ...]


class ProjectPlan(NamedTuple):
    """A project to be scored under a rubric. ``asked``: terms of the facts that its rules ask for.

    ``budget_amended_by``: the amendment that its budget stems from; ``out_of_force``: names that are
    something else on other days.
    """

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
    budget_amended_by: AmendedBy | None = None
    out_of_force: tuple[OutOfForce, ...] = ()
    reporters: tuple[str, ...] = ()
    goals: tuple[GoalPlan, ...] = ()


class DepartmentPlan(NamedTuple):
    """A department to be scored over its projects.

    ``own``: it as a project, whose budget is the sum of its projects'; None where it has no indicators, or
    no budget to divide by (``lacks_budget``). ``members``: all its projects, whether they are in the
    plan or not.
    """

    name: str
    code: str
    place: Place
    members: tuple[MemberScheme, ...]
    own: ProjectPlan | None = None
    lacks_budget: bool = False
    rubric: str = ""
    rollup: RollupScheme | None = None
    grades: tuple[GradeBand, ...] = ()
    each: RoundingStep | None = None
    total: RoundingStep | None = None
    rules: tuple[RulePlan, ...] = ()


class Plan(NamedTuple):
    """All projects to be scored, and the departments over them."""

    projects: tuple[ProjectPlan, ...]
    departments: tuple[DepartmentPlan, ...]
