"""Binds facts to the lines of a plan: by code or name, on a day, in the unit of the target."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from perfdsl.actuals import messages_bind as messages
from perfdsl.actuals.bound import Actuals, BoundFact, Known, ProjectActuals
from perfdsl.actuals.choose_facts import choose_facts
from perfdsl.actuals.compute import compute
from perfdsl.actuals.convert import Converter, number_of
from perfdsl.actuals.fact import FINISHED, SPENT, Fact
from perfdsl.diagnostic import Diagnostics
from perfdsl.plan.plan import Plan, ProjectPlan
from perfdsl.scheme.check_cycles import names_used
from perfdsl.scheme.names import EXECUTION, group_key, key
from perfdsl.syntax.keywords import names_in


def bind(
    plan: Plan, facts: Sequence[Fact], diagnostics: Diagnostics, as_of: date | None = None
) -> Actuals:
    """Give each line of the plan the fact that counts for it; what does not fit is complained of."""
    by_project = _by_project(plan, facts, diagnostics)
    bound, broken = [], set()
    for at, project in enumerate(plan.projects):
        found = Diagnostics()
        bound.append(_bind_project(project, by_project.get(at, ()), as_of, found))
        if found.has_errors:
            broken.add(at)
        diagnostics.extend(found)
    return Actuals(tuple(bound), as_of.isoformat() if as_of else "", frozenset(broken))


def _by_project(plan: Plan, facts: Iterable[Fact], diagnostics: Diagnostics) -> dict[int, list[Fact]]:
    codes = {key(project.code): at for at, project in enumerate(plan.projects) if project.code}
    names: dict[str, list[int]] = {}
    for at, project in enumerate(plan.projects):
        names.setdefault(key(project.name), []).append(at)
    found: dict[int, list[Fact]] = {}
    told: set[str] = set()
    for fact in facts:
        called = key(fact.project)
        at = codes.get(called)
        places = [at] if at is not None else names.get(called, [])
        if len(places) == 1:
            found.setdefault(places[0], []).append(fact)
        elif called not in told:
            told.add(called)
            if places:
                diagnostics.add(messages.ambiguous_project(fact))
            else:
                diagnostics.add(messages.unknown_project(fact, [p.name for p in plan.projects] + list(codes)))
    return found


def _bind_project(
    project: ProjectPlan, facts: Iterable[Fact], as_of: date | None, diagnostics: Diagnostics
) -> ProjectActuals:
    chosen = choose_facts(facts, as_of, diagnostics)
    lines: dict[str, list[int]] = {}
    for at, line in enumerate(project.indicators):
        lines.setdefault(key(line.name), []).append(at)
    asked = _asked_for(project)
    converter = Converter(project, diagnostics)
    indicators: list[BoundFact | None] = [None] * len(project.indicators)
    others: dict[str, Known] = {}
    own: dict[str, Fact] = {}
    for fact in chosen:
        name = key(fact.indicator)
        if fact.own:
            own[fact.own] = fact
        elif name in lines:
            _bind_line(project, lines[name], fact, converter, indicators, diagnostics)
        elif name in asked:
            number = number_of(fact, project, diagnostics)
            if number is not None:
                others[name] = number
        else:
            diagnostics.add(messages.unknown_indicator(fact, project, sorted(asked)))
    spent = converter.money(own[SPENT]) if SPENT in own else None
    finished = converter.truth(own[FINISHED]) if FINISHED in own else None
    actuals = ProjectActuals(tuple(indicators), spent, finished, others)
    actuals = compute(project, actuals, diagnostics)
    _complain_of_missing(project, actuals, diagnostics)
    return actuals


def _bind_line(
    project: ProjectPlan,
    places: list[int],
    fact: Fact,
    converter: Converter,
    indicators: list[BoundFact | None],
    diagnostics: Diagnostics,
) -> None:
    if len(places) > 1:
        diagnostics.add(messages.ambiguous_indicator(fact, [project.indicators[at] for at in places]))
        return
    line = project.indicators[places[0]]
    if line.formula is not None:
        diagnostics.add(messages.computed_and_recorded(fact, line))
        return
    indicators[places[0]] = converter.line(fact, line)


def _asked_for(project: ProjectPlan) -> set[str]:
    """Keys of facts that are no indicators but are used in a formula or a method."""
    asked: set[str] = set()
    for line in project.indicators:
        if line.formula is not None:
            asked |= names_used(line.formula)
        if line.method.refusal and line.method.call is not None:
            for case in line.method.call.method.cases:
                asked |= names_used(case.result)
                asked |= set() if case.condition is None else names_used(case.condition)
    words = names_in("scope")
    return {name for name in asked if name not in words and group_key(name) != EXECUTION}


def _complain_of_missing(project: ProjectPlan, actuals: ProjectActuals, diagnostics: Diagnostics) -> None:
    if project.missing != "error":
        return
    for line, fact in zip(project.indicators, actuals.indicators, strict=True):
        if fact is None:
            diagnostics.add(messages.missing_fact(line, project))
