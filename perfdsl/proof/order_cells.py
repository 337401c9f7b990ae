"""Methods in which only the order of numbers matters, and numbers that stand for all orders."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from perfdsl.plan.interpret import Interpreter, MissingFact
from perfdsl.proof.inline import COMPARISONS, LINE_WORDS, conditions, inlined
from perfdsl.scheme.method_scope import units_of_call
from perfdsl.scheme.names import term, terms_used
from perfdsl.scheme.rubric_scheme import MethodCall
from perfdsl.syntax import ast
from perfdsl.syntax.build_expression import parts_of

_PLAIN = frozenset({"actual", "target", "lower", "upper"})
_TRUTHS = frozenset({"met", "finished"})


def fixed_numbers(call: MethodCall) -> list[Fraction] | None:
    """Give the numbers that 实际 and the target are compared with; None where more than order matters."""
    cases = inlined(call)
    if any(terms_used(case.result) & LINE_WORDS for case in cases):
        return None
    found: list[Fraction] = []
    interpreter = Interpreter({}, units_of_call(call, {}))
    fits = all(_collect(condition, interpreter, found) for condition in conditions(cases))
    return sorted(set(found)) if fits else None


def _collect(condition: ast.Expr, interpreter: Interpreter, found: list[Fraction]) -> bool:
    """Collect the fixed sides of comparisons; whether nothing else is in the condition."""
    match condition:
        case ast.Name(name=name):
            return term(name) in _TRUTHS
        case ast.Binary() if condition.op in COMPARISONS:
            return all(_is_side(side, interpreter, found) for side in (condition.left, condition.right))
        case ast.Binary(op="and" | "or") | ast.Unary(op="not"):
            return all(_collect(part, interpreter, found) for part in parts_of(condition))
    return False


def _is_side(side: ast.Expr, interpreter: Interpreter, found: list[Fraction]) -> bool:
    if isinstance(side, ast.Name) and term(side.name) in _PLAIN:
        return True
    if terms_used(side):
        return False
    try:
        value = interpreter.value(side)
    except MissingFact:  # pragma: no cover - no name is left
        return False
    if value is None:
        return False
    found.append(Fraction(value))
    return True


def cells_of(
    marks: list[Fraction], step: Fraction, *, negative: bool = True, twice: bool = False
) -> list[Fraction]:
    """Give each mark, and a number (two with ``twice``) between each two and beyond either end."""
    edges = sorted(set(marks))
    found = set(edges)
    parts = (Fraction(1, 4), Fraction(3, 4)) if twice else (Fraction(1, 2),)
    for low, high in pairwise(edges):
        found |= {low + (high - low) * part for part in parts}
    for far in (1, 2) if twice else (1,):
        found |= {edges[0] - far * step, edges[-1] + far * step}
    return sorted(size for size in found if negative or size >= 0)
