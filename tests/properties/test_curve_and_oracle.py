"""The curve of a method and a direct reading of its cases agree, exactly, at and around every breakpoint."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from perfdsl.plan.compile_method import Setting, compile_method
from perfdsl.plan.curve import Curve
from perfdsl.plan.form import NotACurve
from perfdsl.plan.interpret import Interpreted, interpret_method, scope_for
from perfdsl.scheme.rubric_scheme import MethodCall
from tests.properties.random_methods import calls, settings_of, sizes

TINY = Fraction(1, 10**15)
MOST_ACTUALS = 60
MANY = int(os.environ.get("PERFDSL_EXAMPLES", "200"))


def actuals_around(curve: Curve, setting: Setting) -> Iterator[Fraction]:
    """Each breakpoint and its two neighbours, each end of the target, and the state's two values."""
    marks = {segment.high[0] for segment in curve.segments if segment.high is not None}
    marks |= {bound for bound in (setting.aim.low, setting.aim.high) if bound is not None}
    for mark in sorted(marks)[:MOST_ACTUALS]:
        yield from (mark - TINY, mark, mark + TINY)
    yield from (Fraction(0), Fraction(1), Fraction(-1), Fraction(10) ** 12, Fraction(-10) ** 13)


def read_directly(call: MethodCall, setting: Setting, actual: Fraction) -> Interpreted:
    others = {**setting.known, "finished": setting.finished}
    others |= {name: actual * factor for name, factor in setting.multiples.items()}
    scope = scope_for(setting.aim, setting.weight, actual, others)
    return interpret_method(call, setting.weight, setting.kinds, scope, setting.units)


def on_curve(curve: Curve, actual: Fraction) -> Interpreted:
    segment = curve.segment_at(actual)
    return Interpreted(segment.case, curve.points_at(actual), segment.clamped)


def agree(call: MethodCall, setting: Setting, actuals: list[Fraction]) -> str:
    """Compare both wherever there is a curve; else give the reason why there is none."""
    try:
        curve = compile_method(call, setting)
    except NotACurve as reason:
        return reason.why.zh.split("“")[0]
    for actual in [*actuals, *actuals_around(curve, setting)]:
        if setting.aim.op == "is" and actual not in {0, 1}:
            continue
        assert on_curve(curve, actual) == read_directly(call, setting, actual), actual
    return "curve"


def test_curve_and_oracle_agree() -> None:
    """Most random methods are curves, many of the others name a bound that their target does not have."""
    compiled: Counter[str] = Counter()

    @settings(max_examples=MANY, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        call = data.draw(calls())
        setting = data.draw(settings_of(call))
        compiled[agree(call, setting, data.draw(st.lists(sizes, max_size=6)))] += 1

    check()
    total = sum(compiled.values()) - compiled["用到另一个事实"]
    print(f"{compiled['curve']} of {total} random methods compiled to curves: {dict(compiled)}")
    assert total > 0.4 * MANY
    assert compiled["curve"] > 0.5 * total
