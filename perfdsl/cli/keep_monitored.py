"""Keeps some projects of what was monitored, and of departments and lists what is about these."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from perfdsl.monitor.monitored import Monitored, MonitoredProject, Urgent, UrgentOwn
from perfdsl.scheme.names import key, project_keys


def keep_monitored(monitored: Monitored, is_wanted: Callable[[MonitoredProject], bool]) -> Monitored:
    """Keep the wanted projects; a department is left out, for its light and money are those of all of its."""
    kept = [at for at, project in enumerate(monitored.projects) if is_wanted(project)]
    places = {old: new for new, old in enumerate(kept)}
    names = {name for at in kept for name in project_keys(monitored.projects[at].score)}
    housed = [at for at, each in enumerate(monitored.departments) if set(each.projects) <= places.keys()]
    houses = {old: new for new, old in enumerate(housed)}
    whole = [monitored.departments[at] for at in housed]
    return monitored._replace(
        projects=tuple(monitored.projects[at] for at in kept),
        departments=tuple(
            each._replace(projects=tuple(places[at] for at in each.projects)) for each in whole
        ),
        ranked=tuple(_ranked(monitored, places, houses)),
        actions=tuple(action for action in monitored.actions if key(action.project) in names),
    )


def _ranked(
    monitored: Monitored, places: Mapping[int, int], houses: Mapping[int, int]
) -> Iterator[Urgent | UrgentOwn]:
    for each in monitored.ranked:
        if isinstance(each, Urgent):
            if each.project in places:
                yield each._replace(project=places[each.project])
        elif each.department in houses:
            yield each._replace(department=houses[each.department])
