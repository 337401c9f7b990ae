"""Which projects are sound although something else in the texts is not."""

from __future__ import annotations

from dataclasses import replace

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.scheme import messages_weights as messages
from perfdsl.scheme.scheme import ProjectScheme, Scheme
from perfdsl.source import Source, TextPlace

Extent = tuple[Source, int, int]


def complain_of_rubrics(scheme: Scheme, diagnostics: Diagnostics) -> None:
    """Complain of projects that name no rubric: they can be checked but not scored."""
    known = {id(place.source) for d in diagnostics if d.code == "P0201" for place in _places(d)}
    for project in scheme.projects:
        if project.rubric is None and id(project.source) not in known:
            diagnostics.add(messages.no_rubric(project.place, project.name))


def keep_sound(scheme: Scheme, diagnostics: Diagnostics) -> Scheme:
    """Leave out every project that an error points into, or whose rubric's text has an error outside all projects."""
    errors = [place for d in diagnostics if d.severity == "error" for place in _places(d)]
    extents = _extents(scheme)
    outside = {
        id(place.source) for place in errors if not any(_holds(extent, place) for extent in extents.values())
    }
    sound = [
        project
        for project in scheme.projects
        if not any(_holds(extents[id(project.node)], place) for place in errors)
        and project.rubric is not None
        and not (isinstance(project.rubric.place, TextPlace) and id(project.rubric.place.source) in outside)
    ]
    return replace(scheme, projects=tuple(sound))


def _places(diagnostic: Diagnostic) -> list[TextPlace]:
    return [label.place for label in diagnostic.labels if isinstance(label.place, TextPlace)]


def _holds(extent: Extent, place: TextPlace) -> bool:
    source, start, end = extent
    return place.source is source and start <= place.start < end


def _extents(scheme: Scheme) -> dict[int, Extent]:
    """Give each project the text from its first line to that of the next project of its source."""
    by_source: dict[int, list[ProjectScheme]] = {}
    for project in scheme.projects:
        by_source.setdefault(id(project.source), []).append(project)
    found: dict[int, Extent] = {}
    for projects in by_source.values():
        source = projects[0].source
        starts = [project.node.span[0] for project in projects] + [len(source.text) + 1]
        for project, end in zip(projects, starts[1:], strict=True):
            found[id(project.node)] = (source, project.node.span[0], end)
    return found
