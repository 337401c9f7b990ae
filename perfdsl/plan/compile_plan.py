"""From the scheme to the plan: each line with its curve, or with the reason why it has none."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import Literal

from perfdsl.plan.compile_method import compile_method
from perfdsl.plan.curve import Curve
from perfdsl.plan.form import NotACurve
from perfdsl.plan.plan import CasePlan, ExecutionPlan, IndicatorPlan, LevelPlan, MethodPlan, Plan, ProjectPlan
from perfdsl.scheme.check_cycles import names_used
from perfdsl.scheme.check_method import level_share
from perfdsl.scheme.infer_units import POINTS, UnitInference
from perfdsl.scheme.method_scope import RATIO, method_scope, with_parameters
from perfdsl.scheme.scheme import Aim, IndicatorScheme, MethodCall, ProjectScheme, Scheme
from perfdsl.syntax.keywords import tables
from perfdsl.units import Unit

EXECUTION_AIM = Aim("=", RATIO, Fraction(1), Fraction(1), "", "100%")
"""What an execution rate is held against: all of the budget, neither less nor more."""

Kinds = tuple[Literal["share", "points"], ...]
Known = tuple[tuple[str, Fraction], ...]


class PlanCompiler:
    """Compiles plans; equal lines of different sheets share one curve."""

    __slots__ = ("_curves", "_kinds")

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._curves: dict[tuple[object, ...], MethodPlan] = {}
        self._kinds: dict[tuple[object, ...], Kinds] = {}

    def compile(self, scheme: Scheme) -> Plan:
        """Give the plan of all projects that have a rubric and a method for each line."""
        projects = tuple(self.project(each) for each in scheme.projects if each.scoring is not None)
        return Plan(projects, scheme.departments)

    def project(self, project: ProjectScheme) -> ProjectPlan:
        """Give the plan of a project; lines without a target or method are left out (they were complained of)."""
        rubric, scoring = project.rubric, project.scoring
        assert rubric is not None  # noqa: S101 — scoring was arranged under it
        assert scoring is not None  # noqa: S101
        lines = zip(project.indicators, scoring.weights, scoring.methods, strict=True)
        execution = None
        if scoring.execution_method is not None and project.budget is not None and project.budget.value > 0:
            budget = (("budget", project.budget.value),)
            method = self._method(scoring.execution_method, EXECUTION_AIM, scoring.execution_weight, budget, project.units, True)
            execution = ExecutionPlan(scoring.execution_weight, method)
        return ProjectPlan(
            name=project.name,
            code=project.code,
            department=project.department,
            year=project.year,
            budget=project.budget,
            money_unit=project.money_unit,
            units=project.units,
            rubric=rubric.name,
            indicators=tuple(self._line(project, *line) for line in lines if line[0].aim and line[2]),
            execution=execution,
            grades=rubric.grades,
            each=rubric.each,
            total=rubric.total,
            missing=rubric.missing,
            place=project.place,
        )

    def _line(
        self, project: ProjectScheme, each: IndicatorScheme, weight: Fraction, call: MethodCall | None
    ) -> IndicatorPlan:
        assert each.aim is not None  # noqa: S101 — chosen so
        assert call is not None  # noqa: S101
        known: list[tuple[str, Fraction]] = []
        if project.budget is not None:
            known.append(("budget", project.budget.value))
        if each.baseline is not None:
            known.append(("baseline", each.baseline.value))
        return IndicatorPlan(
            name=each.name,
            group=each.group,
            aim=each.aim,
            weight=weight,
            method=self._method(call, each.aim, weight, tuple(known), project.units, False),
            formula=each.formula,
            baseline=each.baseline,
            place=each.place,
            target_place=each.target_place,
        )

    def _method(
        self, call: MethodCall, aim: Aim, weight: Fraction, known: Known, units: Mapping[str, Unit], execution: bool
    ) -> MethodPlan:
        if call.method.levels:
            return MethodPlan(call.method.name, levels=_levels(call))
        uses = _words_used(call)
        kept = tuple((name, value) for name, value in known if name in uses)
        identity = (id(call.method.node), id(call.arguments), aim.op, aim.low, aim.high, aim.unit, weight, kept, execution)
        found = self._curves.get(identity)
        if found is None or found.call is not call:
            found = self._compiled(call, aim, weight, kept, units, execution, "finished" in uses)
            self._curves[identity] = found
        return found

    def _compiled(
        self,
        call: MethodCall,
        aim: Aim,
        weight: Fraction,
        known: Known,
        units: Mapping[str, Unit],
        execution: bool,
        asks_finished: bool,
    ) -> MethodPlan:
        kinds = self._result_kinds(call, aim, units)
        curves: list[tuple[bool | None, Curve]] = []
        refusal = ""
        numbers = dict(known)
        try:
            for finished in (False, True) if asks_finished else (None,):
                extra = _execution_names(numbers) if execution else {}
                curves.append((finished, compile_method(call, aim, weight, kinds, numbers, units, finished=finished, extra=extra)))
        except NotACurve as reason:
            curves, refusal = [], str(reason)
        cases = tuple(CasePlan(_text(call, case.span), call.method.source.place(case.span)) for case in call.method.cases)
        return MethodPlan(call.method.name, cases, tuple(curves), (), refusal, call, kinds)

    def _result_kinds(self, call: MethodCall, aim: Aim, units: Mapping[str, Unit]) -> Kinds:
        identity = (id(call.method.node), id(call.arguments), aim.unit, aim.op)
        found = self._kinds.get(identity)
        if found is None:
            found = self._kinds[identity] = result_kinds(call, aim.unit, units)
        return found


def result_kinds(call: MethodCall, unit: Unit, units: Mapping[str, Unit]) -> Kinds:
    """Say for each case whether it gives a share of the weight or points."""
    source = getattr(call.place, "source", call.method.source)
    scope = method_scope(unit, baseline=unit)
    outer = UnitInference(source, scope, {**units, **call.method.units}, lambda _: None)
    inner = with_parameters(scope, call, source, outer)
    infer = UnitInference(call.method.source, inner, {**units, **call.method.units}, lambda _: None)
    found = (infer.infer(case.result).dimension == POINTS.dimension for case in call.method.cases)
    return tuple("points" if points else "share" for points in found)


def _execution_names(numbers: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """For the execution rate itself, 预算执行率 is the actual and 执行数 the budget times it."""
    return {"execution": Fraction(1), "spent": numbers.get("budget", Fraction(1))}


def _words_used(call: MethodCall) -> set[str]:
    """English words of the scope table that a call's cases and arguments use."""
    spelled = {spelling: word for word, spellings in tables()["scope"].items() for spelling in spellings}
    expressions = [value for _, value in call.arguments]
    for case in call.method.cases:
        expressions += [case.result, *([] if case.condition is None else [case.condition])]
    found = {spelled.get(name, "") for each in expressions for name in names_used(each)}
    return found | ({"budget"} if found & {"spent", "execution"} else set())


def _levels(call: MethodCall) -> tuple[LevelPlan, ...]:
    return tuple(
        LevelPlan(each.name, level_share(each.low), level_share(each.high), each.high_open, call.method.source.place(each.span))
        for each in call.method.levels
    )


def _text(call: MethodCall, span: tuple[int, int]) -> str:
    """The case as written; brackets at its ends belong to no node and are taken in."""
    text, (start, end) = call.method.source.text, span
    while text.count("(", start, end) < text.count(")", start, end) and start > 0 and text[start - 1] in "( ":
        start -= 1
    while text.count("(", start, end) > text.count(")", start, end) and text[end : end + 1] in {")", " "}:
        end += 1
    return " ".join(text[start:end].split())
