"""Finds the spending at which a rule over the project takes nothing off the total, tried on the engine."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import islice
from math import ceil, floor

from perfdsl.actuals.compute import known_values
from perfdsl.exact import show
from perfdsl.explain.feed_back import Trial
from perfdsl.explain.line_in_hand import ProjectInHand
from perfdsl.explain.remedy import Remedy
from perfdsl.explain.taken_by_rules import taken_by_rules
from perfdsl.plan.grain import grain_of
from perfdsl.plan.interpret import Interpreter, MissingFact
from perfdsl.scheme.names import scope_word
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of
from perfdsl.units import Quantity

MOST_BOUNDS = 8
"""Comparisons of a rule that are read for the spending at which it turns."""

_COMPARED = frozenset({">=", "<=", ">", "<", "="})


def find_lift(project: ProjectInHand, rule: str, trial: Trial) -> Remedy | None:
    """Give the nearest spending at which a rule takes nothing; None where that is not what it asks for."""
    budget, spent = project.plan.budget, project.actuals.spent
    if budget is None or not budget.value or spent is None or spent.value is None:
        return None
    now = spent.value
    for amount in sorted(set(_amounts(project, rule, budget)) - {now}, key=lambda each: abs(each - now)):
        text = show(amount / budget.unit.factor) + budget.unit.name
        changed = project.actuals._replace(spent=spent._replace(value=amount, text=text))
        score = trial.score(project, changed)
        if score is None or score.total.high <= project.score.total.high:
            continue
        after = project._replace(score=score, actuals=changed, known=known_values(project.plan, changed))
        if all(each.fired.rule.name != rule for each in taken_by_rules(after)):
            return Remedy("spent", amount, text, budget.unit, score.total.high, False, now)
    return None


def _amounts(project: ProjectInHand, rule: str, budget: Quantity) -> Iterator[Fraction]:
    """List the amounts that can be written at, above and below each bound of spending that a rule has."""
    grain = grain_of(Aim("=", budget.unit, budget.value, budget.value, "", ""))
    step = grain.unit / 10**grain.places
    for bound in islice(_bounds(project, rule, budget.value), MOST_BOUNDS):
        for steps in {floor(bound / step), ceil(bound / step)}:
            yield from (each * step for each in (steps - 1, steps, steps + 1) if each >= 0)


def _bounds(project: ProjectInHand, rule: str, budget: Fraction) -> Iterator[Fraction]:
    for case in project.plan.rules:
        if case.name != rule or case.each != "project" or case.condition is None:
            continue
        interpreter = Interpreter(project.known, case.units)
        for name, other in _comparisons(case.condition):
            size = {"execution": budget, "spent": Fraction(1)}.get(scope_word(name))
            try:
                value = None if size is None else interpreter.value(other)
            except MissingFact:
                continue
            if size is not None and value is not None and not isinstance(value, bool):
                yield value * size


def _comparisons(expression: ast.Expr) -> Iterator[tuple[str, ast.Expr]]:
    """Give every comparison of a name with something, from either side."""
    waiting = [expression]
    while waiting:
        each = waiting.pop()
        if isinstance(each, ast.Binary) and each.op in _COMPARED:
            for one, other in ((each.left, each.right), (each.right, each.left)):
                if isinstance(one, ast.Name):
                    yield one.name, other
        else:
            waiting.extend(parts_of(each))
