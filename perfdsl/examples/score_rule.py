"""Judges a rule on the one line, project or department that an example of it imagines."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.diagnostic import Diagnostics
from perfdsl.engines.exact.hold_to_rules import hold_to_rules
from perfdsl.engines.exact.judge_departments import judge_departments
from perfdsl.examples import imagine_line, messages
from perfdsl.examples.bench import Bench
from perfdsl.examples.example import Posed, Worked
from perfdsl.examples.find_unknown import complain_of_unknown
from perfdsl.examples.imagine import imagined_plan, imagined_project
from perfdsl.examples.imagine_beside import Beside, imagine_beside, with_others
from perfdsl.examples.imagine_line import Imagined
from perfdsl.examples.read_given import Given, GivenReader
from perfdsl.examples.touch import touched_by_rules
from perfdsl.plan.plan import ProjectPlan
from perfdsl.plan.plan_rules import plan_rules
from perfdsl.scheme.known_units import YUAN
from perfdsl.scheme.rubric_scheme import RubricScheme, RuleScheme
from perfdsl.scheme.rule_scope import expressions_of, values_used
from perfdsl.scorecard import IndicatorScore
from perfdsl.syntax import ast
from perfdsl.units import Quantity

OF_PROJECT = ("total", "execution", "budget", "spent", "finished", "month")
OF_DEPARTMENT = ("execution", "budget", "spent", "projects")
MOST_PROJECTS = 1000
SOME_BUDGET = Quantity(Fraction(1), YUAN)


def score_rule(posed: Posed, bench: Bench, diagnostics: Diagnostics) -> Worked | None:
    """Give what the rule makes of what the example gives; None after a complaint."""
    rules = bench.checker.definitions.all_rules()
    rule = next((each for each in rules if each.node is posed.subject), None)
    if rule is None:
        return None
    reader = GivenReader(posed, bench.checker.definitions.units, diagnostics)
    kinds = {case.each for case in rule.cases}
    if kinds == {"department"}:
        return _department(rule, reader)
    rubric = _rubric(rule, posed, bench)
    if posed.node.rubric and rubric is None:
        return None
    of_line = imagine_line.WORDS if "indicator" in kinds else ()
    given = reader.sort((*OF_PROJECT, *of_line))
    beside = imagine_beside(reader, given, rule, rubric)
    has_line = kinds == {"indicator"} or bool(given.words.keys() & set(of_line)) or bool(beside.group)
    imagined = imagine_line.imagine_line(reader, given, beside.group) if has_line else None
    lines = with_others(reader, given, [*([imagined.line] if imagined else []), *beside.lines])
    plan = _plan(rule, rubric, reader, imagined)
    complain_of_unknown(imagined, plan, beside, given, reader)
    return None if diagnostics.has_errors else _held(rule, plan, lines, beside, imagined)


def _rubric(rule: RuleScheme, posed: Posed, bench: Bench) -> RubricScheme | None:
    """Give the rubric that the example names, that stands above the rule, or that takes the rule up."""
    if posed.node.rubric:
        return bench.rubric(posed.node.rubric)
    definitions = bench.checker.definitions
    for name, rules in definitions.rules_of.items():
        if name and any(each.node is rule.node for each in rules.values()):
            return bench.rubric(name)
    for name in definitions.rubrics:
        found = bench.rubric(name)
        if found is not None and any(each.node is rule.node for each in found.rules):
            return found
    return None


def _plan(
    rule: RuleScheme, rubric: RubricScheme | None, reader: GivenReader, imagined: Imagined | None
) -> ProjectPlan:
    schemes = () if imagined is None else (imagined.scheme,)
    project = imagined_project(reader.posed, reader.units, schemes, (rule,))
    plan = imagined_plan(reader.posed, reader.units, rubric=rubric, budget=SOME_BUDGET)
    lines = () if imagined is None else (imagined.plan,)
    return plan._replace(indicators=lines, rules=plan_rules(project, schemes))


def _held(
    rule: RuleScheme,
    plan: ProjectPlan,
    lines: Sequence[IndicatorScore],
    beside: Beside,
    imagined: Imagined | None,
) -> Worked:
    """Hold the imagined lines and their total to the rule."""
    facts = ProjectActuals(() if imagined is None else (imagined.measured.fact,))
    held = hold_to_rules(plan, facts, lines, beside.values)
    return Worked(
        lines=held.lines,
        line=None if imagined is None else held.lines[0],
        total=held.total,
        possible=held.possible,
        grades=tuple(grade.name for grade in plan.grades),
        rules=frozenset({rule.name}),
        flags=held.flags,
        applied=held.applied,
        touched=touched_by_rules(plan, held.lines, held.before, beside.values, held.flags),
    )


def _department(rule: RuleScheme, reader: GivenReader) -> Worked | None:
    """Judge a rule over a department of so many projects that share the budget and the spending equally."""
    posed = reader.posed
    given = reader.sort(OF_DEPARTMENT)
    beside = imagine_beside(reader, given, rule, None)
    count = _count(reader, given)
    budget, spent, rate = (beside.values.get(word) for word in ("budget", "spent", "execution"))
    used = values_used(*(each for case in rule.cases for each in expressions_of(case)))
    if budget is None and used & {"budget", "spent"}:
        reader.diagnostics.add(messages.lacks(posed.place, "预算", "5万元"))
    whole = Fraction(budget or 1)
    paid = Fraction(spent) if spent is not None else (None if rate is None else Fraction(rate) * whole)
    if reader.diagnostics.has_errors:
        return None
    project = imagined_project(posed, reader.units, (), (rule,))
    plan = imagined_plan(posed, reader.units, budget=Quantity(whole / count, YUAN))
    plan = plan._replace(rules=plan_rules(project, ()))
    facts = ProjectActuals((), None if paid is None else BoundFact(paid / count, "", None))
    flags = judge_departments([(plan, facts)] * count)
    return Worked(
        (),
        rules=frozenset({rule.name}),
        flags=flags,
        touched=frozenset(flag.place for flag in flags if flag.place is not None),
    )


def _count(reader: GivenReader, given: Given) -> int:
    fact = given.words.get("projects")
    if fact is None:
        return 1
    value = reader.value(fact)
    if (
        isinstance(value, ast.Number)
        and value.unit in {"", "个"}
        and value.value in range(1, MOST_PROJECTS + 1)
    ):
        return int(value.value)
    reader.diagnostics.add(messages.number_wanted(reader.place(fact), fact.name, "3"))
    return 1
