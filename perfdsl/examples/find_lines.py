"""What the lines of projects give a method: examples of it are suggested with the same targets and points."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfdsl.exact import decimals_needed, show
from perfdsl.examples.bench import Bench
from perfdsl.plan.plan import IndicatorPlan
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import IndicatorScheme
from perfdsl.source import TextPlace
from perfdsl.syntax import ast
from perfdsl.units import show_quantity

_SOME_WEIGHT = Fraction(10)


def lines_of(method: ast.Method, bench: Bench) -> Iterator[str]:
    """Give, as text of a list, what each line that the method scores has besides its actual."""
    for project in bench.sound_projects():
        scoring, plan = project.scoring, bench.plan(project)
        if scoring is None:
            continue
        called = zip(project.indicators, plan.indicators, scoring.methods, strict=True)
        yield from (
            _given(each, line, call)
            for each, line, call in called
            if call is not None and call.method.node is method
        )
        rate = scoring.execution_method
        if plan.execution is not None and rate is not None and rate.method.node is method:
            yield _joined(_points(plan.execution.weight), *_arguments(rate))


def _given(each: IndicatorScheme, line: IndicatorPlan, call: MethodCall) -> str:
    target = each.node.target
    written = "" if target is None else " ".join(each.source.place(target.span).text.split())
    return _joined(
        f"目标值 {'定性' if call.method.levels else written}",
        _points(line.weight),
        "" if line.baseline is None else f"基数 {show_quantity(line.baseline)}",
        *_arguments(call),
    )


def _points(weight: Fraction) -> str:
    """Give the weight where a text can say it exactly, else one that people know well."""
    return f"分值 {show(weight if decimals_needed(weight) is not None else _SOME_WEIGHT)}分"


def _arguments(call: MethodCall) -> Iterator[str]:
    """Write the parameters that the line gives itself, and those for which the method has no default."""
    defaults = {parameter.name: parameter.default for parameter in call.method.node.parameters}
    for name, value in call.arguments:
        if value is not defaults.get(name) and isinstance(call.place, TextPlace):
            yield f"{name} = {call.place.source.text[slice(*value.span)]}"


def _joined(*parts: str) -> str:
    return "，".join(part for part in parts if part)
