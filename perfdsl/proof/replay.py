"""Finds the points of a witness again with the interpreter, which shares no arithmetic with the curves."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.plan.compile_method import Setting
from perfdsl.plan.interpret import MissingFact, read_cases, scope_for
from perfdsl.proof.finding import Property
from perfdsl.scheme.rubric_scheme import MethodCall


def replay(call: MethodCall, setting: Setting, actual: Fraction) -> tuple[int, Fraction | None]:
    """Give the case and the points before they are cut off; None where there are none."""
    others = {**setting.known, "finished": setting.finished}
    others |= {word: actual * factor for word, factor in setting.multiples.items()}
    scope = scope_for(setting.aim, setting.weight, actual, others)
    try:
        return read_cases(call, setting.weight, setting.kinds, scope, setting.units)
    except MissingFact:
        return -1, None


def kept(points: Fraction | None, weight: Fraction) -> Fraction | None:
    """Points as they are given: cut off at zero and at the weight."""
    return None if points is None else min(max(points, Fraction(0)), weight)


def is_above(one: Fraction | None, other: Fraction | None) -> bool:
    """Whether there are two scores of which one is higher than the other."""
    return one is not None and other is not None and one > other


def refutes(call: MethodCall, setting: Setting, about: Property, actuals: Sequence[Fraction]) -> bool:
    """Whether actuals are a counterexample, found again by the interpreter."""
    raw = [replay(call, setting, actual)[1] for actual in actuals]
    given = [kept(points, setting.weight) for points in raw]
    if about == "gap":
        return raw[0] is None
    if about == "range":
        return raw[0] is not None and given[0] != raw[0]
    return is_above(given[0], given[1])
