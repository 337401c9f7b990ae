"""Which facts count on a day, and which of one day is the last."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from perfdsl.actuals.fact import Fact
from perfdsl.monitor.gather_history import History, settled
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.syntax.node import make

PLACE = Source("表.perf", "甲").place((0, 1))


def fact(day: int, value: int, entry: int = 0) -> Fact:
    number = make(ast.Number, (0, 1), text=str(value), value=Decimal(value), unit="次")
    return Fact("修路", "甲", number, date(2022, 1, day), PLACE, PLACE, PLACE, entry=entry)


def values(facts) -> list[tuple[int, int]]:
    return [(each.day.day, int(each.value.value)) for each in facts]


def test_of_one_day_the_entry_recorded_last_counts() -> None:
    assert values(settled([fact(1, 5, entry=1), fact(1, 4, entry=2), fact(2, 6, entry=3)])) == [
        (1, 4),
        (2, 6),
    ]


def test_two_that_contradict_each_other_are_both_left_out_and_two_alike_are_one() -> None:
    assert values(settled([fact(1, 5), fact(1, 4), fact(2, 6), fact(2, 6)])) == [(2, 6)]


def test_the_last_day_is_given_whole_for_binding_to_judge() -> None:
    history = History({"甲": {"": [fact(1, 1), fact(2, 2), fact(2, 3), fact(4, 4)]}})
    assert values(history.latest(date(2022, 1, 3))) == [(2, 2), (2, 3)]
    assert values(history.latest(date(2021, 1, 3))) == []
    assert [day.day for day in history.days()] == [1, 2, 4]
