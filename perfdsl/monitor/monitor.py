"""Monitors all projects on a day: money and goals together, lights, forecasts, and what to act on first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.actuals.fact import Fact
from perfdsl.actuals.from_sheet import facts_in_sheets
from perfdsl.diagnostic import Diagnostics
from perfdsl.monitor import messages
from perfdsl.monitor.count_months import months_over
from perfdsl.monitor.gather_history import NOTHING, Gathered, gather
from perfdsl.monitor.monitor_department import lines_of_departments, monitor_departments
from perfdsl.monitor.monitor_project import monitor_project
from perfdsl.monitor.monitored import Monitored, MonitoredProject, RequiredAction
from perfdsl.monitor.rank_urgent import rank_urgent
from perfdsl.monitor.watch import Watch, watch_on
from perfdsl.plan.plan import Plan
from perfdsl.scheme.messages_monitoring import unknown_monitoring
from perfdsl.scheme.monitoring import MonitoringScheme
from perfdsl.scheme.names import key, project_keys
from perfdsl.scheme.scheme import ProjectScheme, Scheme
from perfdsl.scorecard import ProjectScore, Scorecard


class _Watched(NamedTuple):
    """A project to be monitored: its place in the plan, its scheme, its score, and by which bands."""

    at: int
    scheme: ProjectScheme
    score: ProjectScore
    watch: Watch


def monitor(  # noqa: PLR0913, PLR0917 — each is a noun of the story
    scheme: Scheme,
    plan: Plan,
    facts: Sequence[Fact],
    scorecard: Scorecard,
    day: date,
    diagnostics: Diagnostics,
    bands: str = "",
    actions: Sequence[RequiredAction] = (),
) -> Monitored | None:
    """Hold the projects of a scorecard, scored as of a day, against what is due on it.

    ``facts``: those given besides the 实绩 of the sheets, as for scoring; what is dated after the day, or not
    dated, does not count. ``bands``: a monitoring scheme in place of those that rubrics name (P1210 where
    there is none of that name). A project whose rubric names none is warned of (P1211) and left out. None
    where no project is left. Time is linear in the facts.
    """
    chosen = _chosen(scheme, bands, diagnostics)
    if bands and chosen is None:
        return None
    watched = _watched(scheme, plan, scorecard, day, chosen, diagnostics)
    if not watched:
        return None
    gathered = gather(plan, [*facts_in_sheets(scheme), *facts], day)
    projects = _projects(plan, watched, gathered, actions)
    watches = [each.watch for each in watched]
    lines = lines_of_departments(scheme, plan, scorecard, gathered, day, chosen)
    departments = tuple(monitor_departments(scheme.departments, projects, watches, lines))
    years = tuple(sorted({watch.year for watch in watches}))
    return Monitored(
        day=day,
        month=months_over(day, years[0] if len(years) == 1 else None),
        scheme="、".join(dict.fromkeys(watch.scheme.name for watch in watches)),
        projects=tuple(projects),
        departments=departments,
        ranked=rank_urgent(projects, watches, departments),
        actions=tuple(actions),
        years=years,
    )


def _projects(
    plan: Plan, watched: Sequence[_Watched], gathered: Gathered, actions: Sequence[RequiredAction]
) -> list[MonitoredProject]:
    required = _by_project(watched, actions)
    return [
        monitor_project(
            each.scheme,
            plan.projects[each.at],
            each.score,
            gathered.projects.get(each.at, NOTHING),
            each.watch,
            required[place],
        )
        for place, each in enumerate(watched)
    ]


def _chosen(scheme: Scheme, bands: str, diagnostics: Diagnostics) -> MonitoringScheme | None:
    if not bands:
        return None
    found = scheme.monitorings.get(key(bands))
    if found is None:
        names = [each.name for each in scheme.monitorings.values()]
        diagnostics.add(unknown_monitoring(None, bands, names))
    return found


def _watched(  # noqa: PLR0913, PLR0917 — as above
    scheme: Scheme,
    plan: Plan,
    scorecard: Scorecard,
    day: date,
    chosen: MonitoringScheme | None,
    diagnostics: Diagnostics,
) -> list[_Watched]:
    """Pair each scored project with its plan and its scheme; they are one where they stand in one place."""
    schemes = {each.place: each for each in scheme.projects}
    planned = {each.place: at for at, each in enumerate(plan.projects)}
    found: list[_Watched] = []
    without: list[ProjectScheme] = []
    for score in scorecard.projects:
        project, at = schemes.get(score.place), planned.get(score.place)
        if project is None or at is None:
            continue
        own = project.rubric.monitoring if project.rubric else None
        bands = chosen or own
        if bands is None:
            without.append(project)
        else:
            found.append(_Watched(at, project, score, watch_on(bands, day, project.year)))
    for project in without:
        known = [each.name for each in scheme.monitorings.values()]
        diagnostics.add(messages.without_bands(project, known))
    return found


def _by_project(watched: Sequence[_Watched], actions: Sequence[RequiredAction]) -> list[list[RequiredAction]]:
    places: Mapping[str, int] = {
        name: at for at, each in enumerate(watched) for name in project_keys(each.scheme)
    }
    found: list[list[RequiredAction]] = [[] for _ in watched]
    for action in actions:
        at = places.get(key(action.project))
        if at is not None:
            found[at].append(action)
    return found
