"""From a sheet with amendments (调整) to the sheet that is in force on a day: a tree from a tree."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_amendment as messages
from perfdsl.scheme.names import key
from perfdsl.scheme.version import Amended, Version, day_of
from perfdsl.source import Place, Source
from perfdsl.syntax import ast

MOST_AMENDMENTS = 60
"""Amendments of one project that are read: each makes a sheet of its own to be checked."""


def read_amendments(source: Source, module: ast.Module, diagnostics: Diagnostics) -> Mapping[int, Amended]:
    """Give the versions of each project that is amended, by the id of its node as written.

    Projects that are not in the file are for ``check_strays`` to complain of.
    """
    if not any(isinstance(item, ast.Amendment) for item in module.items):
        return {}
    projects = Projects(module.items)
    of_project: dict[int, list[ast.Amendment]] = {}
    for item in module.items:
        if not isinstance(item, ast.Amendment):
            continue
        check_block(source, item, diagnostics)
        meant = projects.called(item.project)
        if len(meant) == 1:
            of_project.setdefault(id(meant[0]), []).append(item)
        elif meant:
            places = [source.place(project.name_span) for project in meant]
            place = source.place(item.project_span)
            diagnostics.add(messages.one_of_several(place, item.project, places))
    return {
        id(project): _versions(source, project, of_project[id(project)], diagnostics)
        for project in module.items
        if isinstance(project, ast.Project) and id(project) in of_project
    }


def check_block(source: Source, node: ast.Amendment, diagnostics: Diagnostics) -> None:
    """Complain of an amendment without a day, or without just one document."""
    place = source.place(node.project_span)
    cites = [part for part in node.parts if isinstance(part, ast.Cite)]
    if node.date is None:
        diagnostics.add(messages.no_date(place, node))
    if not cites:
        diagnostics.add(messages.no_citation(place, node))
    for again in cites[1:]:
        diagnostics.add(messages.two_citations(source.place(again.span), source.place(cites[0].span)))


def check_strays(
    strays: Sequence[tuple[str, Place]],
    projects: Sequence[tuple[str, str, str, Place]],
    diagnostics: Diagnostics,
) -> None:
    """Complain of amendments whose project is not in their file, by what all the files hold.

    ``projects``: code, name, department and place of each.
    """
    if not strays:
        return
    where: dict[str, Place] = {}
    for code, name, _, place in projects:
        where.setdefault(key(name), place)
        if code:
            where.setdefault(key(code), place)
    for name, place in strays:
        known = [each[1] for each in projects if each[3].file == place.file]
        diagnostics.add(messages.unknown_project(place, name, known, where.get(key(name))))


def find_strays(written: Sequence[tuple[Source, ast.Item]]) -> list[tuple[str, Place]]:
    """Give the amendments whose project is not in their file: what they call it, and where."""
    if not any(isinstance(item, ast.Amendment) for _, item in written):
        return []
    by_source: dict[int, list[ast.Item]] = {}
    for source, item in written:
        by_source.setdefault(id(source), []).append(item)
    known = {at: Projects(items) for at, items in by_source.items()}
    return [
        (item.project, source.place(item.project_span))
        for source, item in written
        if isinstance(item, ast.Amendment) and not known[id(source)].called(item.project)
    ]


class Projects:
    """The projects of one file, by what amendments may call them."""

    __slots__ = ("_by_code", "_by_name")

    def __init__(self, items: Sequence[ast.Item]) -> None:
        """Index them."""
        self._by_code: dict[str, list[ast.Project]] = {}
        self._by_name: dict[str, list[ast.Project]] = {}
        for item in items:
            if isinstance(item, ast.Project):
                self._by_name.setdefault(key(item.name), []).append(item)
                codes = [part.text for part in item.parts if isinstance(part, ast.Code)]
                for code in codes[:1]:
                    self._by_code.setdefault(key(code), []).append(item)

    def called(self, name: str) -> list[ast.Project]:
        """Give the projects that may be meant: that of a code, or else those of a name."""
        return self._by_code.get(key(name)) or self._by_name.get(key(name), [])


def _versions(
    source: Source, project: ast.Project, amendments: Sequence[ast.Amendment], diagnostics: Diagnostics
) -> Amended:
    from perfdsl.scheme.apply_amendment import Draft, days_of

    if len(amendments) > MOST_AMENDMENTS:
        place = source.place(amendments[MOST_AMENDMENTS].project_span)
        diagnostics.add(messages.too_many(place, project.name, MOST_AMENDMENTS))
    dated = [(day_of(each.date), each) for each in amendments[:MOST_AMENDMENTS] if each.date is not None]
    _check_year(source, project, dated, diagnostics)
    draft, versions = Draft(source, project, diagnostics), [Version(project)]
    for day, together in days_of(dated):
        for amendment in together:
            draft.apply(amendment, day)
        versions.append(draft.version(day))
    return Amended(tuple(versions), tuple(amendments))


def _check_year(
    source: Source,
    project: ast.Project,
    dated: Sequence[tuple[date, ast.Amendment]],
    diagnostics: Diagnostics,
) -> None:
    written = next((part for part in project.parts if isinstance(part, ast.Year)), None)
    if written is None:
        return
    for day, node in dated:
        if day.year != written.year and node.date is not None:
            places = source.place(node.date.span), source.place(written.span)
            diagnostics.add(messages.outside_year(places[0], day, written.year, places[1]))
