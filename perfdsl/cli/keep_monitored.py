"""Keeps some projects of what was monitored, and of departments and lists what is about these."""

from __future__ import annotations

from collections.abc import Callable

from perfdsl.monitor.monitored import Monitored, MonitoredProject
from perfdsl.scheme.names import key, project_keys


def keep_monitored(monitored: Monitored, is_wanted: Callable[[MonitoredProject], bool]) -> Monitored:
    """Keep the wanted projects; a department is left out, for its light and money are those of all of its."""
    kept = [at for at, project in enumerate(monitored.projects) if is_wanted(project)]
    places = {old: new for new, old in enumerate(kept)}
    names = {name for at in kept for name in project_keys(monitored.projects[at].score)}
    whole = [each for each in monitored.departments if set(each.projects) <= places.keys()]
    return monitored._replace(
        projects=tuple(monitored.projects[at] for at in kept),
        departments=tuple(
            each._replace(projects=tuple(places[at] for at in each.projects)) for each in whole
        ),
        urgent=tuple(
            each._replace(project=places[each.project]) for each in monitored.urgent if each.project in places
        ),
        actions=tuple(action for action in monitored.actions if key(action.project) in names),
    )
