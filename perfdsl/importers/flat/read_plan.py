"""Finds the plan of spending and the goals between the head and the table, and reads the plan."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from perfdsl.importers.draft import Field, PlanPoint
from perfdsl.importers.flat import messages
from perfdsl.importers.flat.cells import Stretch, amount_at, words_at
from perfdsl.importers.flat.flow import BREAK, Flow
from perfdsl.importers.flat.read_goals import first_mark
from perfdsl.importers.flat.vocabulary import any_of, words

_DATE = re.compile(r"(?P<month>1[0-2]|0?[1-9])月(?:底|末|份)?")
_DATES = re.compile(r"(?:(?:1[0-2]|0?[1-9])月(?:底|末)){2,}")
_AMOUNT = re.compile(r"-?[0-9][0-9,，]*(?:\.[0-9]*)?[%％]?|[-—–/]+")
_SUFFIX = re.compile(r"(?:[（(](?![一二三四五六七八九十0-9]{1,2}[)）])[^（）()]{0,8}[)）])?[:：]?")


class Between(NamedTuple):
    """Where the plan and the goals begin: their labels; ``start``: the end of the head.

    ``dates``: where the dates of the plan begin, which may stand before its label.
    """

    plan: Stretch | None
    dates: int
    goals: Stretch | None
    start: int
    end: int

    @property
    def plan_end(self) -> int:
        """Where the plan ends."""
        return self.goals[0] if self.goals else self.end


def find_between(flow: Flow, start: int, header: int) -> Between:
    """Find the labels of plan and goals, and the dates of the plan, between title and table."""
    header = _without_side_label(flow, start, header)
    plan = _label(flow, words("plan_groups"), start, header)
    found = [m.start() for m in _DATES.finditer(flow.text, start, header) if flow.gaps[m.start()] >= BREAK]
    dates = found[0] if found else header
    begin = min(plan[0] if plan else header, dates)
    first = begin if begin < header else start
    goals = _label(flow, words("goal_groups"), first, header) or first_mark(flow, first, header)
    return Between(plan, dates, goals, min(begin, goals[0] if goals else header), header)


def _label(flow: Flow, names: list[str], start: int, end: int) -> Stretch | None:
    for found in re.compile(any_of(names)).finditer(flow.text, start, end):
        at = _SUFFIX.match(flow.text, found.end(), end)
        stop = at.end() if at else found.end()
        begins_line = flow.gaps[found.start()] >= BREAK
        if begins_line and (flow.is_soft(stop) or stop > found.end()):
            return found.start(), stop
    return None


def read_plan(flow: Flow, between: Between) -> tuple[PlanPoint, ...]:
    """Read the dates, then as many amounts; where they do not pair, every amount is doubted."""
    dates: list[tuple[int, Stretch]] = []
    amounts: list[Stretch] = []
    for start, stop in _plan_chunks(flow, between):
        at = start
        while (found := _DATE.match(flow.text, at, stop)) is not None:
            dates.append((int(found["month"]), found.span()))
            at = found.end()
        if at < stop and dates and not _AMOUNT.fullmatch(flow.text, at, stop):
            break
        if at < stop:
            amounts.append((at, stop))
    return tuple(_points(flow, dates, amounts))


def _plan_chunks(flow: Flow, between: Between) -> list[Stretch]:
    """Give the chunks of the plan, without its label."""
    if between.plan is None:
        return _chunks(flow, between.dates, between.plan_end)
    start, stop = between.plan
    flow.take(start, stop)
    return [*_chunks(flow, min(between.dates, start), start), *_chunks(flow, stop, between.plan_end)]


def _points(flow: Flow, dates: list[tuple[int, Stretch]], amounts: list[Stretch]) -> list[PlanPoint]:
    points: list[PlanPoint] = []
    doubt = messages.plan_does_not_pair(len(dates), len(amounts))
    for at, (month, label) in enumerate(dates):
        where = amounts[at] if at < len(amounts) else None
        amount = amount_at(flow, where) if where else Field("", None, flow.spots(*label), "missing")
        if len(dates) != len(amounts):
            amount = amount.doubted(doubt)._replace(status="check")
        points.append(PlanPoint(month, words_at(flow, label), amount))
    return points


def _chunks(flow: Flow, start: int, end: int) -> list[Stretch]:
    """Cut at blanks and ends of lines, but not between a number and 月."""
    cuts = [at for at in range(start + 1, end) if flow.is_soft(at) and not flow.text.startswith("月", at)]
    edges = [start, *cuts, end]
    return [(one, other) for one, other in pairwise(edges) if one < other]


def _without_side_label(flow: Flow, start: int, end: int) -> int:
    """Leave out 绩效指标 before the header: the label beside the whole table."""
    for word in words("side_labels"):
        at = end - len(word)
        if at >= start and flow.text.startswith(word, at) and flow.gaps[at] >= BREAK and len(word) > 1:
            flow.take(at, end)
            return at
    return end
