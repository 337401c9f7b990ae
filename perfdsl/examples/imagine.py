"""Makes the project, or the single line, that an example of a method, a rule or a rubric speaks of."""

from __future__ import annotations

from collections.abc import Mapping

from perfdsl.examples.example import Posed
from perfdsl.plan.plan import ProjectPlan
from perfdsl.scheme.rubric_scheme import RubricScheme, RuleScheme
from perfdsl.scheme.scheme import Aim, IndicatorScheme, ProjectScheme
from perfdsl.source import Span
from perfdsl.syntax import ast
from perfdsl.syntax.node import make
from perfdsl.units import PURE, Quantity, Unit

NO_AIM = Aim("in", PURE, None, None, "", "")
"""Of a line whose target an example does not give: it has neither bounds nor a sense."""

Units = Mapping[str, Unit]


def imagined_project(
    posed: Posed,
    units: Units,
    indicators: tuple[IndicatorScheme, ...] = (),
    rules: tuple[RuleScheme, ...] = (),
) -> ProjectScheme:
    """Make a project of lines; where it ought to stand, the example stands."""
    node = make(ast.Project, posed.node.span, name=posed.subject.name, name_span=posed.node.name_span)
    return ProjectScheme(
        name=posed.subject.name,
        code="",
        department="",
        year=None,
        budget=None,
        money_unit=None,
        indicators=indicators,
        rubric=None,
        source=posed.source,
        node=node,
        units=units,
        rules=rules,
    )


def imagined_line(posed: Posed, name: str, group: tuple[str, ...], aim: Aim, span: Span) -> IndicatorScheme:
    """Make an indicator that stands where a fact of the example stands."""
    node = make(ast.Indicator, span, name=name, name_span=span)
    return IndicatorScheme(name, group, posed.source, node, aim, None, None, None, None)


def imagined_plan(
    posed: Posed, units: Units, *, rubric: RubricScheme | None = None, budget: Quantity | None = None
) -> ProjectPlan:
    """Make the plan of a project without lines, under the rounding and grades of a rubric or under none."""
    return ProjectPlan(
        name=posed.subject.name,
        code="",
        department="",
        year=None,
        budget=budget,
        money_unit=None,
        units=units,
        rubric=rubric.name if rubric else "",
        indicators=(),
        execution=None,
        grades=rubric.grades if rubric else (),
        each=rubric.each if rubric else None,
        total=rubric.total if rubric else None,
        missing="pending",
        place=posed.place,
    )
