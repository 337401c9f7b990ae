"""Holds facts against the sheets before they are recorded, so that nothing unreadable ever is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from perfdsl.actuals.fact import Fact
from perfdsl.actuals.messages_bind import other_year
from perfdsl.cli.messages_record import in_other_journal
from perfdsl.cli.sheet_names import SheetNames
from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare
from perfdsl.plan.plan import Plan
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import Scheme
from perfdsl.source import CellPlace, Source
from perfdsl.syntax.ast import DateLiteral, Number
from perfdsl.workspace import Workspace, read_facts


def check_facts(
    workspace: Workspace, facts: Sequence[Fact], diagnostics: Diagnostics, journals: Sequence[Source] = ()
) -> list[Fact]:
    """Complain of every fact that the sheets cannot read; give the facts with the sheets' own names in them.

    Facts that stand elsewhere in the workspace are bound too: a fact of the same day as one of them could
    not be told from it later. ``journals``: those of the workspace besides the one that is written in, whose
    numbers do not go on in it.
    """
    if diagnostics.has_errors or not facts:
        return list(facts)
    found = Diagnostics()
    scheme, plan = prepare([*workspace.sources, *journals], found, shipped, Request())
    if not scheme.projects and not found.has_errors:
        from perfdsl import messages_files

        diagnostics.add(messages_files.none_selected("", []))
    plan = plan._replace(projects=tuple(each._replace(missing="pending") for each in plan.projects))
    _tell_broken_sheets(scheme, plan, facts, found, diagnostics)
    others = read_facts(workspace.tables, Diagnostics())
    bound = Diagnostics()
    _bind(scheme, plan, [*others, *facts], facts, bound)
    elsewhere = {each.name for each in journals}
    for each in bound:
        diagnostics.add(in_other_journal(each, elsewhere) if each.code == "P0642" else each)
    diagnostics.omitted += bound.omitted
    foreseen = [_foreseen(fact) for fact in facts if fact.foreseen is not None]
    if foreseen and not diagnostics.has_errors:
        _bind(scheme._replace(actuals=()), plan, foreseen, foreseen, diagnostics)
    named = SheetNames(plan.projects)
    for fact in facts:
        project = named.project(fact)
        year = None if project is None else project.year
        if year is not None and fact.day is not None and not year <= fact.day.year <= year + 1:
            diagnostics.add(other_year(fact, fact.day.year, year))
    return [named.called(fact) for fact in facts]


def _bind(
    scheme: Scheme, plan: Plan, told: Sequence[Fact], own: Iterable[Fact], diagnostics: Diagnostics
) -> None:
    """Bind facts, and complain of what concerns our own."""
    bound = Diagnostics()
    bind_facts(scheme, plan, told, bound, Request())
    places = {place for fact in own for place in (fact.place, fact.project_place, fact.indicator_place)}
    for diagnostic in bound:
        if any(label.place in places for label in diagnostic.labels):
            diagnostics.add(diagnostic)
    diagnostics.omitted += bound.omitted


def _foreseen(fact: Fact) -> Fact:
    """Take what is expected by the end of the year for an actual: it must be readable as one."""
    place = fact.place
    if isinstance(place, CellPlace) and isinstance(fact.foreseen, Number | DateLiteral):
        place = place._replace(column="--forecast", text=fact.foreseen.text, line=fact.foreseen.text)
    return fact._replace(value=fact.foreseen, place=place)


def _tell_broken_sheets(
    scheme: Scheme, plan: Plan, facts: Iterable[Fact], found: Diagnostics, diagnostics: Diagnostics
) -> None:
    """Tell the errors of the sheets where they stand in the way of a fact."""
    planned = SheetNames(plan.projects)
    unplanned = {key(name) for project in scheme.projects for name in (project.name, project.code)}
    stuck = [fact for fact in facts if planned.project(fact) is None and key(fact.project) in unplanned]
    if stuck or (found.has_errors and not plan.projects):
        errors: list[Diagnostic] = [each for each in found if each.severity == "error"]
        for each in errors:
            diagnostics.add(each)
