"""One state of a workspace, checked: its scheme, and the plan of those projects that can be scored."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.plan.plan import MethodPlan, Plan, ProjectPlan
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import Aim, IndicatorScheme, ProjectScheme, Scheme
from perfdsl.source import Place


class Sheets(NamedTuple):
    """What ``pipeline.check`` or ``pipeline.prepare`` gave for one side."""

    scheme: Scheme
    plan: Plan

    def projects(self) -> list[Planned]:
        """Give the projects in order, each with its plan where it has one."""
        plans = {plan.place: plan for plan in self.plan.projects}
        return [Planned(each, plans.get(each.place)) for each in self.scheme.projects]


class Planned(NamedTuple):
    """A project with its plan; None where no rubric scores it."""

    scheme: ProjectScheme
    plan: ProjectPlan | None

    def lines(self) -> list[Line]:
        """Give the indicators in order, each with what it is scored by."""
        scoring = self.scheme.scoring
        plans = {} if self.plan is None else {line.place: line.method for line in self.plan.indicators}
        found = []
        for at, each in enumerate(self.scheme.indicators):
            weight = None if scoring is None else scoring.weights[at]
            call = None if scoring is None else scoring.methods[at]
            found.append(Line(each.aim, weight, call, plans.get(each.place), each.place, each))
        return found

    def execution(self) -> Line | None:
        """Give the line of the execution rate; None where it has no points."""
        from perfdsl.plan.compile_plan import EXECUTION_AIM

        scoring = self.scheme.scoring
        if scoring is None or not scoring.execution_weight:
            return None
        planned = None if self.plan is None or self.plan.execution is None else self.plan.execution.method
        call = scoring.execution_method
        return Line(EXECUTION_AIM, scoring.execution_weight, call, planned, self.scheme.place)


class Line(NamedTuple):
    """What has points: an indicator, or the execution rate; without a rubric it has no weight and method."""

    aim: Aim | None
    weight: Fraction | None
    call: MethodCall | None
    method: MethodPlan | None
    place: Place
    indicator: IndicatorScheme | None = None
