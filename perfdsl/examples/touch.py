"""Which cases of methods and which effects of rules had a say in a score, by their places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from perfdsl.actuals.bound import BoundFact, ProjectActuals
from perfdsl.engines.exact.fire_rules import fire_on_project
from perfdsl.plan.interpret import Known
from perfdsl.plan.plan import MethodPlan, ProjectPlan
from perfdsl.scorecard import Flag, IndicatorScore, Interval
from perfdsl.source import Place


def touched_by_line(line: IndicatorScore, method: MethodPlan, fact: BoundFact | None) -> frozenset[Place]:
    """Give the case that decided, or the level that was given."""
    if fact is not None and fact.level is not None and method.levels:
        return frozenset({method.levels[fact.level].place})
    return frozenset() if line.step is None else frozenset({line.step.place})


def touched_by_lines(
    plan: ProjectPlan, facts: ProjectActuals, lines: Iterable[IndicatorScore]
) -> frozenset[Place]:
    """Give what had a say in the lines of a project, those of the rules aside."""
    methods = [line.method for line in plan.indicators]
    bound = list(facts.indicators)
    if plan.execution is not None:
        methods, bound = [*methods, plan.execution.method], [*bound, facts.spent]
    triples = zip(lines, methods, bound, strict=False)
    return frozenset[Place]().union(*(touched_by_line(*triple) for triple in triples))


def touched_by_rules(
    project: ProjectPlan,
    lines: Sequence[IndicatorScore],
    before: Interval,
    values: Mapping[str, Known],
    flags: Iterable[Flag],
) -> frozenset[Place]:
    """Give the effects of rules that took place for certain, even beside another that makes them idle.

    ``lines``: after the rules over each of them; ``before``: the total that they make.
    """
    fired = fire_on_project(project, lines, before, values)
    found = [each.applied for each in fired] + [each for line in lines for each in line.applied]
    said = {flag.place for flag in flags if flag.place is not None}
    return frozenset(said | {each.place for each in found if each.certain})
