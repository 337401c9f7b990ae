"""Binds the facts of one project: each line gets the one that counts, in the unit of its target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from perfdsl.actuals import messages_bind as messages
from perfdsl.actuals import messages_points, messages_reporting
from perfdsl.actuals.aggregate_facts import Aggregation
from perfdsl.actuals.bound import MONEY, Awaited, BoundFact, Known, ProjectActuals
from perfdsl.actuals.choose_facts import choose_facts
from perfdsl.actuals.compute import compute
from perfdsl.actuals.convert import Converter
from perfdsl.actuals.fact import FINISHED, SPENT, Fact
from perfdsl.actuals.messages_amended import not_in_force, to_be_told_anew
from perfdsl.actuals.reporting_units import NO_UNITS, reporting_units, said_by_units, settle_whole
from perfdsl.actuals.unit_reports import UnitReports
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.plan import IndicatorPlan, ProjectPlan
from perfdsl.scheme.did_you_mean import MOST_HINTS
from perfdsl.scheme.known_units import YUAN
from perfdsl.scheme.names import indicator_term, key, terms_used
from perfdsl.syntax import ast

if TYPE_CHECKING:
    from perfdsl.actuals.attach_notes import Notes

LAST_MONTH = 12


class ProjectBinding:
    """Binds the facts of one project."""

    __slots__ = (
        "aside", "asked", "converter", "diagnostics", "finished", "lines", "others", "out_of_force", "places",
        "project", "reports", "spent", "units",
    )  # fmt: skip

    def __init__(self, project: ProjectPlan, diagnostics: Diagnostics) -> None:
        """Index the project's lines by name."""
        self.project, self.diagnostics = project, diagnostics
        self.converter = Converter(project, diagnostics)
        self.places: dict[str, list[int]] = {}
        for at, line in enumerate(project.indicators):
            self.places.setdefault(key(line.name), []).append(at)
        self.asked = _asked_for(project)
        self.out_of_force = {key(each.name): each for each in project.out_of_force}
        self.lines: list[BoundFact | None] = [None] * len(project.indicators)
        self.others: dict[str, Known] = {}
        self.spent: BoundFact | None = None
        self.finished: bool | None = None
        self.units = NO_UNITS
        self.reports = UnitReports()
        self.aside = False

    def bind(
        self, facts: Iterable[Fact], as_of: date | None, spent: BoundFact | None = None
    ) -> ProjectActuals:
        """Give the facts of the project that count on a day, computed ones included.

        ``spent``: what a department has spent, which nobody records.
        """
        told, notes = self._told(facts)
        self.spent = spent
        self.units = reporting_units(self.project, told, as_of)
        told = said_by_units(self.units, told, self.diagnostics)
        chosen = settle_whole(choose_facts(told, as_of, self.diagnostics), self.diagnostics)
        for fact in chosen:
            self._take(fact)
        counted = {id(fact) for fact in chosen}
        self._check([fact for fact in told if id(fact) not in counted])
        awaited = self._join() if self.reports else {}
        actuals = ProjectActuals(
            indicators=tuple(self.lines),
            spent=self.spent,
            finished=self.finished,
            others=self.others,
            month=_month(self.project, as_of),
            awaited=awaited,
        )
        actuals = compute(self.project, actuals, self.diagnostics)
        if self.project.asked and actuals.others:
            from perfdsl.actuals.check_asked_facts import check_asked_facts

            check_asked_facts(self.project, actuals, self.diagnostics)
        if notes:
            from perfdsl.actuals.attach_notes import attach_notes

            actuals = attach_notes(actuals, notes, self.converter, as_of)
        self._complain_of_missing(actuals)
        return actuals

    def _told(self, facts: Iterable[Fact]) -> tuple[list[Fact], Notes]:
        """Part what is to be bound from the notes of computed lines."""
        told = list(facts)
        if all(fact.value is not None for fact in told):
            return told, {}
        from perfdsl.actuals.attach_notes import put_aside

        return put_aside(self.project, self.places, told, self.diagnostics)

    def _check(self, others: Sequence[Fact]) -> None:
        """Complain of what is wrong with facts that do not count: a superseded one is still a record."""
        if others:
            aside = ProjectBinding(self.project, self.diagnostics)
            aside.units, aside.aside = self.units, True
            for fact in others:
                aside._take(fact)

    def _take(self, fact: Fact) -> None:
        name = key(fact.indicator)
        if fact.own == SPENT:
            self._take_spent(fact)
        elif fact.own == FINISHED:
            self._take_finished(fact)
        elif self._is_of_other_version(fact):
            self._pass_over(fact)
        elif name in self.places:
            self._take_line(fact, self.places[name])
        elif indicator_term(fact.indicator) in self.asked:
            self._take_number(fact)
        elif name in self.out_of_force:
            self.diagnostics.add(not_in_force(fact, self.out_of_force[name]))
        else:
            known = [*(line.name for line in self.project.indicators), *sorted(self.asked.values())]
            full = len(self.diagnostics) >= MOST_HINTS
            self.diagnostics.add(messages.unknown_indicator(fact, self.project, [] if full else known))

    def _take_spent(self, fact: Fact) -> None:
        spent = self.converter.judged(fact, self.converter.money(fact))
        if fact.reporter:
            self._refuse_unit_points(fact)
            self.reports.amount(MONEY, fact, spent)
        else:
            self.spent = spent

    def _take_finished(self, fact: Fact) -> None:
        self._refuse_points(fact)
        finished = self.converter.truth(_said(fact))
        if fact.reporter:
            self.reports.truth(fact, finished)
        else:
            self.finished = finished

    def _take_number(self, fact: Fact) -> None:
        self._refuse_points(fact)
        number = self.converter.number(_said(fact))
        if number is not None and fact.reporter:
            self.reports.number(indicator_term(fact.indicator), fact, number)
        elif number is not None:
            self.others[indicator_term(fact.indicator)] = number

    def _is_of_other_version(self, fact: Fact) -> bool:
        other = None if fact.own else self.out_of_force.get(key(fact.indicator))
        return other is not None and other.excuses(fact.day)

    def _pass_over(self, fact: Fact) -> None:
        """Leave a fact aside: what its indicator was on that day, and in which unit, is not known here."""
        for at in [] if self.aside else self.places.get(key(fact.indicator), ()):
            line = self.project.indicators[at]
            self.diagnostics.add(to_be_told_anew(fact, line.name, self.out_of_force[key(fact.indicator)]))

    def _refuse_points(self, fact: Fact) -> None:
        if fact.has_points:
            self.diagnostics.add(messages_points.points_of_no_line(fact))

    def _take_line(self, fact: Fact, places: list[int]) -> None:
        lines = [self.project.indicators[at] for at in places]
        if len(places) > 1:
            self.diagnostics.add(messages.ambiguous_indicator(fact, lines))
        elif lines[0].formula is not None:
            self.diagnostics.add(messages.computed_and_recorded(fact, lines[0]))
        else:
            said = _said(fact) if lines[0].aim.op == "is" else fact
            bound = self.converter.judged(fact, self.converter.line(said, lines[0]))
            self._warn_of_points(fact, lines[0])
            if fact.reporter:
                self._refuse_unit_points(fact)
                self.reports.amount(places[0], fact, bound)
            elif self.units.several and lines[0].aggregated and not self.aside:
                self.diagnostics.add(messages_reporting.unit_missing(fact, lines[0]))
            else:
                self.lines[places[0]] = bound

    def _warn_of_points(self, fact: Fact, line: IndicatorPlan) -> None:
        given = [number for number in (fact.self_score, fact.review_score) if number is not None]
        for number in given:
            if number.value > line.weight:
                self.diagnostics.add(messages_points.points_above(fact, number, line.weight))

    def _refuse_unit_points(self, fact: Fact) -> None:
        if fact.has_points:
            self.diagnostics.add(messages_reporting.points_of_unit(fact))

    def _join(self) -> dict[int, Awaited]:
        """Make one fact of those of several units; tells which of them are awaited, and where."""
        joined = Aggregation(self.units, self.reports.amounts.get(MONEY, {}), self.diagnostics)
        awaited: dict[int, Awaited] = {}
        for at, said in self.reports.amounts.items():
            if at == MONEY:
                unit = YUAN if self.project.budget is None else self.project.budget.unit
                self.spent, waits = joined.money(unit)
            else:
                self.lines[at], waits = joined.line(self.project.indicators[at], said)
            if waits != Awaited():
                awaited[at] = waits
        if self.reports.truths:
            self.finished = joined.finished(self.reports.truths)
        for term, numbers in self.reports.numbers.items():
            number = joined.number(numbers)
            if number is not None:
                self.others[term] = number
        return awaited

    def _complain_of_missing(self, actuals: ProjectActuals) -> None:
        if self.project.missing != "error":
            return
        for line, fact in zip(self.project.indicators, actuals.indicators, strict=True):
            if fact is None:
                self.diagnostics.add(messages.missing_fact(line, self.project))
        if self.project.execution is not None and actuals.spent is None:
            self.diagnostics.add(messages.missing_spent(self.project))


def _said(fact: Fact) -> Fact:
    """Take a name alone for a yes."""
    if fact.value is not None or not fact.affirms:
        return fact
    return fact._replace(value=ast.Word(span=(0, 0), word="是"))


def _asked_for(project: ProjectPlan) -> dict[str, str]:
    """Terms and names of facts that are no indicators but are used in a formula or a rule."""
    formulas = [line.formula for line in project.indicators]
    asked = terms_used(*formulas) | project.asked
    return {name: name.strip("“”") for name in asked if name.startswith("“")}


def _month(project: ProjectPlan, as_of: date | None) -> int:
    """Give the month up to which is asked; the last where no day is named, or one after the year."""
    if as_of is None or (project.year is not None and as_of.year > project.year):
        return LAST_MONTH
    return as_of.month
