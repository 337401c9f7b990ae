"""The checked meaning of rubrics, methods and rules: how lines, projects and departments are scored."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.exact import RoundingMode
from perfdsl.scheme.monitoring import MonitoringScheme
from perfdsl.source import Place, Source
from perfdsl.syntax import ast
from perfdsl.syntax.expand import PlainCase, cases_of
from perfdsl.units import Unit


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


class RollupScheme(NamedTuple):
    """Of what a department's score is made: ``own`` of 1 is its own score, the rest the mean of its projects.

    ``how`` that mean is taken; empty where no share is the projects'.
    """

    own: Fraction
    how: Literal["", "equal", "by_budget", "by_weight"]
    place: Place


class RubricScheme(NamedTuple):
    """A scoring scheme with what it takes over from its parents.

    ``nodes``: its own tree and those of its parents. ``shares``: whether indicators without a weight share
    their group's points equally. ``rules``: those of its parents first. ``monitoring``: by which lights its
    projects are watched in the course of the year, if it says so.
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
    monitoring: MonitoringScheme | None = None
    rollup: RollupScheme | None = None
