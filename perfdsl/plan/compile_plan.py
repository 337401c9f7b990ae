"""From the scheme to the plan: each line with its curve, or with the reason why it has none."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.plan.plan import ExecutionPlan, IndicatorPlan, Plan, ProjectPlan
from perfdsl.plan.plan_department import plan_department
from perfdsl.plan.plan_goals import plan_goals
from perfdsl.plan.plan_method import MethodPlanner, Wanted
from perfdsl.plan.plan_rules import plan_rules
from perfdsl.scheme.known_units import RATIO
from perfdsl.scheme.method_scope import EXECUTION_LINE, line_of
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.rule_scope import facts_asked
from perfdsl.scheme.scheme import Aim, IndicatorScheme, ProjectScheme, Scheme

EXECUTION_AIM = Aim("=", RATIO, Fraction(1), Fraction(1), "", "100%")
"""What an execution rate is held against: all of the budget, neither less nor more."""


def wanted_execution(weight: Fraction, budget: Fraction) -> Wanted:
    """Give the line of the execution rate, in which 执行数 is the budget times the rate."""
    multiples = {"execution": Fraction(1), "spent": budget}
    return Wanted(EXECUTION_AIM, EXECUTION_LINE, weight, {"budget": budget}, multiples)


class PlanCompiler:
    """Compiles plans; equal lines of different sheets share one curve."""

    __slots__ = ("_methods",)

    def __init__(self) -> None:
        """Start with nothing remembered."""
        self._methods = MethodPlanner()

    def compile(self, scheme: Scheme) -> Plan:
        """Give the plan of all projects that have a rubric and a method for each line."""
        projects = tuple(self.project(each) for each in scheme.projects if each.scoring is not None)
        return Plan(projects, tuple(plan_department(each, self.project) for each in scheme.departments))

    def project(self, project: ProjectScheme) -> ProjectPlan:
        """Give the plan of a project; a line without target or method, complained of before, is left out."""
        rubric, scoring = project.rubric, project.scoring
        assert rubric is not None  # noqa: S101 — scoring was arranged under it
        assert scoring is not None  # noqa: S101
        lines = [
            (each, each.aim, weight, call)
            for each, weight, call in zip(project.indicators, scoring.weights, scoring.methods, strict=True)
            if each.aim is not None and call is not None
        ]
        return ProjectPlan(
            name=project.name,
            code=project.code,
            department=project.department,
            year=project.year,
            budget=project.budget,
            money_unit=project.money_unit,
            units=project.units,
            rubric=rubric.name,
            indicators=tuple(
                self._line(project, each, aim, weight, call) for each, aim, weight, call in lines
            ),
            execution=self._execution(project, scoring.execution_weight, scoring.execution_method),
            grades=rubric.grades,
            each=rubric.each,
            total=rubric.total,
            missing=rubric.missing,
            place=project.place,
            rules=plan_rules(project, [each for each, *_ in lines]) if project.rules else (),
            asked=frozenset(facts_asked(project.rules)) if project.rules else frozenset(),
            reporters=project.reporters,
            goals=plan_goals(project, [each for each, *_ in lines]) if project.goals else (),
            budget_amended_by=project.amended_by.get("budget"),
            out_of_force=project.out_of_force,
        )

    def _line(
        self, project: ProjectScheme, each: IndicatorScheme, aim: Aim, weight: Fraction, call: MethodCall
    ) -> IndicatorPlan:
        known = {} if project.budget is None else {"budget": project.budget.value}
        if each.baseline is not None:
            known["baseline"] = each.baseline.value
        wanted = Wanted(aim, line_of(each, aim), weight, known)
        return IndicatorPlan(
            name=each.name,
            group=each.group,
            aim=aim,
            weight=weight,
            method=self._methods.plan(call, wanted, project),
            formula=each.formula,
            baseline=each.baseline,
            aggregated=each.aggregated,
            place=each.place,
            target_place=each.target_place,
            amended_by=each.amended_by,
        )

    def _execution(
        self, project: ProjectScheme, weight: Fraction, call: MethodCall | None
    ) -> ExecutionPlan | None:
        """Plan the line of the execution rate; there is none where nothing can be spent."""
        budget = project.budget
        if call is None or budget is None or budget.value <= 0:
            return None
        wanted = wanted_execution(weight, budget.value)
        return ExecutionPlan(weight, self._methods.plan(call, wanted, project))
