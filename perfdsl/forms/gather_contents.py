"""From a project with its scores and facts to what its forms say; nothing is made up, blank stays blank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple, TypeVar

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.forms.allow_values import allow_actual, allow_by_unit
from perfdsl.forms.contents import Contents, Line
from perfdsl.forms.form import BLANK, Shown
from perfdsl.forms.gather_money import (
    first_money_of,
    money_of,
    money_unit_of,
    plan_unit_of,
    points_of,
    spent_in,
)
from perfdsl.forms.show_value import show_day, show_number, show_points, show_target, show_weight
from perfdsl.plan.plan import IndicatorPlan, Plan, ProjectPlan
from perfdsl.scheme.scheme import IndicatorScheme, ProjectScheme, Scheme
from perfdsl.scorecard import IndicatorScore, ProjectScore, Scorecard
from perfdsl.syntax import ast
from perfdsl.units import Unit

P = TypeVar("P", bound=ast.Node)


class Scored(NamedTuple):
    """A project with all that is known of it; without a plan where it names no rubric."""

    scheme: ProjectScheme
    plan: ProjectPlan | None = None
    score: ProjectScore | None = None
    facts: ProjectActuals | None = None


def pair_up(
    scheme: Scheme, plan: Plan | None, scorecard: Scorecard | None, facts: Sequence[ProjectActuals | None]
) -> list[Scored]:
    """Bring together what belongs to each project of a scheme; all know it by its place."""
    plans = (
        {each.place: (each, fact) for each, fact in zip(plan.projects, facts, strict=True)} if plan else {}
    )
    scores = {each.place: each for each in (scorecard.projects if scorecard else ())}
    return [
        Scored(project, *(plans[project.place][0], scores.get(project.place), plans[project.place][1]))
        if project.place in plans
        else Scored(project)
        for project in scheme.projects
    ]


def gather_contents(scheme: Scheme, projects: Sequence[Scored], *, blank: bool = False) -> Iterator[Contents]:
    """Gather what the forms of some projects say; ``blank``: without facts and scores."""
    names = {department.code: department.name for department in scheme.departments if department.code}
    numbers = {project.place: at for at, project in enumerate(scheme.projects, 1)}
    for each in projects:
        known = each._replace(score=None, facts=None) if blank or not _has_facts(each.facts) else each
        yield _gather(known, names.get(each.scheme.department, ""), numbers[each.scheme.place])


def _has_facts(facts: ProjectActuals | None) -> bool:
    return facts is not None and (facts.spent is not None or any(facts.indicators))


def _gather(scored: Scored, department: str, seq: int) -> Contents:
    project, score = scored.scheme, scored.score
    unit = money_unit_of(project)
    goals = tuple(part.text for part in project.node.parts if isinstance(part, ast.Goal))
    purpose, plan = _part(project, ast.Purpose), _part(project, ast.PaymentPlan)
    contents = Contents(
        seq=seq,
        code=project.code,
        name=project.name,
        department_code=project.department,
        department=department,
        year=project.year,
        money_unit=unit.name,
        money=money_of(project, unit),
        first_money=first_money_of(project, unit),
        purpose=purpose.text if purpose else "",
        plan=points_of(plan, project, unit),
        plan_unit=plan_unit_of(plan, unit),
        goals=goals,
        lines=tuple(_lines(scored)),
        has_facts=scored.facts is not None,
    )
    return contents if scored.plan is None else _with_points(contents, scored, score, unit)


def _with_points(contents: Contents, scored: Scored, score: ProjectScore | None, unit: Unit) -> Contents:
    """Add the points: weights in any case, scores where there are facts."""
    plan = scored.plan
    places = score.places if score else _places(plan)
    execution = plan.execution if plan else None
    last = score.indicators[-1] if score and execution else None
    weights = [line.weight for line in plan.indicators] if plan else []
    if execution:
        weights.append(execution.weight)
    spent = scored.facts.spent if scored.facts else None
    return contents._replace(
        spent=spent_in(spent, unit),
        execution_weight=show_weight(execution.weight) if execution else BLANK,
        execution_score=_points(last, places),
        execution_reason=last.fact.reason if last and last.fact else "",
        total=show_points(score.total.low, places) if score and score.total.settled else BLANK,
        weight=show_weight(sum(weights, Fraction(0))),
        places=places,
    )


def _places(plan: ProjectPlan | None) -> int:
    steps = [step.places for step in (plan.each, plan.total) if step is not None] if plan else []
    return max(steps, default=2)


def _lines(scored: Scored) -> Iterator[Line]:
    indicators = scored.scheme.indicators
    plans: Sequence[IndicatorPlan | None] = (
        scored.plan.indicators if scored.plan else [None] * len(indicators)
    )
    facts: Sequence[BoundFact | None] = scored.facts.indicators if scored.facts else [None] * len(indicators)
    scores = scored.score.indicators if scored.score else ()
    places = scored.score.places if scored.score else 2
    for at, indicator in enumerate(indicators):
        line = _line(indicator, plans[at])
        yield _with_fact(line, facts[at], scores[at], places) if at < len(scores) else line


def _line(indicator: IndicatorScheme, plan: IndicatorPlan | None) -> Line:
    remarks = {
        clause.about: clause.text for clause in indicator.node.clauses if isinstance(clause, ast.Remark)
    }
    weight = plan.weight if plan else indicator.weight
    allowed = allow_actual(plan) if plan else allow_by_unit(_unit_of(indicator.node.target))
    return Line(
        level1=indicator.group[0] if indicator.group else "",
        level2="/".join(indicator.group[1:]),
        name=indicator.name,
        description=remarks.get("about", ""),
        basis=remarks.get("basis", ""),
        target=show_target(indicator.node.target),
        weight=BLANK if weight is None else show_weight(weight),
        allowed=allowed[0],
        blank_code=allowed[1],
    )


def _unit_of(target: ast.Target | None) -> str:
    match target:
        case ast.Bound(value=value) | ast.Range(high=value):
            return value.unit
        case _:
            return ""


def _with_fact(line: Line, fact: BoundFact | None, score: IndicatorScore, places: int) -> Line:
    value = fact.fact.value if fact and fact.fact else None
    actual = show_number(value) if isinstance(value, ast.Number) else show_day(score.actual)
    return line._replace(
        actual=actual if fact else BLANK,
        score=_points(score, places),
        reason=score.fact.reason if score.fact else "",
    )


def _points(line: IndicatorScore | None, places: int) -> Shown:
    """Show the points of a line; blank while they are open, a stroke where it does not count."""
    if line is None or line.score is None:
        return BLANK
    return Shown("—") if line.excluded else show_points(line.score, places)


def _part(project: ProjectScheme, kind: type[P]) -> P | None:
    return next((part for part in project.node.parts if isinstance(part, kind)), None)
