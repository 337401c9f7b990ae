"""Chooses a method for each indicator, and makes sure that it suits the indicator's unit."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.scheme import messages_weights as messages
from perfdsl.scheme.check_method import check_cases
from perfdsl.scheme.infer_units import UnitInference
from perfdsl.scheme.method_scope import RATIO, method_scope, with_parameters
from perfdsl.scheme.names import EXECUTION, group_key, key
from perfdsl.scheme.read_aim import is_deadline
from perfdsl.scheme.scheme import Aim, IndicatorScheme, MethodCall, ProjectScheme, RubricScheme, Scoring
from perfdsl.scheme.share_weights import share_weights
from perfdsl.units import Unit

Seen = dict[tuple[int, int, Unit, str, Unit | None], tuple[Diagnostic, ...]]


class ScoringArranger:
    """Arranges the scoring of projects; a method is checked once for each kind of target, not for each sheet."""

    __slots__ = ("_seen", "diagnostics")

    def __init__(self, diagnostics: Diagnostics) -> None:
        """Remember who hears the complaints."""
        self.diagnostics = diagnostics
        self._seen: Seen = {}

    def arrange(self, project: ProjectScheme, rubric: RubricScheme) -> Scoring:
        """Give every line of a project its weight and method."""
        weights, execution_weight = share_weights(project, rubric, self.diagnostics)
        methods = tuple(self._method(each, project, rubric) for each in project.indicators)
        execution = None
        if execution_weight:
            execution = first_match(rubric, [EXECUTION])
            if project.budget is None:
                self.diagnostics.add(messages.no_budget(project.place, project.name, execution_weight))
            if execution is not None:
                self._suits(execution, RATIO, "execution", None, None, project)
        return Scoring(weights, methods, execution_weight, execution)

    def _method(self, each: IndicatorScheme, project: ProjectScheme, rubric: RubricScheme) -> MethodCall | None:
        aim = each.aim
        if aim is None:
            return None
        call = each.own_method or first_match(rubric, selectors_for(each, aim))
        if call is None:
            self.diagnostics.add(messages.no_method(each.target_place, rubric.name, each.name, aim.text))
            return None
        if bool(call.method.levels) != (aim.op == "qualitative"):
            self.diagnostics.add(messages.method_kind(each.target_place, call, each.name, aim))
            return None
        if call.method.cases and not self._suits(call, aim.unit, aim.op, each.baseline and each.baseline.unit, each, project):
            return None
        return call

    def _suits(
        self,
        call: MethodCall,
        unit: Unit,
        op: str,
        baseline: Unit | None,
        each: IndicatorScheme | None,
        project: ProjectScheme,
    ) -> bool:
        """Whether the cases make sense for a unit; complaints name the method's place and the indicator's."""
        seen_key = (id(call.method.node), id(call.arguments), unit, op, baseline)
        if each is None or each.own_method is None:
            found = self._seen.get(seen_key)
            if found is None:
                found = self._seen[seen_key] = tuple(complaints_of(call, unit, op, baseline, project))
        else:
            found = tuple(complaints_of(call, unit, op, baseline, project))
        for complaint in found:
            place = project.place if each is None else each.target_place
            self.diagnostics.add(messages.does_not_suit(complaint, place, call.method.name))
        return not found


def complaints_of(
    call: MethodCall, unit: Unit, op: str, baseline: Unit | None, project: ProjectScheme
) -> list[Diagnostic]:
    """List what is wrong with a method for a target of a unit and operator."""
    bounds = {"in": ("lower", "upper"), "is": ()}.get(op, _bounds_of(op))
    scope = method_scope(unit, bounds=bounds, baseline=baseline)
    if op == "is":
        del scope["actual"], scope["shortfall"]
    if op == "execution":
        scope["target"] = RATIO
    for other in project.indicators:
        if other.aim is not None:
            scope.setdefault(key(other.name), other.aim.unit)
    complaints: list[Diagnostic] = []
    source = getattr(call.place, "source", call.method.source)
    infer = UnitInference(source, scope, {**project.units, **call.method.units}, complaints.append)
    return complaints + check_cases(call.method, with_parameters(scope, call, source, infer))


def _bounds_of(op: str) -> tuple[str, ...]:
    return {
        ">=": ("target", "lower"), ">": ("target", "lower"), "<=": ("target", "upper"), "<": ("target", "upper"),
    }.get(op, ("target", "lower", "upper"))  # fmt: skip


def selectors_for(each: IndicatorScheme, aim: Aim) -> list[str]:
    """List the selectors that choose a method for an indicator, the most particular first."""
    names = [key(each.name), *(group_key(level) for level in reversed(each.group))]
    kinds = {"qualitative": ["qualitative"], "is": ["state"], "in": ["range"]}.get(aim.op, [])
    if is_deadline(aim.unit):
        kinds = ["deadline"]
    return [*names, *kinds, *([] if aim.op in {"in", "is", "qualitative"} else [aim.op]), "other"]


def first_match(rubric: RubricScheme, selectors: list[str]) -> MethodCall | None:
    """Give the method of the first selector that a rubric has."""
    for selector in selectors:
        for known, call in rubric.scoring:
            if known == selector:
                return call
    return None


