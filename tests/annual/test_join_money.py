from __future__ import annotations

from datetime import date
from fractions import Fraction

from perfdsl.annual.join_money import join_money
from perfdsl.annual.line_part import Figure, MoneyPart, Planned, Spent


def part(planned: list[tuple[int, int]], spent: list[tuple[str, int]]) -> MoneyPart:
    return MoneyPart(
        Figure(), Figure(), Figure(),
        tuple(Planned(month, figure(amount)) for month, amount in planned),
        tuple(Spent(date.fromisoformat(day), figure(amount)) for day, amount in spent), (),
    )  # fmt: skip


def figure(amount: int) -> Figure:
    return Figure(Fraction(amount), f"{amount}元")


def test_plan_and_spending_share_the_row_of_a_month() -> None:
    rows = join_money(part([(6, 2), (12, 5)], [("2022-05-01", 1), ("2022-06-30", 2), ("2022-12-31", 4)]))
    assert [(row.month, row.planned.text, row.spent.text, row.day) for row in rows] == [
        (5, "", "1元", "2022-05-01"),
        (6, "2元", "2元", "2022-06-30"),
        (12, "5元", "4元", "2022-12-31"),
    ]


def test_of_a_month_the_last_fact_stands() -> None:
    rows = join_money(part([], [("2022-06-01", 1), ("2022-06-30", 2)]))
    assert [(row.month, row.spent.text) for row in rows] == [(6, "2元")]


def test_months_of_two_years_are_not_mixed() -> None:
    rows = join_money(part([(6, 2)], [("2021-06-30", 9), ("2022-03-31", 1)]))
    assert [(row.month, row.spent.text) for row in rows] == [(3, "1元"), (6, "")]


def test_nothing_gives_nothing() -> None:
    assert join_money(part([], [])) == ()
