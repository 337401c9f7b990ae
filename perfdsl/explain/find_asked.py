"""Finds the project, and perhaps its line, that a person names: ``代表之家/活动的次数``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.engines.exact.score_execution import NAME
from perfdsl.explain import messages
from perfdsl.scheme.names import key, project_keys, scope_word
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scorecard import EXECUTION_RATE

EXECUTION = -1
"""Index of the execution rate, which is no indicator of a sheet."""


class Asked(NamedTuple):
    """A project, and the index of one of its indicators (``EXECUTION``: its execution rate; None: all)."""

    project: ProjectScheme
    indicator: int | None = None


class _Reading(NamedTuple):
    """One way to read what was asked: a whole name, or a name before and one after a stroke."""

    project: str
    indicator: str | None


Found = tuple[tuple[int, int], Asked]
"""How far a reading is from whole names (0 or 1, of the project and of the line), and what it means."""


def find_asked(asked: str, projects: Sequence[ProjectScheme], diagnostics: Diagnostics) -> Asked | None:
    """Give what is meant: whole names or codes before parts of names; None after a complaint."""
    found = [each for reading in _readings(asked) for each in _found(reading, projects)]
    best = min((distance for distance, _ in found), default=None)
    meant = [each for distance, each in found if distance == best]
    if len(meant) == 1:
        return meant[0]
    if meant:
        diagnostics.add(_ambiguous(asked, meant))
    else:
        _complain(asked, projects, diagnostics)
    return None


def _readings(asked: str) -> Iterator[_Reading]:
    """Read what was asked as a project, or as a project and a line at each stroke; names may have strokes."""
    yield _Reading(asked, None)
    plain = asked.replace("／", "/")
    for at, mark in enumerate(plain):
        if mark == "/" and asked[:at].strip() and asked[at + 1 :].strip():
            yield _Reading(asked[:at], asked[at + 1 :])


def _found(reading: _Reading, projects: Sequence[ProjectScheme]) -> Iterator[Found]:
    for distance, project in _projects(reading.project, projects):
        if reading.indicator is None:
            yield (distance, 0), Asked(project)
        else:
            for far, at in _lines(reading.indicator, project):
                yield (distance, far), Asked(project, at)


def _projects(name: str, projects: Iterable[ProjectScheme]) -> Iterator[tuple[int, ProjectScheme]]:
    wanted = key(name)
    for project in projects:
        keys = project_keys(project) - {""}
        if wanted in keys:
            yield 0, project
        elif wanted and wanted in key(project.name):
            yield 1, project


def _lines(name: str, project: ProjectScheme) -> Iterator[tuple[int, int]]:
    wanted = key(name)
    for at, each in enumerate(project.indicators):
        path = key("/".join((*each.group, each.name)))
        if wanted == key(each.name) or f"/{path}".endswith(f"/{wanted}"):
            yield 0, at
        elif wanted in key(each.name):
            yield 1, at
    scoring = project.scoring
    if scoring is not None and scoring.execution_method is not None:
        if wanted in map(key, EXECUTION_RATE) or scope_word(name) in {"execution", "spent"}:
            yield 0, EXECUTION
        elif wanted in NAME:
            yield 1, EXECUTION


def _ambiguous(asked: str, meant: list[Asked]) -> Diagnostic:
    projects = list(dict.fromkeys(id(each.project) for each in meant))
    if len(projects) > 1:
        return messages.ambiguous_project(asked, [each.project for each in meant])
    return messages.ambiguous_line(asked, meant[0].project, [name_of(each) for each in meant])


def name_of(asked: Asked) -> str:
    """Name of the line that is meant, with its group; empty where all of the project is."""
    if asked.indicator is None:
        return ""
    if asked.indicator == EXECUTION:
        return NAME
    each = asked.project.indicators[asked.indicator]
    return "/".join((*each.group, each.name))


def _complain(asked: str, projects: Sequence[ProjectScheme], diagnostics: Diagnostics) -> None:
    """Say that there is no such line in the project that is named, or no such project."""
    known = [
        (distance, project, reading.indicator)
        for reading in _readings(asked)
        if reading.indicator is not None
        for distance, project in _projects(reading.project, projects)
    ]
    if not known:
        diagnostics.add(messages.unknown_project(asked, projects))
        return
    _, project, line = min(known, key=itemgetter(0))
    names = [each.name for each in project.indicators]
    scoring = project.scoring
    if scoring is not None and scoring.execution_method is not None:
        names.append(NAME)
    diagnostics.add(messages.unknown_line(line or "", project, names))
