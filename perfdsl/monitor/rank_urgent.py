"""Says what to act on first: red before yellow, and within a light where the most can still be won.

In this order: the light; whether an action (整改) of the project is overdue; points still to be won; how far
behind; and how many months are left. What is equal in all of these stays in the order of the sheets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.exact import show
from perfdsl.monitor.choose_light import URGENT
from perfdsl.monitor.count_months import YEAR
from perfdsl.monitor.monitored import MonitoredDepartment, MonitoredProject, Urgent, UrgentOwn
from perfdsl.monitor.watch import Watch
from perfdsl.syntax.ast import Light

_PROSPECTS = {
    "certain": Text("按现有记录全年能完成", "the facts so far say that it will be met"),
    "possible": Text("全年有可能完成", "it may still be met"),
    "impossible": Text("按现有记录全年不可能完成", "the facts so far say that it cannot be met"),
    "unknown": Text("", ""),
}


class _Rank(NamedTuple):
    light: int
    is_calm: bool
    less_at_stake: Fraction
    progress: Fraction
    months_left: int


def rank_urgent(
    projects: Sequence[MonitoredProject], watches: Sequence[Watch], departments: Sequence[MonitoredDepartment]
) -> tuple[Urgent | UrgentOwn, ...]:
    """List what is red or yellow, the most urgent first; of departments, the lines of their own."""
    found: list[tuple[_Rank, Urgent | UrgentOwn]] = []
    for at, project in enumerate(projects):
        found += _of_project(at, project, watches[at])
    for at, department in enumerate(departments):
        found += _of_department(at, department, YEAR - watches[department.projects[0]].month)
    return tuple(urgent for _, urgent in sorted(found, key=lambda pair: pair[0]))


def _of_project(at: int, project: MonitoredProject, watch: Watch) -> Iterator[tuple[_Rank, Urgent]]:
    overdue = sum(action.overdue for action in project.actions)
    left = YEAR - watch.month
    money = project.money
    light = money.shone.light
    if light in URGENT:
        why = _told(money.shone.why, money.stake, overdue, Text("", ""))
        rank = _rank(light, overdue, money.stake, money.progress, left)
        yield rank, Urgent(at, None, light, why, money.stake)
    for index, line in enumerate(project.lines):
        light = line.shone.light
        if light in URGENT:
            why = _told(line.shone.why, line.stake, overdue, _PROSPECTS[line.prospect])
            rank = _rank(light, overdue, line.stake, line.progress, left)
            yield rank, Urgent(at, index, light, why, line.stake)


def _of_department(at: int, department: MonitoredDepartment, left: int) -> Iterator[tuple[_Rank, UrgentOwn]]:
    for index, line in enumerate(department.lines):
        light = line.shone.light
        if light in URGENT:
            why = _told(line.shone.why, line.stake, 0, _PROSPECTS[line.prospect])
            rank = _rank(light, 0, line.stake, line.progress, left)
            yield rank, UrgentOwn(at, index, light, why, line.stake)


def _rank(light: Light, overdue: int, stake: Fraction, progress: Fraction | None, left: int) -> _Rank:
    return _Rank(URGENT.index(light), not overdue, -stake, progress or Fraction(0), left)


def _told(why: Text, stake: Fraction, overdue: int, prospect: Text) -> Text:
    zh, en = [why.zh], [why.en]
    if stake:
        zh.append(f"还有 {show(stake, 2)} 分可争取")
        en.append(f"{show(stake, 2)} points can still be won")
    if prospect.zh:
        zh.append(prospect.zh)
        en.append(prospect.en)
    if overdue:
        zh.append(f"有 {overdue} 项整改已逾期")
        en.append(f"{overdue} actions are overdue")
    return Text("；".join(zh), "; ".join(en))
