"""Finds the nearest actual that serves and that can be written: a whole count, a day, so many decimals."""

from __future__ import annotations

from fractions import Fraction
from math import ceil, floor
from typing import NamedTuple

from perfdsl.plan.curve import Curve
from perfdsl.plan.grain import Grain
from perfdsl.plan.invert_curve import Nearest, Side, Stretch, Stretches, common, nearest, where_at_least


def nearest_written(stretches: Stretches, x: Fraction, grain: Grain, side: Side = 0) -> Fraction | None:
    """Give the nearest actual to ``x`` on a side that can be written, itself included.

    Of two as near it is the upper. Decimals are added, up to the grain's most, where a stretch is too
    narrow for fewer; None: there is none.
    """
    able = common(stretches, [grain.within])
    if any(each.holds(x) for each in able):
        return x
    above = _first(able, Stretch((x, 1), None), grain, upward=True) if side >= 0 else None
    below = _first(able[::-1], Stretch(None, (x, 0)), grain, upward=False) if side <= 0 else None
    if above is None or below is None:
        return below if above is None else above
    return above if above - x <= x - below else below


def _first(stretches: Stretches, half: Stretch, grain: Grain, *, upward: bool) -> Fraction | None:
    """The first written actual of the stretches in their order, each walked through from its nearer end."""
    for each in common(stretches, [half]):
        for places in range(grain.places, grain.most + 1):
            found = _on_grid(each, grain.unit / 10**places, upward=upward)
            if found is not None:
                return found
    return None


def _on_grid(stretch: Stretch, step: Fraction, *, upward: bool) -> Fraction | None:
    end = stretch.low if upward else stretch.high
    assert end is not None  # noqa: S101 — the stretch was cut where the walk begins
    value, after = end
    count = value / step
    if upward:
        found = (floor(count) + 1 if after else ceil(count)) * step
    else:
        found = (floor(count) if after else ceil(count) - 1) * step
    return found if stretch.holds(found) else None


class Answer(NamedTuple):
    """The nearest actual that serves: exactly, and as it can be written (None: no written number does)."""

    exact: Nearest
    written: Fraction | None


def nearest_at_least(
    curve: Curve, points: Fraction, x: Fraction, grain: Grain, side: Side = 0
) -> Answer | None:
    """Give the actual nearest to ``x`` that has at least so many points, in base units; None: none has."""
    stretches = common(where_at_least(curve, points), [grain.within])
    exact = nearest(stretches, x, side)
    return None if exact is None else Answer(exact, nearest_written(stretches, x, grain, side))
