"""Reads what an example of a method asks for: the method called for one line, before its actual is known."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostics
from perfdsl.examples import messages
from perfdsl.examples.example import Posed
from perfdsl.examples.imagine import NO_AIM, imagined_line, imagined_project
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan_method import expressions_of
from perfdsl.scheme.check import Checker
from perfdsl.scheme.names import indicator_term, key, term, terms_used
from perfdsl.scheme.resolve_call import resolve_call
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.scheme.scheme import Aim, IndicatorScheme, ProjectScheme
from perfdsl.syntax import ast
from perfdsl.syntax.node import make
from perfdsl.units import PURE, Quantity

WORDS = (
    "target", "actual", "points", "baseline", "budget", "spent", "execution", "finished", "month",
)  # fmt: skip
QUALITATIVE = Aim("qualitative", PURE, None, None, "", "定性")


class Wish(NamedTuple):
    """A method called for one line: all that is known of it but for what really happened.

    ``aim``: None for the execution rate. ``budget``: None where none is given.
    """

    call: MethodCall
    aim: Aim | None
    weight: Fraction
    project: ProjectScheme
    baseline: Quantity | None
    budget: Quantity | None
    others: dict[str, Known]


def read_wish(checker: Checker, reader: GivenReader, given: Given) -> Wish | None:
    """Read the method's parameters, the target, the weight and the other facts of an example."""
    posed, diagnostics = reader.posed, reader.diagnostics
    call = _call(posed, checker, given, diagnostics)
    if posed.node.rubric:
        diagnostics.add(messages.needless_rubric(posed.place))
    if call is None:
        return None
    words = given.words
    if "points" not in words:
        diagnostics.add(messages.lacks(posed.place, "分值", "12.5分"))
        return None
    weight = reader.points(words["points"])
    aim = QUALITATIVE if call.method.levels else None
    if "target" in words:
        aim = reader.aim(words["target"])
        if aim is None:
            return None
    others = list(_others(posed, call, given, reader))
    if weight is None:
        return None
    budget = reader.money(words.get("budget"))
    baseline = reader.quantity(words["baseline"], "100人") if "baseline" in words else None
    lines = tuple(scheme for scheme, _ in others)
    values = {indicator_term(scheme.name): value for scheme, value in others}
    project = imagined_project(posed, reader.units, lines)
    return Wish(call, aim, weight, project, baseline, budget, values)


def _call(posed: Posed, checker: Checker, given: Given, diagnostics: Diagnostics) -> MethodCall | None:
    node = posed.subject
    assert isinstance(node, ast.Method)  # noqa: S101 — an example of a method
    definitions = checker.definitions
    found = definitions.methods.get(key(node.name))
    if found is None or found.node is not node or id(node) in checker.scoring.wrong:
        return None
    names = {key(parameter.name) for parameter in node.parameters}
    arguments = []
    for fact in given.names:
        if key(fact.name) not in names:
            continue
        if not isinstance(fact.value, ast.Number) or fact.op not in {None, "="}:
            place = posed.source.place(fact.span)
            diagnostics.add(messages.number_wanted(place, fact.name, "= 90%"))
            return None
        arguments.append(make(ast.Argument, fact.span, name=fact.name, value=fact.value))
    for parameter in node.parameters:
        if parameter.default is None and key(parameter.name) not in {key(each.name) for each in given.names}:
            diagnostics.add(messages.lacks(posed.place, parameter.name, "= 90%"))
            return None
    scored = make(ast.Scored, posed.node.name_span, method=node.name, arguments=tuple(arguments))
    return resolve_call(scored, posed.source, definitions, diagnostics)


def _others(
    posed: Posed, call: MethodCall, given: Given, reader: GivenReader
) -> Iterator[tuple[IndicatorScheme, Known]]:
    """Read the facts about other indicators that the method asks for; any further one is complained of."""
    parameters = [parameter.name for parameter in call.method.node.parameters]
    asked = {name for name in terms_used(*expressions_of(call)) if name.startswith("“")}
    asked -= {term(name) for name in parameters}
    for fact in given.names:
        if key(fact.name) in map(key, parameters):
            continue
        if indicator_term(fact.name) not in asked:
            place = posed.source.place(fact.name_span)
            known = [*parameters, *sorted(name.strip("“”") for name in asked), "目标值", "分值", "实际"]
            reader.diagnostics.add(messages.unknown_given(place, fact.name, known))
            continue
        number = reader.quantity(fact, "= 10次")
        if number is not None:
            aim = NO_AIM._replace(unit=number.unit)
            yield imagined_line(posed, fact.name, (), aim, fact.span), number.value
