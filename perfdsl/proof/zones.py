"""Where an actual can lie from its target, and what that alone says of the conditions of a method.

Below, at, or above: in each zone 达标 is known, and so is how 实际 stands to 目标值, 下限 and 上限. What
is left of the cases there often speaks of one end of a range only, or is a single case.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from perfdsl.plan.combine_pieces import TESTS
from perfdsl.proof.inline import COMPARISONS, InlinedCase, divisors
from perfdsl.scheme.infer_units import is_zero
from perfdsl.scheme.names import term
from perfdsl.syntax import ast

Zone = Literal["below", "met", "above", "all"]

ZONES: dict[str, tuple[Zone, ...]] = {
    ">=": ("below", "met"), ">": ("below", "met"), "<=": ("met", "above"), "<": ("met", "above"),
    "=": ("below", "met", "above"), "in": ("below", "met", "above"), "is": ("below", "met"),
}  # fmt: skip
"""Zones that the actuals of a target can be in; a state is met or not."""

_SIGNS: dict[tuple[Zone, str], frozenset[int]] = {
    ("below", ">"): frozenset({-1, 0}),
    ("above", "<"): frozenset({0, 1}),
    ("met", ">="): frozenset({0, 1}),
    ("met", ">"): frozenset({1}),
    ("met", "<="): frozenset({-1, 0}),
    ("met", "<"): frozenset({-1}),
    ("met", "="): frozenset({0}),
}
_MIRRORED = {">=": "<=", "<=": ">=", ">": "<", "<": ">", "=": "="}


def signs_of(bound: str, zone: Zone, op: str) -> frozenset[int]:
    """Give the signs that ``实际 - bound`` can have in a zone; ``bound``: target, lower or upper.

    The zone ``all`` is the whole line, of which nothing is known.
    """
    if op == "in" and zone == "met":
        return frozenset({0, 1}) if bound == "lower" else frozenset({-1, 0})
    if zone == "all":
        return frozenset({-1, 0, 1})
    plain = frozenset({-1}) if zone == "below" else frozenset({1})
    return _SIGNS.get((zone, op), plain)


def left_in(cases: Iterable[InlinedCase], zone: Zone, op: str, sign: int | None = None) -> list[InlinedCase]:
    """Give what is left of the cases in a zone; one that always holds there is the last.

    ``sign``: of the target and its bounds, where it is known.
    """
    left: list[InlinedCase] = []
    for case in cases:
        truth = True if case.condition is None else truth_in(case.condition, zone, op, sign)
        if truth is True:
            return [*left, case._replace(condition=None)]
        if truth is None:
            left.append(case)
    return left


def truth_in(condition: ast.Expr, zone: Zone, op: str, sign: int | None = None) -> bool | None:
    """Say whether a condition always holds in a zone, or never; None where neither is plain."""
    match condition:
        case ast.Name(name=name):
            return zone == "met" if term(name) == "met" and zone != "all" else None
        case ast.Unary(op="not", operand=operand):
            truth = truth_in(operand, zone, op, sign)
            return None if truth is None else not truth
        case ast.Binary(op="and" | "or", left=left, right=right):
            ends = condition.op == "or"
            one, other = truth_in(left, zone, op, sign), truth_in(right, zone, op, sign)
            if one is ends:
                return ends
            if one is not None:
                return other
            # The left side is looked at first, and a division in it could be by zero.
            return ends if other is ends and not divisors(left) else None
        case ast.Binary(left=left, right=right) if condition.op in COMPARISONS:
            found = _compared(left, right, condition.op, zone, op)
            return _against_zero(left, right, condition.op, sign) if found is None else found
    return None


def _compared(left: ast.Expr, right: ast.Expr, sign: str, zone: Zone, op: str) -> bool | None:
    one, other = _word(left), _word(right)
    if other == "actual":
        one, other, sign = other, one, _MIRRORED[sign]
    if one != "actual" or other not in {"target", "lower", "upper"}:
        return None
    possible = {TESTS[sign](found) for found in signs_of(other, zone, op)}
    return possible.pop() if len(possible) == 1 else None


def _against_zero(left: ast.Expr, right: ast.Expr, sign: str, known: int | None) -> bool | None:
    """``目标值 <= 0`` where the sign of the target is known."""
    if known is None:
        return None
    if is_zero(left):
        left, right, sign = right, left, _MIRRORED[sign]
    return TESTS[sign](known) if is_zero(right) and _word(left) in {"target", "lower", "upper"} else None


def _word(expression: ast.Expr) -> str:
    return term(expression.name) if isinstance(expression, ast.Name) else ""
