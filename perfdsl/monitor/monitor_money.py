"""Monitors the money of a project: spent over what is due, by its payment plan or by months, and its pace."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact
from perfdsl.diagnostic import Text
from perfdsl.exact import show_trimmed
from perfdsl.monitor.choose_light import bounds_of, shine
from perfdsl.monitor.count_months import YEAR
from perfdsl.monitor.find_due import Planned, due_by_months, due_by_plan, pace_due
from perfdsl.monitor.foresee import MONTHS, Measured, foresee, foreseen_by_author
from perfdsl.monitor.list_points import PointLister, Points
from perfdsl.monitor.monitored import MonitoredMoney, Shone
from perfdsl.monitor.show_share import percent, show_wan
from perfdsl.monitor.space_points import Clock
from perfdsl.monitor.watch import Watch

ZERO = Fraction(0)
_WAN = 10_000
_NO_BUDGET = Text("没有预算，资金没有进度", "there is no budget: money has no progress")
_NOT_SPENT = Text("没有报执行数，不知道", "nothing is recorded as spent: not known")
_NOTHING_DUE = Text("还没有到期的应执行数", "no spending is due yet")


class Purse(NamedTuple):
    """The money of a project, or of several together, in 元; ``planned``: empty where there is no plan."""

    budget: Fraction | None
    spent: Fraction | None
    planned: Planned = ()
    due: Fraction | None = None


def show_money(value: Fraction) -> str:
    """Write money in 万元, to two decimals at most."""
    return f"{show_trimmed(value / _WAN, 2)}万元"


def due_money(purse: Purse, watch: Watch) -> Fraction | None:
    """Give what should have been spent; None without a budget or a plan."""
    if purse.due is not None:
        return purse.due
    if purse.planned:
        return due_by_plan(purse.planned, watch.month, watch.scheme.progress)
    return None if purse.budget is None else due_by_months(purse.budget, watch.month)


def light_money(purse: Purse, watch: Watch) -> Shone:
    """Give the light of the money: the worse of its bands and of the pace (序时), where both are said."""
    due = due_money(purse, watch)
    if due is None:
        return Shone(None, _NO_BUDGET, None, counts=False)
    if purse.spent is None:
        return Shone(None, _NOT_SPENT, None)
    pace = _light_pace(purse, watch)
    if "money" not in watch.scheme.lights and pace is not None:
        return pace
    by_bands = _light_bands(purse, due, watch)
    if pace is None or pace.light != watch.scheme.pace_light:
        return by_bands
    order = watch.scheme.worst
    if by_bands.light is None or order.index(watch.scheme.pace_light) <= order.index(by_bands.light):
        return pace
    return by_bands


def _light_bands(purse: Purse, due: Fraction, watch: Watch) -> Shone:
    if due <= 0 or purse.spent is None:
        return Shone(None, _NOTHING_DUE, None, counts=False)
    progress = purse.spent / due
    how = _how(purse, watch)
    spent, wanted = show_wan(purse.spent), show_wan(due)
    share = percent(progress, bounds_of(watch.scheme, "money"))
    told = Text(
        f"按{how.zh}应执行 {wanted}，已执行 {spent}，进度 {share}",
        f"by {how.en} {wanted} is due, {spent} spent, progress {share}",
    )
    return shine(watch.scheme, "money", progress, told)


def _how(purse: Purse, watch: Watch) -> Text:
    """Say what the money that is due comes from."""
    if purse.due is not None:
        return Text("各项目合计", "all projects together")
    if purse.planned:
        return Text("支出计划", "the payment plan")
    return Text(f"预算×{watch.month}/{YEAR}", f"the budget × {watch.month}/{YEAR}")


def _light_pace(purse: Purse, watch: Watch) -> Shone | None:
    """Give the light of the pace: its own for who falls behind, else green; None where there is no pace."""
    if not watch.scheme.pace or not purse.budget or purse.spent is None:
        return None
    point = pace_due(watch.scheme.pace, watch.month)
    bounds = () if point is None else (point[1],)
    rate = percent(purse.spent / purse.budget, bounds)
    if point is None:
        why = Text(
            f"序时进度还没有到第一个节点，执行率 {rate}",
            f"the pace has not come to its first point; {rate} spent",
        )
        return Shone("green", why, watch.scheme.place)
    month, wanted = point
    told = Text(f"序时：{month}月底应达 {percent(wanted)}，执行率 {rate}",
                f"pace: {percent(wanted)} by the end of month {month}, {rate} spent")  # fmt: skip
    behind = purse.spent / purse.budget < wanted
    return Shone(watch.scheme.pace_light if behind else "green", told, watch.scheme.place, bounds=bounds)


def clock_of(planned: Planned, watch: Watch) -> Clock:
    """Give what money goes along: the payment plan, or else the months."""
    if not planned:
        return MONTHS
    return Clock(lambda months: due_by_plan(planned, months, watch.scheme.progress), is_plan=True)


def monitor_money(
    purse: Purse, fact: BoundFact | None, watch: Watch, lister: PointLister, stake: Fraction
) -> MonitoredMoney:
    """Give the money as it stands on the day; ``stake``: points of the execution rate still to be won."""
    points: Points = lister.of_money()
    due, spent = due_money(purse, watch), purse.spent
    told = None if fact is None else fact.fact
    foreseen = None
    if told is not None and told.foreseen is not None:
        expected = lister.converter.money(told._replace(value=told.foreseen))
        if expected is not None and expected.value is not None and spent is not None:
            value = max(expected.value, spent)
            foreseen = foreseen_by_author(value, show_money(value))
    measured = None
    if spent is not None:
        clock = clock_of(purse.planned, watch)
        measured = Measured(spent, points, True, watch.day, watch.year, show_money, clock)
    return MonitoredMoney(
        budget=purse.budget,
        spent=spent,
        due=due,
        rate=spent / purse.budget if spent is not None and purse.budget else None,
        progress=spent / due if spent is not None and due else None,
        by_plan=bool(purse.planned),
        shone=light_money(purse, watch),
        forecast=None if measured is None else foresee(measured),
        planned=purse.planned,
        points=points,
        foreseen=foreseen,
        reason=told.reason if told else "",
        cause=told.cause if told else None,
        stake=stake,
    )
