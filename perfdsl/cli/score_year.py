"""Scores a year with all its stages, as ``eval`` does, monitors it on a day, and scores earlier years."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from perfdsl import messages_files as messages
from perfdsl.actuals.fact import Fact
from perfdsl.actuals.from_sheet import facts_in_sheets
from perfdsl.annual.year import Year
from perfdsl.cli.choose_projects import choose_projects
from perfdsl.cli.keep_monitored import keep_monitored
from perfdsl.cli.progress import progress_line
from perfdsl.diagnostic import Diagnostics
from perfdsl.library import shipped
from perfdsl.pipeline import Request, bind_facts, prepare, score_bound
from perfdsl.scheme.names import key
from perfdsl.scheme.scheme import Scheme
from perfdsl.scorecard import ProjectScore, Scorecard
from perfdsl.workspace import Workspace, open_workspace, read_facts

if TYPE_CHECKING:
    from perfdsl.cli.write_report import Asked
    from perfdsl.monitor.monitored import Monitored


def score_year(asked: Asked, day: date | None, workspace: Workspace, diagnostics: Diagnostics) -> Year | None:
    """Score what the workspace holds; None where an error stands in the way, or no project is left."""
    request = Request(asked.rubric, day, keep_going=asked.keep_going, bands=asked.bands)
    year = _score(workspace, request, diagnostics)
    if year is None:
        return None
    is_wanted = choose_projects(asked.projects, year.scheme.projects, diagnostics)
    is_member = _choose_departments(asked.departments, year.scheme, diagnostics)
    if diagnostics.has_errors and not asked.keep_going:
        return None
    wanted = [is_wanted(each) and is_member(each) for each in year.scorecard.projects]
    if not any(wanted):
        return None
    earlier = [_earlier(path, asked, diagnostics) for path in asked.against]
    if diagnostics.has_errors and not asked.keep_going:
        return None
    given = year.facts[len(facts_in_sheets(year.scheme)) :]
    monitored = _monitor(year, given, asked.bands, diagnostics)
    if diagnostics.has_errors and not asked.keep_going:
        return None
    year = year._replace(monitored=monitored, earlier=[each for each in earlier if each is not None])
    return year if all(wanted) else _keep(year, wanted)


def _score(workspace: Workspace, request: Request, diagnostics: Diagnostics) -> Year | None:
    """Score, with every stage kept; None where ``eval`` would give no score either."""
    with progress_line() as progress:
        scheme, plan = prepare(workspace.sources, diagnostics, shipped, request, progress)
    given = read_facts(workspace.tables, diagnostics)
    actuals = bind_facts(scheme, plan, given, diagnostics, request)
    scorecard = score_bound(scheme, plan, actuals, diagnostics, request)
    if scorecard is None:
        return None
    if not scorecard.projects and not diagnostics.has_errors:
        diagnostics.add(messages.none_selected("", []))
    facts = [*facts_in_sheets(scheme), *given]
    return Year(scheme, plan, actuals, scorecard, facts, request.as_of)


def _earlier(path: str, asked: Asked, diagnostics: Diagnostics) -> tuple[str, Scorecard] | None:
    """Score an earlier year under the rubrics of its own sheets; it is named by the year they say."""
    workspace = open_workspace([path], (), diagnostics)
    if not workspace.sources:
        return None
    year = _score(workspace, Request(asked.rubric, keep_going=asked.keep_going), diagnostics)
    if year is None:
        return None
    years = sorted({project.year for project in year.scheme.projects if project.year is not None})
    return "、".join(map(str, years)) or path, year.scorecard


def _monitor(year: Year, given: Sequence[Fact], bands: str, diagnostics: Diagnostics) -> Monitored | None:
    """Monitor on the day up to which facts count, else on that of the last one; None without bands."""
    from perfdsl.monitor.list_actions import list_actions
    from perfdsl.monitor.monitor import monitor

    rubrics = [project.rubric for project in year.scheme.projects]
    if not bands and all(rubric is None or rubric.monitoring is None for rubric in rubrics):
        return None
    day = year.as_of or max((fact.day for fact in year.facts if fact.day is not None), default=None)
    if day is None:
        return None
    actions = list_actions(year.scheme, day, diagnostics)
    return monitor(year.scheme, year.plan, given, year.scorecard, day, diagnostics, bands, actions)


def _choose_departments(
    wanted: Sequence[str], scheme: Scheme, diagnostics: Diagnostics
) -> Callable[[ProjectScore], bool]:
    """Tell whether a project belongs to a wanted department, named by code or name."""
    names = {key(each): {key(each)} for each in wanted}
    for department in scheme.departments:
        for alias in (department.code, department.name):
            if alias and key(alias) in names:
                names[key(alias)] |= {key(department.code), key(department.name)} - {""}
    held = {key(project.department) for project in scheme.projects}
    for each in wanted:
        if not names[key(each)] & held:
            diagnostics.add(messages.none_selected(each, [d.name for d in scheme.departments]))
    chosen = {name for aliases in names.values() for name in aliases}
    return lambda project: not wanted or key(project.department) in chosen


def _keep(year: Year, wanted: Sequence[bool]) -> Year:
    """Keep some projects; a department of which not all are kept has no score of its own here."""
    card = year.scorecard
    places = {old: new for new, old in enumerate(at for at, keep in enumerate(wanted) if keep)}
    departments = [
        each._replace(members=tuple(places[member] for member in each.members))
        for each in card.departments
        if each.members and all(member in places for member in each.members)
    ]
    kept = tuple(card.projects[at] for at in places)
    stand = {score.place for score in kept}
    monitored = year.monitored
    if monitored is not None:
        monitored = keep_monitored(monitored, lambda each: each.score.place in stand)
    return year._replace(
        scorecard=card._replace(projects=kept, departments=tuple(departments)),
        monitored=monitored,
        whole=card,
    )
