"""Finds the lattices of a page: positions of touching rules, then cells wherever no rule stands between."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from perfdsl.documents.readers.pdf.bounds import MOST_GRIDS, MOST_PLACES
from perfdsl.documents.readers.pdf.connect_rules import connect_rules
from perfdsl.documents.readers.pdf.join_places import join_places
from perfdsl.documents.readers.pdf.lattice import Lattice
from perfdsl.documents.readers.pdf.merge_rules import NEAR, cluster, merge_rules
from perfdsl.documents.readers.pdf.page import Rule, Rules

Walls = list[list[bool]]
"""Whether a rule stands between places, by the position of the rule, then by row or column."""

_MOST_OPEN = 5
"""A rule covers a side of a place if no more than one part in so many is open."""


def find_lattices(rules: Rules) -> list[Lattice] | None:
    """Give the lattices, the smallest first; None where the page is too full of rules to be read."""
    groups = connect_rules(merge_rules(rules.across), merge_rules(rules.down))
    if groups is None:
        return None
    lattices: list[Lattice] = []
    places = 0
    for group in groups:
        xs, ys = _positions(group.down, group.across), _positions(group.across, group.down)
        places += (len(xs) - 1) * (len(ys) - 1)
        if places > MOST_PLACES:
            return None
        lattice = _draw(group, xs, ys)
        if lattice is not None and len(lattice.areas) > 1:
            lattices.append(lattice)
    if len(lattices) > MOST_GRIDS:
        return None
    return sorted(lattices, key=lambda lattice: lattice.size)


def _positions(rules: Iterable[Rule], crossing: tuple[Rule, ...]) -> list[int]:
    """Give the places of rules, and those where two or more of the crossing ones end outside them.

    Many tables have no rule at their sides.
    """
    places = cluster(rule.at for rule in rules)
    starts = [rule.start for rule in crossing if rule.start < places[0] - 2 * NEAR]
    ends = [rule.end for rule in crossing if rule.end > places[-1] + 2 * NEAR]
    before = [min(starts)] if len(starts) > 1 else []
    after = [max(ends)] if len(ends) > 1 else []
    return [*before, *places, *after]


def _draw(group: Rules, xs: list[int], ys: list[int]) -> Lattice | None:
    beside, below = _walls(group.down, xs, ys), _walls(group.across, ys, xs)
    xs, beside, below = _drop_unused(xs, beside, below)
    ys, below, beside = _drop_unused(ys, below, beside)
    if len(xs) < 2 or len(ys) < 2:  # noqa: PLR2004 (two rules bound a column)
        return None
    return join_places(xs, ys, beside, below)


def _walls(rules: Iterable[Rule], own: list[int], other: list[int]) -> Walls:
    walls = [[False] * (len(other) - 1) for _ in own]
    for rule in rules:
        at = _nearest(own, rule.at)
        first = max(0, bisect_left(other, rule.start) - 1)
        for index in range(first, len(other) - 1):
            low, high = other[index], other[index + 1]
            if low >= rule.end:
                break
            covered = min(high, rule.end) - max(low, rule.start)
            if (high - low - covered) * _MOST_OPEN <= high - low:
                walls[at][index] = True
    return walls


def _nearest(places: list[int], at: int) -> int:
    index = bisect_left(places, at)
    nearby = [each for each in (index - 1, index) if 0 <= each < len(places)]
    return min(nearby, key=lambda each: abs(places[each] - at))


def _drop_unused(places: list[int], own: Walls, other: Walls) -> tuple[list[int], Walls, Walls]:
    """Take out inner positions where no wall stands: an underlined word, or a rule that goes nowhere."""
    last = len(places) - 1
    kept = [index for index in range(len(places)) if index in {0, last} or any(own[index])]
    # What stood before a dropped position and what stood behind it are one place now.
    spans = list(pairwise(kept))
    merged = [[any(row[start:end]) for start, end in spans] for row in other]
    return [places[index] for index in kept], [own[index] for index in kept], merged
