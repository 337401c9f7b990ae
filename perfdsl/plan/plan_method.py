"""From a method and the line it scores to what an engine runs: curves, or the cases themselves, or levels."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.plan.compile_method import Setting, compile_method
from perfdsl.plan.curve import Curve
from perfdsl.plan.form import NotACurve
from perfdsl.plan.plan import CasePlan, Kinds, LevelPlan, MethodPlan
from perfdsl.scheme.check_method import level_share
from perfdsl.scheme.infer_units import UnitInference
from perfdsl.scheme.known_units import POINTS
from perfdsl.scheme.method_scope import Line, names_beyond, scope_of_call, units_of_call
from perfdsl.scheme.names import terms_used
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import Aim, ProjectScheme
from perfdsl.syntax import ast


class Wanted(NamedTuple):
    """A line for which a method is planned; ``known`` and ``multiples`` as in ``Setting``."""

    aim: Aim
    line: Line
    weight: Fraction
    known: Mapping[str, Fraction] = {}
    multiples: Mapping[str, Fraction] = {}


class _Reading(NamedTuple):
    """What a call uses: terms of names, and whether some are indicators, which differ between projects."""

    call: MethodCall
    uses: frozenset[str]
    beyond: bool


class MethodPlanner:
    """Plans methods; one that depends on nothing else is compiled once for equal targets and weights."""

    __slots__ = ("_plans", "_readings")

    def __init__(self) -> None:
        """Start with nothing remembered."""
        # What is remembered holds its call, so that the ids in the keys cannot come to mean others.
        self._plans: dict[tuple[object, ...], MethodPlan] = {}
        self._readings: dict[tuple[int, int], _Reading] = {}

    def plan(self, call: MethodCall, wanted: Wanted, project: ProjectScheme) -> MethodPlan:
        """Give the plan of a method for a line."""
        if call.method.levels:
            return MethodPlan(call.method.name, levels=_levels(call))
        reading = self._read(call)
        if reading.beyond:
            return _planned(call, wanted, project, asks="finished" in reading.uses)
        numbers = (*wanted.known.items(), *wanted.multiples.items())
        known = tuple((name, value) for name, value in numbers if name in reading.uses)
        identity = (id(call.method.node), id(call.arguments), wanted.line, *_of_aim(wanted), known)
        found = self._plans.get(identity)
        if found is None:
            found = _planned(call, wanted, project, asks="finished" in reading.uses)
            self._plans[identity] = found
        return found

    def _read(self, call: MethodCall) -> _Reading:
        identity = id(call.method.node), id(call.arguments)
        found = self._readings.get(identity)
        if found is None:
            uses = frozenset(terms_used(*expressions_of(call)))
            found = self._readings[identity] = _Reading(call, uses, names_beyond(call))
        return found


def _of_aim(wanted: Wanted) -> tuple[object, ...]:
    return wanted.aim.low, wanted.aim.high, wanted.weight, bool(wanted.multiples)


def _planned(call: MethodCall, wanted: Wanted, project: ProjectScheme, *, asks: bool) -> MethodPlan:
    kinds = result_kinds(call, wanted.line, project)
    curves: list[tuple[bool | None, Curve]] = []
    refusal = None
    try:
        for finished in (False, True) if asks else (None,):
            setting = Setting(
                wanted.aim, wanted.weight, kinds, project.units, wanted.known, wanted.multiples, finished
            )
            curves.append((finished, compile_method(call, setting)))
    except NotACurve as reason:
        curves, refusal = [], reason.why
    cases = tuple(
        CasePlan(_text(call, case.span), call.method.source.place(case.span)) for case in call.method.cases
    )
    return MethodPlan(call.method.name, cases, tuple(curves), (), refusal, call, kinds)


def result_kinds(call: MethodCall, line: Line, project: ProjectScheme) -> Kinds:
    """Say for each case whether it gives a share of the weight or points."""
    scope = scope_of_call(call, line, project, lambda _: None)
    units = units_of_call(call, project.units)
    infer = UnitInference(call.method.source, scope, units, lambda _: None)
    found = (infer.infer(case.result).dimension == POINTS.dimension for case in call.method.cases)
    return tuple("points" if points else "share" for points in found)


def expressions_of(call: MethodCall) -> list[ast.Expr | None]:
    """List all that a call computes: conditions, results, and what is given for its parameters."""
    parts = [part for case in call.method.cases for part in (case.condition, case.result)]
    return [*parts, *(value for _, value in call.arguments)]


def _levels(call: MethodCall) -> tuple[LevelPlan, ...]:
    source = call.method.source
    return tuple(
        LevelPlan(
            each.name, level_share(each.low), level_share(each.high), each.high_open, source.place(each.span)
        )
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
