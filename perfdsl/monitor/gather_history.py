"""The facts of each project up to a day, grouped once: what counts then, and how it came to that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.actuals.fact import Fact
from perfdsl.actuals.find_owners import find_owners
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scheme.names import key

Series = dict[str, list[Fact]]
"""Facts of one subject by the key of the unit that reports them, in the order of days and entries."""


class History(NamedTuple):
    """Facts of a project up to a day, by subject: ``spent``, ``finished``, or the key of a name."""

    subjects: Mapping[str, Series]

    def latest(self, day: date) -> list[Fact]:
        """Give the facts that may count on a day: the last of each subject and unit, all of its last day."""
        return [
            fact
            for units in self.subjects.values()
            for series in units.values()
            for fact in _last(series, day)
        ]

    def days(self) -> list[date]:
        """List the days on which anything was recorded."""
        return sorted(
            {
                fact.day
                for units in self.subjects.values()
                for series in units.values()
                for fact in series
                if fact.day
            }
        )


NOTHING = History({})
NOTES = "\0notes"
"""Ends the subject of what stands beside no value: it never takes the place of a value."""


class Gathered(NamedTuple):
    """Histories by the places of projects, and of departments with indicators of their own, in a plan."""

    projects: Mapping[int, History]
    departments: Mapping[int, History]


def gather(plan: Plan, facts: Sequence[Fact], day: date) -> Gathered:
    """Group facts that are dated, up to a day, by whose they are; others do not count."""
    owned = find_owners(plan, facts, Diagnostics())
    own = {at: department.own for at, department in enumerate(plan.departments)}
    return Gathered(
        {at: _history(told, plan.projects[at], day) for at, told in owned.projects.items()},
        {at: _history(told, mine, day) for at, told in owned.departments.items() if (mine := own[at])},
    )


def _history(facts: Iterable[Fact], project: ProjectPlan, day: date) -> History:
    """Group the facts of one project; those of an indicator that meant something else then are left out."""
    found: dict[str, Series] = {}
    other = {key(each.name): each for each in project.out_of_force}
    for fact in facts:
        name = key(fact.indicator)
        is_other = not fact.own and name in other and other[name].excuses(fact.day)
        if fact.day is None or fact.day > day or is_other:
            continue
        subject = fact.own or name
        if fact.value is None and not fact.affirms:
            subject += NOTES
        found.setdefault(subject, {}).setdefault(key(fact.reporter), []).append(fact)
    for units in found.values():
        for series in units.values():
            series.sort(key=lambda fact: (fact.day or date.min, fact.entry))
    return History(found)


def settled(series: Sequence[Fact]) -> Iterator[Fact]:
    """Give the fact of each day: the one recorded last; none where two of one day contradict each other."""
    at = 0
    while at < len(series):
        end = at
        while end < len(series) and series[end].day == series[at].day:
            end += 1
        last = series[end - 1]
        rivals = [fact for fact in series[at:end] if fact.entry == last.entry]
        if len(rivals) == 1 or len({_said(fact) for fact in rivals}) == 1:
            yield last
        at = end


def _said(fact: Fact) -> str:
    return "" if fact.value is None else fact.value.model_dump_json(exclude={"span"})


def _last(series: Sequence[Fact], day: date) -> list[Fact]:
    """Give all facts of the last day up to a day; binding chooses among them, and says what is wrong."""
    end = len(series)
    while end and (series[end - 1].day or day) > day:
        end -= 1
    start = end
    while start and series[start - 1].day == series[end - 1].day:
        start -= 1
    return list(series[start:end])
