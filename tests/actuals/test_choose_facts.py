"""Which of several facts about one thing counts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from perfdsl.actuals.choose_facts import choose_facts
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.source import Source
from perfdsl.syntax import ast

PLACE = Source("实绩.perf", "").place((0, 0))


def fact(value: int, day: str = "", name: str = "次数", own: str = "", entry: int = 0) -> Fact:
    number = ast.Number(span=(0, 0), value=Decimal(value), unit="次", text=f"{value}次")
    when = date.fromisoformat(day) if day else None
    return Fact("甲", name, number, when, PLACE, PLACE, PLACE, own=own, entry=entry)


def chosen(*facts: Fact, as_of: str = "") -> tuple[list[int], list[str]]:
    found = Diagnostics()
    day = date.fromisoformat(as_of) if as_of else None
    return [int(each.value.value) for each in choose_facts(facts, day, found)], [each.code for each in found]


def test_the_latest_counts() -> None:
    assert chosen(fact(2, "2022-06-30"), fact(3, "2022-12-31"), fact(1, "2022-03-31")) == ([3], [])


def test_what_came_later_is_not_known_yet() -> None:
    assert chosen(fact(2, "2022-06-30"), fact(3, "2022-12-31"), as_of="2022-12-30") == ([2], [])
    assert chosen(fact(3, "2022-12-31"), as_of="2022-12-30") == ([], [])
    assert chosen(fact(3, "2022-12-31"), as_of="2022-12-31") == ([3], [])


def test_each_thing_has_its_own_latest() -> None:
    assert chosen(fact(2, "2022-06-30"), fact(3, "2022-03-31", "人数"), fact(4, "2022-01-01", "人 数")) == (
        [2, 3],
        [],
    )


def test_one_undated_fact_is_enough() -> None:
    assert chosen(fact(2)) == ([2], [])


def test_an_undated_fact_beside_others_cannot_be_ordered() -> None:
    assert chosen(fact(2), fact(3, "2022-12-31")) == ([], ["P0642"])
    assert chosen(fact(3, "2022-12-31"), fact(2)) == ([], ["P0642"])
    assert chosen(fact(2), as_of="2022-12-31") == ([], ["P0642"])


def test_two_of_one_day_cannot_be_ordered_unless_a_later_one_supersedes_both() -> None:
    assert chosen(fact(2, "2022-06-30"), fact(3, "2022-06-30")) == ([], ["P0642"])
    assert chosen(fact(2, "2022-06-30"), fact(3, "2022-06-30"), fact(4, "2022-12-31")) == ([4], [])


def test_facts_of_the_project_itself_are_apart_from_indicators_of_that_name() -> None:
    assert chosen(fact(2, "2022-06-30", "执行数", own="spent"), fact(3, "2022-06-30", "执行数")) == (
        [2, 3],
        [],
    )


def test_of_one_day_in_a_journal_the_entry_recorded_last_counts() -> None:
    day = "2022-06-30"
    assert chosen(fact(2, day, entry=4), fact(3, day, entry=9), fact(1, day, entry=1)) == ([3], [])
    assert chosen(fact(2, day, entry=4), fact(3, "2022-07-01", entry=2)) == ([3], []), (
        "a later day comes first"
    )
    assert chosen(fact(2, day, entry=4), fact(3, day, entry=4)) == ([], ["P0642"]), "one entry says both"


def test_outside_a_journal_or_in_two_of_them_nothing_says_which_is_later() -> None:
    day, other = "2022-06-30", Source("另一本.perf", "").place((0, 0))
    assert chosen(fact(2, day, entry=4), fact(3, day)) == ([], ["P0642"])
    assert chosen(fact(2, day, entry=4), fact(3, day, entry=5)._replace(place=other)) == ([], ["P0642"])
