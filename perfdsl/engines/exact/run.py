"""Scores a plan: line by line, then totals and grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction

from perfdsl.actuals.bound import Actuals, Awaited, ProjectActuals
from perfdsl.actuals.compute import known_values
from perfdsl.diagnostic import Text
from perfdsl.engines.exact.score_execution import NAME, score_execution
from perfdsl.engines.exact.score_goals import score_goals
from perfdsl.engines.exact.score_line import Line, score_line
from perfdsl.engines.exact.take_off import take_off
from perfdsl.engines.exact.tell_why import NO_SCORE
from perfdsl.engines.exact.total import possible_grades, total_of
from perfdsl.exact import show_trimmed
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scorecard import (
    Applied,
    DepartmentScore,
    Flag,
    IndicatorScore,
    Interval,
    ProjectScore,
    Scorecard,
)

DEFAULT_PLACES = 2
NOBODY = Awaited()


def run(plan: Plan, actuals: Actuals) -> Scorecard:
    """Score all projects of a plan whose facts are sound, in its order."""
    pairs = [
        (project, facts)
        for at, (project, facts) in enumerate(zip(plan.projects, actuals.projects, strict=True))
        if at not in actuals.broken
    ]
    scores = tuple(score_project(project, facts) for project, facts in pairs)
    departments = _score_departments(plan, actuals, scores)
    return Scorecard(scores, actuals.as_of, _flags_of_departments(plan, actuals, departments), departments)


def _score_departments(
    plan: Plan, actuals: Actuals, scores: Sequence[ProjectScore]
) -> tuple[DepartmentScore, ...]:
    if not plan.departments:
        return ()
    from perfdsl.engines.exact.score_departments import score_departments

    found = actuals.departments or (None,) * len(plan.departments)
    own = [
        None if each.own is None or facts is None else score_project(each.own, facts)
        for each, facts in zip(plan.departments, found, strict=True)
    ]
    return score_departments(plan, actuals, scores, own)


def _flags_of_departments(
    plan: Plan, actuals: Actuals, departments: Sequence[DepartmentScore]
) -> tuple[Flag, ...]:
    speaks = any(rule.each == "department" for project in plan.projects for rule in project.rules)
    if not speaks and not any(each.rules for each in plan.departments):
        return ()
    from perfdsl.actuals.bind_departments import spent_by_project
    from perfdsl.engines.exact.judge_departments import judge_departments

    pairs = list(zip(plan.projects, actuals.projects, strict=True))
    spent = spent_by_project(plan, actuals.projects, actuals.broken)
    return judge_departments(pairs, plan.departments, departments, spent)


def score_project(project: ProjectPlan, facts: ProjectActuals) -> ProjectScore:
    """Score one project."""
    values = known_values(project, facts)
    lines = _score_lines(project, facts, values)
    flags = tuple(_flags(project, facts, lines))
    before: Interval | None = None
    applied: tuple[Applied, ...] = ()
    if project.rules:
        from perfdsl.engines.exact.hold_to_rules import hold_to_rules

        lines, total, possible, told, before, applied = hold_to_rules(project, facts, lines, values)
        flags += told
    else:
        total = total_of(lines, project.each, project.total)
        possible = possible_grades(total, project.grades)
    steps = [step.places for step in (project.each, project.total) if step is not None]
    return ProjectScore(
        code=project.code,
        name=project.name,
        department=project.department,
        rubric=project.rubric,
        indicators=lines,
        total=total,
        grade=possible[0] if len(possible) == 1 else "",
        possible_grades=possible,
        flags=flags,
        places=max(steps, default=DEFAULT_PLACES),
        place=project.place,
        grades=tuple(grade.name for grade in project.grades),
        before=before if before != total else None,
        applied=applied,
        goals=score_goals(project.goals, lines) if project.goals else (),
    )


def _score_lines(
    project: ProjectPlan, facts: ProjectActuals, values: Mapping[str, Known]
) -> tuple[IndicatorScore, ...]:
    pairs = zip(project.indicators, facts.indicators, strict=True)
    lines = [
        take_off(score_line(_line(project, facts, at), fact, values), fact, project.each)._replace(
            amended_by=plan.amended_by
        )
        for at, (plan, fact) in enumerate(pairs)
    ]
    if project.execution is not None:
        execution = score_execution(project, project.execution, facts, values)
        execution = execution._replace(amended_by=project.budget_amended_by)
        lines.append(take_off(execution, facts.spent, project.each))
    return tuple(lines)


def _line(project: ProjectPlan, facts: ProjectActuals, at: int) -> Line:
    plan = project.indicators[at]
    return Line(project, plan, plan.aim.text, facts.awaited.get(at, NOBODY))


def _flags(project: ProjectPlan, facts: ProjectActuals, lines: Sequence[IndicatorScore]) -> Iterator[Flag]:
    for line in lines:
        if line.why == NO_SCORE:
            yield Flag("P0701", line.name, Text("除数为零，没有得分", "a division by zero, no score"))
    spent = None if facts.spent is None else facts.spent.value
    budget = None if project.budget is None else project.budget.value
    if spent is not None and budget is not None and spent > budget > 0:
        rate = show_trimmed(Fraction(100) * spent / budget, 2)
        yield Flag("P0702", NAME, Text(f"执行率 {rate}%，超过预算", f"execution {rate}%, above the budget"))
