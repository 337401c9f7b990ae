"""Binds facts to the lines of a plan: by code or name, on a day, in the unit of the target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from perfdsl.actuals import messages_bind as messages
from perfdsl.actuals import messages_points
from perfdsl.actuals.bound import Actuals, BoundFact, Known, ProjectActuals
from perfdsl.actuals.choose_facts import choose_facts
from perfdsl.actuals.compute import compute
from perfdsl.actuals.convert import Converter
from perfdsl.actuals.fact import FINISHED, SPENT, Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scheme.did_you_mean import MOST_HINTS
from perfdsl.scheme.names import indicator_term, key, terms_used
from perfdsl.syntax import ast

if TYPE_CHECKING:
    from perfdsl.actuals.attach_notes import Notes

LAST_MONTH = 12


def bind(plan: Plan, facts: Sequence[Fact], diagnostics: Diagnostics, as_of: date | None = None) -> Actuals:
    """Give each line of the plan the fact that counts for it; what does not fit is complained of."""
    by_project = _by_project(plan, facts, diagnostics)
    bound, broken = [], set()
    for at, project in enumerate(plan.projects):
        found = Diagnostics()
        bound.append(_Binding(project, found).bind(by_project.get(at, ()), as_of))
        if found.has_errors:
            broken.add(at)
        diagnostics.extend(found)
    return Actuals(tuple(bound), as_of.isoformat() if as_of else "", frozenset(broken))


def _by_project(plan: Plan, facts: Iterable[Fact], diagnostics: Diagnostics) -> dict[int, list[Fact]]:
    places: dict[str, list[int]] = {}
    for at, project in enumerate(plan.projects):
        places.setdefault(key(project.name), []).append(at)
    # A code is one project's alone, whatever else is called so.
    places |= {key(project.code): [at] for at, project in enumerate(plan.projects) if project.code}
    found: dict[int, list[Fact]] = {}
    told: set[str] = set()
    for fact in facts:
        called = key(fact.project)
        meant = places.get(called, [])
        if len(meant) == 1:
            found.setdefault(meant[0], []).append(fact)
        elif called not in told:
            told.add(called)
            if meant:
                diagnostics.add(messages.ambiguous_project(fact))
            else:
                diagnostics.add(messages.unknown_project(fact, _for_hint(plan, diagnostics)))
    return found


def _for_hint(plan: Plan, diagnostics: Diagnostics) -> list[str]:
    """Names among which a near one is sought; none where there are complaints enough already."""
    if len(diagnostics) >= MOST_HINTS:
        return []
    return [name for project in plan.projects for name in (project.name, project.code) if name]


class _Binding:
    """Binds the facts of one project."""

    __slots__ = (
        "asked", "converter", "diagnostics", "finished", "lines", "others", "places", "project", "spent",
    )  # fmt: skip

    def __init__(self, project: ProjectPlan, diagnostics: Diagnostics) -> None:
        """Index the project's lines by name."""
        self.project, self.diagnostics = project, diagnostics
        self.converter = Converter(project, diagnostics)
        self.places: dict[str, list[int]] = {}
        for at, line in enumerate(project.indicators):
            self.places.setdefault(key(line.name), []).append(at)
        self.asked = _asked_for(project)
        self.lines: list[BoundFact | None] = [None] * len(project.indicators)
        self.others: dict[str, Known] = {}
        self.spent: BoundFact | None = None
        self.finished: bool | None = None

    def bind(self, facts: Iterable[Fact], as_of: date | None) -> ProjectActuals:
        """Give the facts of the project that count on a day, computed ones included."""
        told, notes = self._told(facts)
        chosen = choose_facts(told, as_of, self.diagnostics)
        for fact in chosen:
            self._take(fact)
        counted = {id(fact) for fact in chosen}
        self._check([fact for fact in told if id(fact) not in counted])
        actuals = ProjectActuals(
            indicators=tuple(self.lines),
            spent=self.spent,
            finished=self.finished,
            others=self.others,
            month=_month(self.project, as_of),
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
            aside = _Binding(self.project, self.diagnostics)
            for fact in others:
                aside._take(fact)

    def _take(self, fact: Fact) -> None:
        name = key(fact.indicator)
        if fact.own == SPENT:
            self.spent = self.converter.judged(fact, self.converter.money(fact))
        elif fact.own == FINISHED:
            self._refuse_points(fact)
            self.finished = self.converter.truth(_said(fact))
        elif name in self.places:
            self._take_line(fact, self.places[name])
        elif indicator_term(fact.indicator) in self.asked:
            self._refuse_points(fact)
            number = self.converter.number(_said(fact))
            if number is not None:
                self.others[indicator_term(fact.indicator)] = number
        else:
            known = [*(line.name for line in self.project.indicators), *sorted(self.asked.values())]
            full = len(self.diagnostics) >= MOST_HINTS
            self.diagnostics.add(messages.unknown_indicator(fact, self.project, [] if full else known))

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
            self.lines[places[0]] = self.converter.judged(fact, self.converter.line(said, lines[0]))

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
