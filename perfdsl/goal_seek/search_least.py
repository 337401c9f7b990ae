"""Searches for the least changes: of one line, of the fewest lines, and evenly over all that are open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations, islice
from typing import NamedTuple

from perfdsl.goal_seek.lever import Lever
from perfdsl.goal_seek.move_lever import HALVINGS, move_to, move_to_best
from perfdsl.goal_seek.trial import Trial
from perfdsl.scorecard import ProjectScore

FINENESS = 10_000
"""The common share of full points is sought in hundredths of 1%."""

MOST_SETS = 60
"""Sets of one size that are tried when fewer lines are sought than the most fruitful ones."""

Move = tuple[Lever, Fraction]


class Even(NamedTuple):
    """Lines moved to the same share of their full points, at least."""

    share: Fraction
    moves: tuple[Move, ...]


def best_moves(levers: Sequence[Lever], trial: Trial) -> list[Move]:
    """Move every lever to the most that it can give; those that give nothing are left out."""
    moves: list[Move] = []
    for lever in sorted(levers, key=lambda each: each.kind != "finished"):
        best = move_to_best(lever, trial, moves)
        if best is not None:
            moves.append((lever, best))
    return moves


def least_move(lever: Lever, best: Fraction, rest: Sequence[Move], trial: Trial) -> Fraction:
    """Halve the points between none and the most until the two actuals are neighbours; ``best`` suffices."""
    low, high = Fraction(0), lever.plan.weight
    short, enough = lever.now, best
    step = lever.grain.unit / 10**lever.grain.places
    for _ in range(HALVINGS if lever.kind != "finished" else 0):
        if trial.is_exhausted or (short is not None and abs(enough - short) <= step):
            break
        middle = (low + high) / 2
        actual = move_to(lever, middle, trial, rest)
        if actual is None or actual == enough:
            high = middle
        elif actual == short or not trial.reaches([*rest, (lever, actual)]):
            low, short = middle, actual
        else:
            high, enough = middle, actual
    return enough


def least_share(moves: Sequence[Move], trial: Trial, present: ProjectScore) -> Even:
    """Find the least common share of full points that suffices, where moving all to their most does."""
    short, enough = 0, FINENESS
    found = tuple(_changed(moves))
    while enough - short > 1 and not trial.is_exhausted:
        middle = (short + enough) // 2
        moved = evenly(moves, Fraction(middle, FINENESS), trial, present)
        if trial.reaches(moved):
            enough, found = middle, tuple(moved)
        else:
            short = middle
    return Even(Fraction(enough, FINENESS), found)


def evenly(moves: Sequence[Move], share: Fraction, trial: Trial, present: ProjectScore) -> list[Move]:
    """Move levers to a share of their full points, or as far as each can go; one that has it stays."""
    moved: list[Move] = []
    for lever, best in moves:
        points = share * lever.plan.weight
        if lever.kind != "finished" and lever.now is not None and _points(lever, present) >= points:
            continue
        actual = move_to(lever, points, trial, moved)
        moved.append((lever, best if actual is None else actual))
    return list(_changed(moved))


def _points(lever: Lever, present: ProjectScore) -> Fraction:
    line = present.indicators[lever.at]
    return line.step.exact if line.step is not None else line.points.low


def _changed(moves: Sequence[Move]) -> Iterator[Move]:
    return ((lever, actual) for lever, actual in moves if actual != lever.now)


def fewest(moves: Sequence[Move], trial: Trial, present: ProjectScore) -> tuple[Move, ...]:
    """Find as few levers as suffice, each at its most, the others as they are; all together do.

    The most fruitful ones are taken first, which is the least number where points simply add up; where rules
    make it otherwise, some smaller sets are tried.
    """
    ordered = sorted(_changed(moves), key=lambda move: -_gain(move[0], present))
    short, enough = 0, len(ordered)
    while enough - short > 1 and not trial.is_exhausted:
        middle = (short + enough) // 2
        if trial.reaches(ordered[:middle]):
            enough = middle
        else:
            short = middle
    found = tuple(ordered[:enough])
    while len(found) > 1:
        smaller = _smaller(ordered, len(found) - 1, trial)
        if smaller is None:
            break
        found = smaller
    return found


def _smaller(ordered: Sequence[Move], size: int, trial: Trial) -> tuple[Move, ...] | None:
    for some in islice(combinations(ordered, size), MOST_SETS):
        if trial.is_exhausted:
            return None
        if trial.reaches(some):
            return some
    return None


def _gain(lever: Lever, present: ProjectScore) -> Fraction:
    if lever.kind == "finished":
        return Fraction(0)
    return lever.plan.weight - present.indicators[lever.at].points.low
