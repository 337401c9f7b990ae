"""Goes through the cases of a method with the numbers put in: which decided, and why none above it did."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.explain.line_in_hand import LineInHand, reckoner_of
from perfdsl.explain.put_in_numbers import Reckoner
from perfdsl.explain.told import CaseTold, MethodTold, Parameter, Told, Verdict
from perfdsl.plan.plan import CasePlan, LevelPlan
from perfdsl.plan.plan_method import expressions_of
from perfdsl.scheme.known_units import POINTS
from perfdsl.scheme.names import terms_used
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.source import Place, TextPlace
from perfdsl.syntax.expand import PlainCase
from perfdsl.units import PURE


class Trace(NamedTuple):
    """Cases as they were gone through, and what the one that decided says, before any cut (None: nothing).

    ``finished``: what was assumed of 已完成, None where it is known or not asked for.
    """

    cases: tuple[CaseTold, ...]
    value: Fraction | None = None
    is_share: bool = True
    finished: bool | None = None


def trace_method(line: LineInHand) -> list[Trace]:
    """Go through the cases; twice where they ask for what nobody says, whether the work is finished."""
    method = line.plan.method
    if method.levels:
        return [_trace_levels(line)]
    call = line.call
    if call is None or line.value is None:
        return [Trace(tuple(CaseTold(case.text, case.place, "not_asked") for case in method.cases))]
    asks = "finished" in terms_used(*expressions_of(call)) and "finished" not in line.values
    return [_trace_cases(line, call, finished) for finished in ((False, True) if asks else (None,))]


def tell_method(line: LineInHand, traces: list[Trace], *, is_open: bool) -> MethodTold:
    """Say which method it is, and why; ``is_open``: whether its cases wait for somebody to say 已完成."""
    method, call = line.plan.method, line.call
    trace = traces[0] if call is None or not is_open else _trace_cases(line, call, None)
    if call is None:
        return MethodTold(method.name, None, Told(""), False, (), trace.cases, method.refusal)
    own = line.scheme is not None and line.scheme.own_method is call
    return MethodTold(
        name=method.name,
        place=call.method.source.place(call.method.node.name_span),
        chosen=Told(_words(call.place), call.place),
        own=own,
        parameters=tuple(_parameters(call)),
        cases=trace.cases,
        refusal=method.refusal,
    )


def _trace_cases(line: LineInHand, call: MethodCall, finished: bool | None) -> Trace:
    reckoner, method = reckoner_of(line, call, finished=finished), line.plan.method
    told: list[CaseTold] = []
    value, is_share, settled = None, True, False
    for plan, case, kind in zip(method.cases, call.method.cases, method.result_kinds, strict=True):
        if settled:
            told.append(CaseTold(plan.text, plan.place, "not_asked"))
            continue
        found = _trace_case(plan, case, kind, reckoner)
        told.append(found)
        settled = found.verdict != "passed"
        if found.verdict == "decides" and found.result is not None:
            value, is_share = Fraction(found.result.value or 0), kind == "share"
    return Trace(tuple(told), value, is_share, finished)


def _trace_case(plan: CasePlan, case: PlainCase, kind: str, reckoner: Reckoner) -> CaseTold:
    condition = None if case.condition is None else reckoner.reckon(case.condition)
    if condition is not None and not condition.value:
        verdict: Verdict = (
            "open" if condition.missing else "undefined" if condition.value is None else "passed"
        )
        return CaseTold(plan.text, plan.place, verdict, condition)
    result = reckoner.reckon(case.result, PURE if kind == "share" else POINTS)
    verdict = "open" if result.missing else "undefined" if result.value is None else "decides"
    return CaseTold(plan.text, plan.place, verdict, condition, result)


def _trace_levels(line: LineInHand) -> Trace:
    given = None if line.fact is None else line.fact.level
    cases = tuple(
        CaseTold(_level(level), level.place, "decides" if at == given else "not_asked")
        for at, level in enumerate(line.plan.method.levels)
    )
    return Trace(cases, None if given is None else line.value)


def _level(level: LevelPlan) -> str:
    return level.place.text if isinstance(level.place, TextPlace) else level.name


def _words(place: Place) -> str:
    """Give the words of a call; the bracket behind its arguments belongs to no node and is taken in."""
    if not isinstance(place, TextPlace):
        return ""
    text = " ".join(place.text.split())
    return f"{text})" if text.count("(") > text.count(")") else text


def _parameters(call: MethodCall) -> list[Parameter]:
    defaults = {parameter.name: parameter.default for parameter in call.method.node.parameters}
    found = []
    for name, value in call.arguments:
        given = value is not defaults.get(name)
        source = call.place.source if given and isinstance(call.place, TextPlace) else call.method.source
        found.append(Parameter(name, source.text[slice(*value.span)], given))
    return found
