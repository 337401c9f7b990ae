"""Scores the line that an example of a method speaks of, through the planning and the engine of ``eval``."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.actuals.convert import Converter
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.score_execution import score_execution
from perfdsl.engines.exact.score_line import Line, score_line
from perfdsl.engines.exact.take_off import take_off
from perfdsl.examples import messages
from perfdsl.examples.bench import Bench
from perfdsl.examples.example import Posed, Worked
from perfdsl.examples.imagine import imagined_line, imagined_plan
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.examples.read_project_words import read_rate, text_of, values_of_project
from perfdsl.examples.read_wish import WORDS, Wish, read_wish
from perfdsl.examples.touch import touched_by_line
from perfdsl.plan.compile_plan import EXECUTION_AIM, wanted_execution
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import ExecutionPlan, IndicatorPlan, MethodPlan
from perfdsl.plan.plan_method import Wanted, expressions_of
from perfdsl.scheme import messages_weights
from perfdsl.scheme.arrange_scoring import complaints_of
from perfdsl.scheme.known_units import YUAN
from perfdsl.scheme.method_scope import EXECUTION_LINE, line_of
from perfdsl.scheme.names import terms_used
from perfdsl.scheme.scheme import Aim, IndicatorScheme
from perfdsl.syntax import ast
from perfdsl.units import Quantity


def score_method(posed: Posed, bench: Bench, diagnostics: Diagnostics) -> Worked | None:
    """Give the line's score, without rounding; None after a complaint, or where the method is wrong."""
    reader = GivenReader(posed, bench.checker.definitions.units, diagnostics)
    given = reader.sort(WORDS)
    wish = read_wish(bench.checker, reader, given)
    if wish is None or diagnostics.has_errors or not _suits(wish, posed, given, diagnostics):
        return None
    if wish.aim is None:
        return _execution(wish, bench, reader, given)
    return _line(wish, wish.aim, bench, reader, given)


def _suits(wish: Wish, posed: Posed, given: Given, diagnostics: Diagnostics) -> bool:
    """Whether the method makes sense for the line; if not, that is told at the method and at the target."""
    target = given.words.get("target")
    place = posed.place if target is None else posed.source.place(target.span)
    name, aim = wish.call.method.name, wish.aim
    if bool(wish.call.method.levels) != (aim is not None and aim.op == "qualitative"):
        diagnostics.add(messages_weights.method_kind(place, wish.call, name, aim or EXECUTION_AIM))
        return False
    if aim is None and "actual" in given.words and not _may_be_rate(given.words["actual"]):
        diagnostics.add(messages.lacks(posed.place, "目标值", ">= 90次"))
        return False
    line = EXECUTION_LINE if aim is None else line_of(_scheme(wish, posed, aim), aim)
    found = complaints_of(wish.call, line, wish.project)
    if found:
        diagnostics.add(messages_weights.does_not_suit(found[0], place, name))
    return not found


def _may_be_rate(fact: ast.GivenFact) -> bool:
    return isinstance(fact.value, ast.Number) and fact.value.unit in {"", "%", "‰"}


def _scheme(wish: Wish, posed: Posed, aim: Aim) -> IndicatorScheme:
    line = imagined_line(posed, posed.subject.name, (), aim, posed.node.name_span)
    return line._replace(baseline=wish.baseline)


def plan_of_wish(wish: Wish, posed: Posed, bench: Bench) -> MethodPlan:
    """Plan the method of an example for the line that it imagines, or for the execution rate."""
    known = {} if wish.budget is None else {"budget": wish.budget.value}
    if wish.aim is None:
        budget = (wish.budget or Quantity(Fraction(1), YUAN)).value
        return bench.planner.plan(wish.call, wanted_execution(wish.weight, budget), wish.project)
    if wish.baseline is not None:
        known["baseline"] = wish.baseline.value
    line = line_of(_scheme(wish, posed, wish.aim), wish.aim)
    return bench.planner.plan(wish.call, Wanted(wish.aim, line, wish.weight, known), wish.project)


def _line(wish: Wish, aim: Aim, bench: Bench, reader: GivenReader, given: Given) -> Worked | None:
    posed, diagnostics = reader.posed, reader.diagnostics
    scheme = _scheme(wish, posed, aim)
    target = given.words.get("target")
    plan = IndicatorPlan(
        name=scheme.name,
        group=(),
        aim=aim,
        weight=wish.weight,
        method=plan_of_wish(wish, posed, bench),
        formula=None,
        baseline=wish.baseline,
        place=posed.place,
        target_place=posed.place if target is None else posed.source.place(target.span),
    )
    project = imagined_plan(posed, reader.units, budget=wish.budget)
    actual = given.words.get("actual")
    recorded = None if actual is None else reader.fact(actual)
    converter = Converter(project, diagnostics)
    fact = None if recorded is None else converter.judged(recorded, converter.line(recorded, plan))
    values = wish.others | values_of_project(reader, given)
    if diagnostics.has_errors:
        return None
    line = take_off(score_line(Line(project, plan, aim.text), fact, values), fact, None)
    return Worked((line,), line, touched=touched_by_line(line, plan.method, fact))


def _execution(wish: Wish, bench: Bench, reader: GivenReader, given: Given) -> Worked | None:
    """Score the line of the execution rate; without a budget the rate alone is given."""
    posed, diagnostics = reader.posed, reader.diagnostics
    values = wish.others | values_of_project(reader, given)
    rate = _rate(reader, given, values)
    uses = terms_used(*expressions_of(wish.call)) & {"budget", "spent"}
    if wish.budget is None and (uses or (rate is None and "spent" in given.words)):
        diagnostics.add(messages.lacks(posed.place, "预算", "5万元"))
    if diagnostics.has_errors:
        return None
    budget = wish.budget or Quantity(Fraction(1), YUAN)
    spent: BoundFact | None = None
    if rate is not None:
        spent = rate
        values |= {"execution": rate.value, "spent": (rate.value or 0) * budget.value}
    elif "spent" in values:
        spent = BoundFact(Fraction(values["spent"] or 0), text_of(given.words["spent"]), None)
    plan = ExecutionPlan(wish.weight, plan_of_wish(wish, posed, bench))
    project = imagined_plan(posed, reader.units, budget=budget)
    line = score_execution(project, plan, ProjectActuals((), spent), values)
    return Worked((line,), line, touched=touched_by_line(line, plan.method, spent))


def _rate(reader: GivenReader, given: Given, values: Mapping[str, Known]) -> BoundFact | None:
    """Give the execution rate where it is given itself, as 实际 or by its name."""
    facts = [given.words[word] for word in ("actual", "execution") if word in given.words]
    if "actual" in given.words:
        return read_rate(reader, facts)
    rate = values.get("execution") if facts else None
    return None if rate is None else BoundFact(Fraction(rate), text_of(facts[0]), None)
