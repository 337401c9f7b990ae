"""Adds up the points of groups that an example of a rubric gives, under its weights, rules and grades.

Points of a group are those left after the rules over each indicator; only rules over the project are judged.
"""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.hold_to_rules import hold_to_rules
from perfdsl.engines.exact.score_execution import NAME, score_execution
from perfdsl.examples import messages
from perfdsl.examples.bench import Bench
from perfdsl.examples.example import Posed, Worked
from perfdsl.examples.imagine import imagined_plan
from perfdsl.examples.imagine_groups import Sheet, group_line, imagine_sheet, lines_of
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.examples.read_project_words import is_points, text_of, values_of_project
from perfdsl.examples.touch import touched_by_line, touched_by_rules
from perfdsl.plan.compile_plan import wanted_execution
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import ExecutionPlan, ProjectPlan
from perfdsl.plan.plan_rules import plan_rules
from perfdsl.scheme.arrange_scoring import first_match
from perfdsl.scheme.known_units import YUAN
from perfdsl.scheme.names import EXECUTION, indicator_term
from perfdsl.scheme.rubric_scheme import MethodCall, RubricScheme
from perfdsl.scorecard import IndicatorScore
from perfdsl.source import Place
from perfdsl.units import Quantity

WORDS = ("execution", "budget", "spent", "finished", "month")
ZERO = Fraction(0)


class Laid(NamedTuple):
    """An example of a rubric as read: its sheet, and the values of what it gives besides points."""

    rubric: RubricScheme
    reader: GivenReader
    given: Given
    sheet: Sheet
    values: dict[str, Known]


class Execution(NamedTuple):
    """The line of the execution rate and what had a say in it."""

    line: IndicatorScore
    touched: frozenset[Place] = frozenset()


def score_rubric(posed: Posed, bench: Bench, diagnostics: Diagnostics) -> Worked | None:
    """Give the total and the grade; None after a complaint, or where the rubric is wrong."""
    rubric = bench.rubric(posed.subject.name)
    if rubric is None or rubric.nodes[0] is not posed.subject:
        return None
    if posed.node.rubric:
        diagnostics.add(messages.needless_rubric(posed.place))
    laid = _lay(rubric, GivenReader(posed, bench.checker.definitions.units, diagnostics))
    lines = lines_of(laid.sheet, laid.reader)
    execution = _execution(laid, bench)
    if diagnostics.has_errors:
        return None
    if execution is not None:
        lines.append(execution.line)
    plan = _plan(laid)
    held = hold_to_rules(plan, ProjectActuals(()), lines, laid.values)
    touched = touched_by_rules(plan, held.lines, held.before, laid.values, held.flags)
    return Worked(
        lines=held.lines,
        total=held.total,
        possible=held.possible,
        grades=tuple(grade.name for grade in rubric.grades),
        rules=frozenset(rule.name for rule in plan.rules),
        flags=held.flags,
        applied=held.applied,
        touched=touched | (execution.touched if execution else frozenset()),
    )


def _lay(rubric: RubricScheme, reader: GivenReader) -> Laid:
    given = reader.sort(WORDS)
    sheet = imagine_sheet(rubric, reader, given)
    groups = {id(fact) for fact in sheet.groups}
    others = [fact for fact in given.names if id(fact) not in groups]
    values = {indicator_term(fact.name): reader.anything(fact) for fact in others}
    return Laid(rubric, reader, given, sheet, values | values_of_project(reader, given))


def _execution(laid: Laid, bench: Bench) -> Execution | None:
    """Score the execution rate by the rubric's own method, or take its points as given."""
    fact, weight = laid.given.words.get("execution"), laid.sheet.execution
    if fact is not None and is_points(fact):
        if not weight:
            laid.reader.diagnostics.add(messages.above_weight(laid.reader.place(fact), fact.name, ZERO))
            return None
        return Execution(group_line(fact, weight, laid.reader)._replace(name=NAME, group=(NAME,)))
    call = first_match(laid.rubric, [EXECUTION])
    return _by_method(laid, call, bench) if weight and call is not None else None


def _by_method(laid: Laid, call: MethodCall, bench: Bench) -> Execution:
    budget = Quantity(Fraction(laid.values.get("budget") or 1), YUAN)
    wanted = wanted_execution(laid.sheet.execution, budget.value)
    method = bench.planner.plan(call, wanted, laid.sheet.scheme)
    rate, fact = laid.values.get("execution"), laid.given.words.get("execution")
    spent = None if rate is None else BoundFact(Fraction(rate), text_of(fact), None)
    plan = imagined_plan(laid.reader.posed, laid.reader.units, rubric=laid.rubric, budget=budget)
    execution = ExecutionPlan(laid.sheet.execution, method)
    line = score_execution(plan, execution, ProjectActuals((), spent), laid.values)
    return Execution(line, touched_by_line(line, method, spent))


def _plan(laid: Laid) -> ProjectPlan:
    """Plan the project; where a rubric has no execution rate it has a budget only if the example says so."""
    told = any(word in laid.given.words for word in ("execution", "budget", "spent"))
    budget = Quantity(Fraction(1), YUAN) if laid.sheet.execution or told else None
    plan = imagined_plan(laid.reader.posed, laid.reader.units, rubric=laid.rubric, budget=budget)
    scheme = laid.sheet.scheme
    rules = tuple(rule for rule in plan_rules(scheme, scheme.indicators) if rule.each == "project")
    return plan._replace(rules=rules)
