"""Which weights stand for all weights, and by what argument.

A method that names no number of points (2分), or whose results are all shares of the weight and that never
asks for 分值, gives k times the points for k times the weight: one weight is enough. A table, whose
results do not look at the actual and whose conditions do not look at the weight, is compiled with the
weight as the unknown: its results are lines over the weight, and only where two of them, zero, or the
weight itself cross can the outcome change. Else weights around the method's own numbers are tried;
``prove_by_structure`` and z3 may then speak for all.
"""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise
from typing import Any, NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.plan.combine_pieces import compared, multiplied
from perfdsl.plan.compile_expression import ZERO, ExpressionCompiler
from perfdsl.plan.form import ACTUAL, NotACurve
from perfdsl.plan.piecewise import Pieces, everywhere
from perfdsl.proof import wording
from perfdsl.proof.inline import POINT_WORDS, conditions, divisors, inlined, point_literals, words_of
from perfdsl.proof.use import Use
from perfdsl.scheme.method_scope import units_of_call
from perfdsl.scheme.names import terms_used

MOST_POINTS = Fraction(100)
NATURAL = Fraction(10)
_USUAL = tuple(map(Fraction, ("10", "1", "5", "12.5", "20", "50", "100")))
MOST_CELLS = 60


class Weights(NamedTuple):
    """Weights to look at, whether they stand for all from 0 to 100 points, and why (or why not)."""

    points: tuple[Fraction, ...]
    all_of_them: bool
    why: Text


def choose_weights(use: Use, kinds: tuple[str, ...]) -> Weights:
    """Choose the weights of a use; ``kinds``: whether each case gives a share or points."""
    if use.weight is not None:
        return Weights((use.weight,), True, wording.this_weight(use.weight))
    numbers = point_literals(use.call)
    only_shares = all(kind == "share" for kind in kinds) and not words_of(use.call) & POINT_WORDS
    if not numbers or only_shares:
        return Weights((NATURAL,), True, wording.PROPORTIONAL)
    cells = _cells_of_table(use, kinds)
    if cells is not None:
        return Weights(cells, True, wording.WEIGHT_CELLS)
    around = {abs(number) * factor for number in numbers for factor in (Fraction(1, 2), 1, 2, 5)}
    tried = (*_USUAL, *sorted(size for size in around - set(_USUAL) if 0 < size <= MOST_POINTS)[:20])
    return Weights(tried, False, wording.weights_tried(tried))


def looks_at_weight(use: Use) -> bool:
    """Whether the weight has a say in which case decides, or in what is divided by."""
    cases = inlined(use.call)
    parts = [*conditions(cases), *divisors(*(case.result for case in cases))]
    return bool(terms_used(*parts) & POINT_WORDS)


def _cells_of_table(use: Use, kinds: tuple[str, ...]) -> tuple[Fraction, ...] | None:
    cases = inlined(use.call)
    if terms_used(*conditions(cases)) & POINT_WORDS:
        return None
    if any(terms_used(case.result) - POINT_WORDS for case in cases):
        return None
    weight: Pieces[Any] = everywhere(ACTUAL)
    compiler = ExpressionCompiler(dict.fromkeys(POINT_WORDS, weight), units_of_call(use.call, {}))
    try:
        lines = [compiler.compile(case.result) for case in cases]
        lines = [
            multiplied(line, weight) if kind == "share" else line
            for line, kind in zip(lines, kinds, strict=True)
        ]
        marks = _crossings([*lines, ZERO, weight])
    except NotACurve:
        return None
    edges = sorted({mark for mark in marks if 0 < mark < MOST_POINTS} | {Fraction(0), MOST_POINTS})
    found = [*(_plain_between(low, high) for low, high in pairwise(edges)), *edges[1:]]
    return tuple(found) if len(found) <= MOST_CELLS else None


def _plain_between(low: Fraction, high: Fraction) -> Fraction:
    """Give a usual weight between two, or the one in the middle."""
    return next((size for size in _USUAL if low < size < high), (low + high) / 2)


def _crossings(lines: list[Pieces[Any]]) -> list[Fraction]:
    """Weights at which a line breaks or meets another."""
    cuts = {piece.high for line in lines for piece in line}
    for at, one in enumerate(lines):
        for other in lines[at + 1 :]:
            cuts |= {piece.high for piece in compared(one, other, "=")}
    return sorted({cut[0] for cut in cuts if cut is not None})
