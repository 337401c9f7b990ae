"""Scores one line: attainment on exact values, points from the curve, rounding as an explicit last step."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.engines.exact.tell_why import tell_level, tell_missing, tell_why
from perfdsl.exact import round_to
from perfdsl.plan.compile_plan import EXECUTION_AIM
from perfdsl.plan.curve import UNDEFINED
from perfdsl.plan.interpret import Interpreted, Known, MissingFact, interpret_method, is_met, scope_for
from perfdsl.plan.plan import ExecutionPlan, IndicatorPlan, MethodPlan, ProjectPlan
from perfdsl.scheme.read_aim import is_deadline
from perfdsl.scheme.scheme import Aim, RoundingStep
from perfdsl.scorecard import Attainment, FactUsed, IndicatorScore, Interval, Step
from perfdsl.units import show_quantity

ZERO = Fraction(0)


def score_line(
    project: ProjectPlan, line: IndicatorPlan, fact: BoundFact | None, others: Mapping[str, Known]
) -> IndicatorScore:
    """Score an indicator; a missing fact leaves it open, or as the rubric says."""
    if fact is None:
        return _missing(project, line)
    if line.method.levels:
        return _qualitative(project, line, fact)
    value = fact.value if fact.value is not None else ZERO
    scored = _points(line.method, line.aim, line.weight, value, others, project)
    points, step = _rounded(scored, line.method, project.each, line.weight, fact.text)
    attainment: Attainment = "met" if is_met(line.aim, value) else "missed"
    ratio = _ratio(line.aim, value)
    return IndicatorScore(
        group=line.group,
        name=line.name,
        target=line.aim.text,
        actual=fact.text,
        attainment=attainment,
        ratio=ratio,
        weight=line.weight,
        points=points,
        method=line.method.name,
        why=tell_why(line.aim, attainment, ratio, fact.text, scored, line.method),
        place=line.place,
        fact=_used(fact),
        step=step,
    )


def score_execution(project: ProjectPlan, execution: ExecutionPlan, facts: ProjectActuals) -> IndicatorScore:
    """Score the execution rate: what was spent over the budget."""
    budget = project.budget
    assert budget is not None  # noqa: S101 — there is no such line without one
    spent = facts.spent
    aim = EXECUTION_AIM
    line = IndicatorPlan(
        name="预算执行率", group=("预算执行率",), aim=aim, weight=execution.weight, method=execution.method,
        formula=None, baseline=None, place=project.place, target_place=project.place,
    )  # fmt: skip
    if spent is None or spent.value is None:
        return _missing(project, line, show_quantity(budget))
    rate = spent.value / budget.value
    others: dict[str, Known] = {"spent": spent.value, "budget": budget.value, "execution": rate}
    if facts.finished is not None:
        others["finished"] = facts.finished
    scored = _points(execution.method, aim, execution.weight, rate, others, project)
    points, step = _rounded(scored, execution.method, project.each, execution.weight, spent.text)
    attainment: Attainment = "met" if rate == 1 else "missed"
    return IndicatorScore(
        group=line.group, name=line.name, target=show_quantity(budget), actual=spent.text, attainment=attainment,
        ratio=rate, weight=execution.weight, points=points, method=execution.method.name,
        why=tell_why(aim, attainment, rate, spent.text, scored, execution.method), place=project.place,
        fact=_used(spent), step=step,
    )  # fmt: skip


def _points(
    method: MethodPlan,
    aim: Aim,
    weight: Fraction,
    value: Fraction,
    others: Mapping[str, Known],
    project: ProjectPlan,
) -> Interpreted | None:
    """Give the points before rounding; None while a fact is missing that the method asks for."""
    if method.refusal and method.call is not None:
        scope = scope_for(aim, weight, value, others)
        try:
            return interpret_method(method.call, weight, method.result_kinds, scope, project.units)
        except MissingFact:
            return None
    finished = others.get("finished")
    possible = [curve for state, curve in method.curves if state is None or finished is None or state == finished]
    found = []
    for curve in possible:
        segment = curve.segment_at(value)
        points = None if segment.form is None else segment.form.at(value)
        found.append(Interpreted(segment.case, points, segment.clamped))
    # While it is not known whether the work is finished, the line is settled only if that makes no difference.
    return found[0] if all(each == found[0] for each in found) else None


def _rounded(
    scored: Interpreted | None, method: MethodPlan, rounding: RoundingStep | None, weight: Fraction, text: str
) -> tuple[Interval, Step | None]:
    if scored is None or scored.points is None or scored.case == UNDEFINED:
        return Interval(ZERO, round_points(weight, rounding)), None
    exact = scored.points
    rounded = round_points(exact, rounding)
    case = method.cases[scored.case]
    return Interval(rounded, rounded), Step(case.text, case.place, text, exact, rounded, scored.clamped)


def round_points(points: Fraction, rounding: RoundingStep | None) -> Fraction:
    """Round one line's points, where the rubric rounds lines."""
    return points if rounding is None else round_to(points, rounding.places, rounding.mode)


def _missing(project: ProjectPlan, line: IndicatorPlan, target: str = "") -> IndicatorScore:
    high = ZERO if project.missing in {"zero", "excluded"} else round_points(line.weight, project.each)
    return IndicatorScore(
        group=line.group, name=line.name, target=target or line.aim.text, actual="", attainment="pending", ratio=None,
        weight=line.weight, points=Interval(ZERO, high), method=line.method.name,
        why=tell_missing(project.missing), place=line.place, excluded=project.missing == "excluded",
    )  # fmt: skip


def _qualitative(project: ProjectPlan, line: IndicatorPlan, fact: BoundFact) -> IndicatorScore:
    """A level alone leaves the line open within its band; a share in the band settles it."""
    at = fact.level if fact.level is not None else 0
    level = line.method.levels[at]
    low, high = (level.low, level.high) if fact.value is None else (fact.value, fact.value)
    points = Interval(
        round_points(low * line.weight, project.each),
        round_points(high * line.weight, project.each),
        high_open=fact.value is None and level.high_open,
    )
    step = None
    if fact.value is not None:
        exact = fact.value * line.weight
        step = Step(f"档次 {level.name}", level.place, fact.text, exact, points.low)
    attainment: Attainment = "met" if at == 0 else "missed"
    return IndicatorScore(
        group=line.group, name=line.name, target=line.aim.text, actual=fact.text, attainment=attainment,
        ratio=fact.value, weight=line.weight, points=points, method=line.method.name,
        why=tell_level(level, fact), place=line.place, fact=_used(fact), step=step,
    )  # fmt: skip


def _ratio(aim: Aim, value: Fraction) -> Fraction | None:
    """Actual over target; points in time, states, ranges and a target of zero have no ratio."""
    target = aim.target
    if target is None or target == 0 or is_deadline(aim.unit):
        return None
    return value / target


def _used(fact: BoundFact) -> FactUsed | None:
    if fact.fact is None:
        return None
    day = fact.fact.day
    return FactUsed(
        fact.text, fact.fact.place, day.isoformat() if day else "", fact.fact.reason, fact.fact.evidence
    )


