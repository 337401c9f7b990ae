"""Tries what facts that only rules ask for may come to, and assumes of each what serves best."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import islice

from perfdsl.actuals.bound import Known, ProjectActuals
from perfdsl.actuals.compute import known_values
from perfdsl.exact import show
from perfdsl.goal_seek.answer import Assumed
from perfdsl.plan.grain import grain_of
from perfdsl.plan.interpret import Interpreter, MissingFact
from perfdsl.plan.plan import ProjectPlan, RulePlan
from perfdsl.scheme.known_units import BOOL
from perfdsl.scheme.names import term
from perfdsl.scheme.rule_scope import expressions_in
from perfdsl.scheme.scheme import Aim
from perfdsl.scorecard import ProjectScore
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of
from perfdsl.units import PURE, Unit, find_unit

MOST_LINES = 20_000
"""Lines scored for one project's facts, under a second: beyond, nothing more is assumed."""

MOST_TRIED = 12
"""Values that are tried of one fact."""

ScoreOf = Callable[[ProjectActuals], ProjectScore | None]
_COMPARED = frozenset({">=", "<=", ">", "<", "="})
_ZERO = Fraction(0)


def assume_facts(
    project: ProjectPlan, facts: ProjectActuals, names: Sequence[str], score_of: ScoreOf
) -> tuple[ProjectActuals, tuple[Assumed, ...]]:
    """Give the facts with those of some terms assumed, each at what brings the highest total.

    ``score_of``: scores the project with other facts.
    """
    assumed = []
    left = MOST_LINES // (len(project.indicators) + 1)
    for name in names:
        if left <= 0:
            break
        tried = [
            facts._replace(others={**facts.others, name: known}) for known in _values(name, project, facts)
        ]
        scored = [(score, each) for each in tried if (score := score_of(each)) is not None]
        left -= len(tried)
        if not scored:
            continue
        _, facts = max(scored, key=lambda pair: (pair[0].total.low, pair[0].total.high))
        assumed.append(Assumed(name.strip("“”"), _text(facts.others[name])))
    return facts, tuple(assumed)


def _values(name: str, project: ProjectPlan, facts: ProjectActuals) -> Iterator[Known]:
    """List what a fact may come to that makes a difference to rules: at, beside and below their bounds."""
    found = dict.fromkeys(
        known for rule in project.rules for known in _values_in(name, rule, known_values(project, facts))
    )
    yield from islice(found, MOST_TRIED)


def _values_in(name: str, rule: RulePlan, values: dict[str, Fraction | bool | None]) -> Iterator[Known]:
    interpreter, waiting = Interpreter(values, rule.units), expressions_in(rule.condition, rule.effects)
    while waiting:
        each = waiting.pop()
        waiting.extend(parts_of(each))
        if isinstance(each, ast.Binary) and each.op in _COMPARED:
            for one, other in ((each.left, each.right), (each.right, each.left)):
                if _is(one, name):
                    yield from _beside(other, rule, interpreter)
        elif isinstance(each, ast.Per) and _is(each.measured, name):
            yield Known(_ZERO, _unit_of(each.step, rule))
        elif _is_truth(each, name) or (each is rule.condition and _is(each, name)):
            yield from (Known(False, BOOL), Known(True, BOOL))


def _beside(bound: ast.Expr, rule: RulePlan, interpreter: Interpreter) -> Iterator[Known]:
    unit = _unit_of(bound, rule)
    try:
        value = interpreter.value(bound)
    except MissingFact:
        value = None
    if value is None or isinstance(value, bool):
        return
    grain = grain_of(Aim("=", unit, value, value, "", ""))
    step = grain.unit / 10**grain.places
    for each in (_ZERO, value, value - step, value + step):
        if grain.within.holds(each):
            yield Known(each, unit)


def _is_truth(each: ast.Expr, name: str) -> bool:
    """Whether an expression takes a fact for yes or no."""
    if isinstance(each, ast.Unary) and each.op == "not":
        return _is(each.operand, name)
    return (
        isinstance(each, ast.Binary)
        and each.op in {"and", "or"}
        and (_is(each.left, name) or _is(each.right, name))
    )


def _is(each: ast.Expr, name: str) -> bool:
    return isinstance(each, ast.Name) and term(each.name) == name


def _unit_of(expression: ast.Expr, rule: RulePlan) -> Unit:
    unit = find_unit(expression.unit, rule.units) if isinstance(expression, ast.Number) else None
    return PURE if unit is None else unit


def _text(known: Known) -> str:
    if isinstance(known.value, bool):
        return "是" if known.value else "否"
    return show(known.value / known.unit.factor) + known.unit.name
