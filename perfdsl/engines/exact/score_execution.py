"""Scores the execution rate: what was spent over the budget."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from perfdsl.actuals.bound import MONEY, Awaited, BoundFact, ProjectActuals
from perfdsl.engines.exact.score_line import Line, score_line
from perfdsl.plan.compile_plan import EXECUTION_AIM
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import ExecutionPlan, IndicatorPlan, ProjectPlan
from perfdsl.scorecard import EXECUTION_RATE, IndicatorScore
from perfdsl.units import Quantity, show_quantity

NAME = EXECUTION_RATE.zh


def execution_line(project: ProjectPlan, execution: ExecutionPlan) -> IndicatorPlan:
    """Give the execution rate as a line."""
    return IndicatorPlan(
        name=NAME,
        group=(NAME,),
        aim=EXECUTION_AIM,
        weight=execution.weight,
        method=execution.method,
        formula=None,
        baseline=None,
        place=project.place,
        target_place=project.place,
    )


def score_execution(
    project: ProjectPlan,
    execution: ExecutionPlan,
    facts: ProjectActuals,
    others: Mapping[str, Known],
) -> IndicatorScore:
    """Score the line of the execution rate; while nothing is recorded as spent it is open."""
    budget = project.budget or Quantity(Fraction(0), EXECUTION_AIM.unit)
    plan = execution_line(project, execution)
    spent, rate = facts.spent, others.get("execution")
    fact: BoundFact | None = None
    if spent is not None and rate is not None:
        fact = spent._replace(value=Fraction(rate))
    awaited = facts.awaited.get(MONEY, Awaited())
    return score_line(Line(project, plan, show_quantity(budget), awaited), fact, others)
