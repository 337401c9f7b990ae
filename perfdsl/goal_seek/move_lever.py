"""Moves one lever: the nearest actual that gives so many points, and the one that gives the most."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from functools import reduce

from perfdsl.goal_seek.lever import Lever
from perfdsl.goal_seek.trial import Moves, Trial
from perfdsl.plan.curve import Curve
from perfdsl.plan.find_written import nearest_written
from perfdsl.plan.invert_curve import Side, Stretch, Stretches, common, highest, where_at_least

HALVINGS = 40
"""Halvings of an interval of points: what is left of it decides about no actual that people write."""

SEGMENTS_A_LINE = 20
"""Segments that are read backwards in about the time in which a line is scored."""

_YES = Fraction(1)
_ZERO = Fraction(0)


def move_to(lever: Lever, points: Fraction, trial: Trial, moves: Moves = ()) -> Fraction | None:
    """Give the actual nearest to the present one that has so many points before rounding; None: none has.

    A line without a fact starts where it asks for least: at zero where more is better, at the highest actual
    that serves where less is. ``moves``: what else was changed.
    """
    if lever.kind == "finished":
        return _YES
    if lever.plan.method.refusal:
        return _feel_the_way(lever, points, trial, moves)
    trial.lines += 1 + sum(len(curve.segments) for _, curve in lever.plan.method.curves) // SEGMENTS_A_LINE
    stretches = _serving(lever, points, _finished(trial, moves))
    if not stretches:
        return None
    start, side = _start(lever, stretches)
    return nearest_written(stretches, start, lever.grain, side)


def move_to_best(lever: Lever, trial: Trial, moves: Moves = ()) -> Fraction | None:
    """Give the nearest actual that has the most points of all; None where no actual has any."""
    low, high = _ZERO, _highest(lever, _finished(trial, moves))
    best = move_to(lever, high, trial, moves)
    if best is not None:
        return best
    best = move_to(lever, low, trial, moves)
    for _ in range(0 if trial.is_exhausted else HALVINGS):
        middle = (low + high) / 2
        found = move_to(lever, middle, trial, moves)
        if found is None:
            high = middle
        else:
            low, best = middle, found
    return best


def _highest(lever: Lever, finished: bool | None) -> Fraction:
    """The most points that the curves of a line have, whatever the actual is."""
    tops = [highest(curve) for curve in _curves(lever, finished)]
    return min((top.points for top in tops if top is not None), default=lever.plan.weight)


def _finished(trial: Trial, moves: Moves) -> bool | None:
    said = [bool(actual) for lever, actual in moves if lever.kind == "finished"]
    return said[-1] if said else trial.facts.finished


def _serving(lever: Lever, points: Fraction, finished: bool | None) -> Stretches:
    """All actuals that give the points in every state that 已完成 may have."""
    weight = lever.plan.weight
    if lever.kind == "level":
        least = points / weight if weight else _ZERO
        return common(lever.within, [Stretch((least, 0), None)])
    sets = [where_at_least(curve, points) for curve in _curves(lever, finished)]
    return reduce(common, sets, lever.within)


def _curves(lever: Lever, finished: bool | None) -> list[Curve]:
    """The curves that may decide: both, while nobody says whether the work is finished."""
    alike = {None, finished} if finished is not None else {None, True, False}
    return [curve for state, curve in lever.plan.method.curves if state in alike]


def _start(lever: Lever, stretches: Stretches) -> tuple[Fraction, Side]:
    aim, top = lever.plan.aim, stretches[-1].high
    if lever.now is not None:
        return lever.now, 0
    if lever.kind == "level" or aim.low is not None or aim.high is None:
        bottom = lever.within[0].low
        return (_ZERO, 0) if bottom is None else (bottom[0], 1)
    # From beyond the highest that serves, so that the end itself is taken only where it can be written.
    return (aim.high, 0) if top is None else (top[0] + lever.grain.unit, -1)


def _feel_the_way(lever: Lever, points: Fraction, trial: Trial, moves: Moves) -> Fraction | None:
    """Where a method is no curve: go from the present actual towards the target until there are enough."""
    near = _far_from(lever)
    if _has(lever, points, near, trial, moves):
        return near
    sure = next((each for each in _likely(lever) if _has(lever, points, each, trial, moves)), None)
    if sure is None:
        return None
    short, enough = near, sure
    for _ in range(0 if trial.is_exhausted else HALVINGS):
        middle = (short + enough) / 2
        if _has(lever, points, middle, trial, moves):
            enough = middle
        else:
            short = middle
    low, high = sorted((enough, sure))
    written = nearest_written((Stretch((low, 0), (high, 1)),), near, lever.grain)
    return written if written is not None and _has(lever, points, written, trial, moves) else sure


def _likely(lever: Lever) -> Iterator[Fraction]:
    """Actuals that can be and are likely to have the most points: the target, and those beside it."""
    aim, step = lever.plan.aim, lever.grain.unit / 10**lever.grain.places
    for bound in (aim.low, aim.high):
        if bound is not None:
            yield from filter(lever.grain.within.holds, (bound, bound + step, bound - step, 2 * bound))
    yield from filter(lever.grain.within.holds, (_ZERO,))


def _far_from(lever: Lever) -> Fraction:
    """Where the line is now; one without a fact as far from its target as it asks for least."""
    low, high = lever.plan.aim.low, lever.plan.aim.high
    if lever.now is not None:
        return lever.now
    return _ZERO if low is not None or high is None else 2 * abs(high) + lever.grain.unit


def _has(lever: Lever, points: Fraction, actual: Fraction, trial: Trial, moves: Moves) -> bool:
    found = trial.points(lever, actual, moves)
    return found is not None and found >= points
