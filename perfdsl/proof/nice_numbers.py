"""Actuals that people would write: whole numbers in a natural unit first, then tenths, then any."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import ceil, floor

from perfdsl.plan.curve import Segment
from perfdsl.plan.piecewise import Cut, sample
from perfdsl.units import Unit

_SCALES = tuple(Fraction(1, 10**places) for places in (0, 1, 2, 3, 6, 9, 12, 18))
_SEVERAL = 5
_HALVINGS = 60


def nice_in(segment: Segment, unit: Unit, *, whole: bool = False) -> Iterator[Fraction]:
    """Give actuals of a segment, the plainest first; at last, unless ``whole``, any there is."""
    for scale in _SCALES[:1] if whole else _SCALES:
        yield from _multiples(segment.low, segment.high, unit.factor * scale)
    if not whole:
        yield sample(segment.low, segment.high)


def nice_pair(
    worse: Segment,
    better: Segment,
    unit: Unit,
    wrong: Callable[[Fraction, Fraction], bool],
    *,
    whole: bool = False,
) -> tuple[Fraction, Fraction] | None:
    """Give a worse and a better actual that stand wrong to each other, the plainest that are found."""
    scales = [unit.factor * scale for scale in (_SCALES[:1] if whole else _SCALES)]
    ones = [_multiples(worse.low, worse.high, scale) for scale in scales]
    others = [_multiples(better.low, better.high, scale) for scale in scales]
    for at, to in sorted(
        product(range(len(scales)), repeat=2), key=lambda two: (sum(two), abs(two[0] - two[1]))
    ):
        pairs = [
            (one, other) for one in ones[at] for other in others[to] if one != other and wrong(one, other)
        ]
        if pairs:
            return min(pairs, key=lambda pair: (abs(pair[0] - pair[1]), abs(pair[0])))
    pairs = [] if whole else [(a, b) for a in _closing_in(worse) for b in _closing_in(better)]
    return next((pair for pair in pairs if pair[0] != pair[1] and wrong(*pair)), None)


def _multiples(low: Cut | None, high: Cut | None, step: Fraction) -> list[Fraction]:
    """Some multiples of a step between two cuts: those nearest to each end."""
    first = None if low is None else _first(low, step)
    last = None if high is None else _last(high, step)
    if first is None:
        first = (min(last, 0) if last is not None else 0) - _SEVERAL
        last = first + 2 * _SEVERAL if last is None else last
    if last is None:
        last = first + 2 * _SEVERAL
    numbers = {
        *range(first, min(first + _SEVERAL, last + 1)),
        *range(max(last - _SEVERAL + 1, first), last + 1),
    }
    return [number * step for number in sorted(numbers, key=lambda number: (number < 0, abs(number)))]


def _first(cut: Cut, step: Fraction) -> int:
    value, after = cut[0] / step, cut[1]
    number = ceil(value)
    return number + 1 if after and number == value else number


def _last(cut: Cut, step: Fraction) -> int:
    value, after = cut[0] / step, cut[1]
    number = floor(value)
    return number - 1 if not after and number == value else number


def _closing_in(segment: Segment) -> Iterator[Fraction]:
    """Actuals of a segment that come ever nearer to each of its ends."""
    middle = sample(segment.low, segment.high)
    yield middle
    for cut in (segment.low, segment.high):
        if cut is None:
            continue
        near = middle
        for _ in range(_HALVINGS // 10):
            near = cut[0] + (near - cut[0]) / 1024
            yield near
        if (cut is segment.low) == (cut[1] == 0):
            yield cut[0]
