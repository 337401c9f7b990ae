"""The values of a line over time, each in the unit of its target: from dated facts, each converted once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from perfdsl.actuals.bind import bind
from perfdsl.actuals.bound import ProjectActuals
from perfdsl.actuals.convert import Converter
from perfdsl.actuals.fact import SPENT, Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.monitor.count_months import YEAR, last_day
from perfdsl.monitor.gather_history import History, settled
from perfdsl.monitor.monitored import Point
from perfdsl.plan.plan import IndicatorPlan, Plan, ProjectPlan
from perfdsl.scheme.names import key

Points = tuple[Point, ...]


class PointLister:
    """Lists the values of the lines of one project, from its history up to a day."""

    __slots__ = ("_ends", "converter", "day", "history", "project")

    def __init__(self, project: ProjectPlan, history: History, day: date) -> None:
        """Take a project and its facts; what is wrong with any of them was told when it was scored."""
        self.project, self.history, self.day = project, history, day
        self.converter = Converter(project, Diagnostics())
        self._ends: list[tuple[date, ProjectActuals]] | None = None

    def of_line(self, at: int) -> Points:
        """Give the values of a line; states, levels of quality and points in time have none."""
        line = self.project.indicators[at]
        if line.aim.op in {"is", "qualitative"}:
            return ()
        units = self.history.subjects.get(key(line.name), {})
        if line.formula is None and len(units) <= 1:
            return tuple(self._recorded(line, next(iter(units.values()), [])))
        return tuple(_told_apart(self._at_month_ends(at)))

    def of_money(self) -> Points:
        """Give the amounts spent, in 元."""
        units = self.history.subjects.get(SPENT, {})
        if len(units) > 1:
            return tuple(_told_apart(self._at_month_ends(None)))
        found = []
        for fact in settled(next(iter(units.values()), [])):
            bound = self.converter.money(fact)
            if bound is not None and bound.value is not None and fact.day is not None:
                found.append(Point(fact.day, bound.value))
        return tuple(found)

    def _recorded(self, line: IndicatorPlan, series: Sequence[Fact]) -> Iterator[Point]:
        for fact in settled(series):
            bound = self.converter.line(fact, line)
            if bound is not None and bound.value is not None and fact.day is not None:
                yield Point(fact.day, bound.value)

    def _at_month_ends(self, at: int | None) -> Iterator[Point]:
        """Give what was known at each month's end: of what is computed, or comes from several units."""
        for day, actuals in self._month_ends():
            fact = actuals.spent if at is None else actuals.indicators[at]
            if fact is not None and fact.value is not None:
                yield Point(day, fact.value)

    def _month_ends(self) -> list[tuple[date, ProjectActuals]]:
        """Bind what counted at the ends of the months with facts, and on the day: at most 13 times."""
        if self._ends is None:
            year = self.project.year or self.day.year
            ends = [last_day(year, month) for month in range(1, YEAR + 1)]
            ends = [*(end for end in ends if end < self.day), self.day]
            self._ends = [(end, self._bound(end)) for end in _with_facts(ends, self.history.days())]
        return self._ends

    def _bound(self, day: date) -> ProjectActuals:
        return bound_on(self.project, self.history, day)


def bound_on(project: ProjectPlan, history: History, day: date) -> ProjectActuals:
    """Bind what counts of a project on a day, as scoring does; complaints were told by it."""
    return bind(
        Plan((project,), ()), [_named(fact, project) for fact in history.latest(day)], Diagnostics(), day
    ).projects[0]


def _named(fact: Fact, project: ProjectPlan) -> Fact:
    return fact._replace(project=project.code or project.name)


def _with_facts(ends: Sequence[date], days: Sequence[date]) -> Iterator[date]:
    """Give the ends before which something new was recorded since the end before."""
    start = date.min
    for end in ends:
        if any(start < day <= end for day in days):
            yield end
        start = end


def _told_apart(points: Iterable[Point]) -> Iterator[Point]:
    """Leave out a value that only repeats the one before: nothing new was known of it."""
    before: Fraction | None = None
    for point in points:
        if point.value != before:
            yield point
        before = point.value
