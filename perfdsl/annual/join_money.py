"""Joins a payment plan and what was spent into one row a month, for tables and charts."""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.annual.line_part import Figure, MoneyPart


class MonthRow(NamedTuple):
    """The end of a month (1 to 12): what was planned, and what was spent by ``day``, both cumulative."""

    month: int
    planned: Figure = Figure()
    spent: Figure = Figure()
    day: str = ""


def join_money(money: MoneyPart) -> tuple[MonthRow, ...]:
    """Give a row for each month that the plan or a fact speaks of; of several facts in a month the last.

    Facts of a year other than that of the latest one are left out: months would not tell them apart.
    """
    rows: dict[int, MonthRow] = {}
    for point in money.planned:
        row = rows.get(point.month, MonthRow(point.month))
        rows[point.month] = row._replace(planned=point.amount)
    latest = max((each.day.year for each in money.spent_by), default=0)
    for spent in money.spent_by:
        if spent.day.year == latest:
            month = spent.day.month
            row = rows.get(month, MonthRow(month))
            rows[month] = row._replace(spent=spent.amount, day=spent.day.isoformat())
    return tuple(rows[month] for month in sorted(rows))
