"""Scores a plan: line by line, then totals and grades."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.actuals.bound import Actuals, ProjectActuals
from perfdsl.actuals.compute import known_values
from perfdsl.engines.exact.score_line import score_execution, score_line
from perfdsl.engines.exact.total import grade_of, possible_grades, total_of
from perfdsl.exact import show_trimmed
from perfdsl.diagnostic import Text
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scorecard import Flag, IndicatorScore, ProjectScore, Scorecard

DEFAULT_PLACES = 2


def run(plan: Plan, actuals: Actuals) -> Scorecard:
    """Score all projects of a plan whose facts are sound, in its order."""
    scores = tuple(
        score_project(project, facts)
        for at, (project, facts) in enumerate(zip(plan.projects, actuals.projects, strict=True))
        if at not in actuals.broken
    )
    return Scorecard(scores, actuals.as_of)


def score_project(project: ProjectPlan, facts: ProjectActuals) -> ProjectScore:
    """Score one project."""
    others, _ = known_values(project, facts)
    lines = [
        score_line(project, line, fact, others) for line, fact in zip(project.indicators, facts.indicators, strict=True)
    ]
    if project.execution is not None:
        lines.append(score_execution(project, project.execution, facts))
    total = total_of(lines, project.each, project.total)
    low, high = grade_of(total.low, project.grades), grade_of(total.high, project.grades)
    possible = possible_grades(total, project.grades)
    steps = [step.places for step in (project.each, project.total) if step is not None]
    return ProjectScore(
        code=project.code,
        name=project.name,
        department=project.department,
        rubric=project.rubric,
        indicators=tuple(lines),
        total=total,
        grade=low if low == high and len(possible) == 1 else "",
        possible_grades=possible,
        flags=tuple(_flags(project, facts, lines)),
        places=max(steps, default=DEFAULT_PLACES),
        place=project.place,
        grades=tuple(grade.name for grade in project.grades),
    )


def _flags(project: ProjectPlan, facts: ProjectActuals, lines: list[IndicatorScore]) -> list[Flag]:
    found = [
        Flag("P0701", line.name, Text("除数为零，没有得分", "a division by zero, no score"))
        for line in lines
        if line.fact is not None and line.step is None and not line.points.settled and not line.excluded and line.attainment != "pending"
    ]
    spent, budget = facts.spent, project.budget
    if spent is not None and spent.value is not None and budget is not None and spent.value > budget.value > 0:
        rate = show_trimmed(Fraction(100) * spent.value / budget.value, 2)
        found.append(Flag("P0702", "预算执行率", Text(f"执行率 {rate}%，超过预算", f"execution {rate}%, above the budget")))
    return found
