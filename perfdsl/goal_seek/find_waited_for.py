"""Finds the facts that only rules ask for and that keep a score open: those that it depends on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from perfdsl.actuals.bound import ProjectActuals
from perfdsl.plan.plan import ProjectPlan, RulePlan
from perfdsl.scheme.names import indicator_term, term
from perfdsl.scheme.rule_scope import expressions_in, values_used
from perfdsl.scorecard import Applied, ProjectScore
from perfdsl.syntax import ast

Truth = Literal["yes", "no", "open"]
Judged = tuple[Truth, frozenset[str]]
"""What is known of a condition without the missing facts, and those that it waits for."""

NOTHING = frozenset[str]()


def find_waited_for(project: ProjectPlan, facts: ProjectActuals, score: ProjectScore) -> tuple[str, ...]:
    """List the terms of unrecorded facts that what rules did to a score waits for.

    A fact that is asked for by 已填 or 未填 alone keeps nothing open, nor one in a rule that does not apply
    whatever it is.
    """
    lines = {indicator_term(line.name) for line in project.indicators}
    missing = project.asked - lines - set(facts.others)
    if not missing:
        return ()
    applied = [*score.applied, *(each for line in score.indicators for each in line.applied)]
    working = [each for each in applied if not each.idle]
    return tuple(sorted({name for each in working for name in _waits(each, project, missing)}))


def _waits(applied: Applied, project: ProjectPlan, missing: frozenset[str]) -> Iterator[str]:
    for rule, effect in _written(applied, project):
        if not applied.certain and rule.condition is not None:
            yield from judge(rule.condition, missing)[1]
        yield from values_used(*expressions_in(None, (effect,))) & missing


def _written(applied: Applied, project: ProjectPlan) -> Iterator[tuple[RulePlan, ast.Effect]]:
    for rule in project.rules:
        for effect in rule.effects:
            if rule.name == applied.rule and rule.source.place(effect.span) == applied.place:
                yield rule, effect


def judge(condition: ast.Expr, missing: frozenset[str]) -> Judged:
    """Say whether a condition can still hold, where only what is recorded is known of."""
    match condition:
        case ast.Binary(op="and" | "or" as op, left=left, right=right):
            return _joined(op, judge(left, missing), judge(right, missing))
        case ast.Unary(op="not", operand=operand):
            truth, names = judge(operand, missing)
            return _NOT[truth], names
        case ast.Call(function="filled" | "unfilled" as asks, arguments=(ast.Name(name=name),)):
            if term(name) in missing:
                return "no" if asks == "filled" else "yes", NOTHING
    return "open", frozenset(values_used(condition) & missing)


def _joined(op: str, one: Judged, other: Judged) -> Judged:
    decides: Truth = "no" if op == "and" else "yes"
    truths = {one[0], other[0]}
    if decides in truths:
        return decides, NOTHING
    return ("open", one[1] | other[1]) if "open" in truths else (one[0], NOTHING)


_NOT: dict[Truth, Truth] = {"yes": "no", "no": "yes", "open": "open"}
