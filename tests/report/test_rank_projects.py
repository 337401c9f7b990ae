"""Ranks are given where they are certain, over all projects, whichever are shown."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from perfdsl.report.rank_projects import Ranked, rank_projects
from perfdsl.scorecard import Interval
from tests.report import invented

PROJECT = invented.ruled().projects[0]


def total(low: int, high: int) -> Interval:
    return Interval(Fraction(low), Fraction(high))


def ranked(*totals: Interval, others: tuple[Interval, ...] = ()) -> list[Ranked]:
    projects = [PROJECT._replace(name=str(at), total=each) for at, each in enumerate(totals)]
    return rank_projects(projects, others)


def test_equal_totals_share_a_rank() -> None:
    found = ranked(total(80, 80), total(90, 90), total(80, 80), total(70, 70))
    assert [(each.project.name, each.rank) for each in found] == [("1", 1), ("0", 2), ("2", 2), ("3", 4)]


def test_an_open_total_leaves_open_what_it_may_overtake() -> None:
    found = ranked(total(93, 93), total(85, 85), total(90, 100))
    assert [(each.shown, each.rank) for each in found] == [("1–2", None), ("3", 3), ("1–2", None)]


def test_others_count_although_they_are_not_listed() -> None:
    (found,) = ranked(total(93, 93), others=(total(95, 95), total(0, 100)))
    assert (found.best, found.worst, found.rank) == (2, 3, None)


ENDS = st.tuples(st.integers(0, 4), st.integers(0, 2), st.booleans())


@given(st.lists(ENDS, min_size=1, max_size=4))
def test_the_range_is_that_of_all_ways_to_settle(ends: list[tuple[int, int, bool]]) -> None:
    """Best and worst are those over every choice of totals from the intervals, in steps of half."""
    totals = [
        Interval(Fraction(low), Fraction(low + more), is_open and more > 0) for low, more, is_open in ends
    ]
    ways = [
        [
            each.low + Fraction(step, 4)
            for step in range(int(4 * (each.high - each.low)) + (not each.high_open))
        ]
        for each in totals
    ]
    seen: dict[str, set[int]] = {str(at): set() for at in range(len(totals))}
    for way in product(*ways):
        for at, own in enumerate(way):
            seen[str(at)].add(1 + sum(other > own for other in way))
    for each in ranked(*totals):
        assert (each.best, each.worst) == (min(seen[each.project.name]), max(seen[each.project.name]))
