"""Actuals among which the difference of two smooth pieces shows every sign that it has on a stretch.

The difference of two quotients of linear forms has the sign of a quadratic. It is never solved: between an
end and the vertex a quadratic only rises or only falls, so that its signs there are those near both ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from perfdsl.diff.apart import Apart
from perfdsl.plan.piecewise import Cut, sample


def find_places(apart: Apart) -> Iterator[Fraction]:
    """Give such actuals, one in the middle first; neither piece goes in steps."""
    yield sample(apart.low, apart.high)
    for low, high in pairwise([apart.low, *_vertex_cuts(apart), apart.high]):
        if low is None or high is None or low < high:
            yield from _toward_ends(apart._replace(low=low, high=high))


def _vertex_cuts(apart: Apart) -> list[Cut]:
    a, b, _ = apart.quadratic()
    vertex = -b / (2 * a) if a else None
    if vertex is None or not apart.holds(vertex):
        return []
    return [(vertex, 0), (vertex, 1)]


def _toward_ends(apart: Apart) -> Iterator[Fraction]:
    """Go from the middle toward either end until the sign is the one that the difference has near it."""
    middle = sample(apart.low, apart.high)
    yield middle
    for end, direction in ((apart.low, -1), (apart.high, 1)):
        wanted = _numerator_sign(apart, end, direction) * apart.denominator_sign(middle)
        x, step = middle, Fraction(1)
        while wanted and apart.sign(x) != wanted:
            x = middle + direction * step if end is None else (x + end[0]) / 2
            step *= 2
        yield x


def _numerator_sign(apart: Apart, end: Cut | None, direction: int) -> int:
    """Sign of the quadratic at an end of a stretch where it only rises or only falls.

    Where it is zero there, no search is needed: on the rest of the stretch the sign is that of the middle.
    """
    a, b, c = apart.quadratic()
    value = a or b * direction or c if end is None else (a * end[0] + b) * end[0] + c
    return (value > 0) - (value < 0)
