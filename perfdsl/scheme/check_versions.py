"""A project in each of its versions: what is wrong with any, told once, and from which amendment on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.diagnostic import Diagnostic, Diagnostics
from perfdsl.scheme import messages_amendment as messages
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.scheme.tell_amended import tell_amended
from perfdsl.scheme.version import Amended, Version, day_of
from perfdsl.source import Source, TextPlace
from perfdsl.syntax import ast

Read = Callable[[Version, Diagnostics], ProjectScheme]
"""Gives the scheme of a version; what is wrong with it is added to the diagnostics."""


class Found(NamedTuple):
    """A version, its scheme, and the complaints about it."""

    version: Version
    project: ProjectScheme
    told: Diagnostics


def check_versions(
    read: Read, history: Amended, as_of: date | None, diagnostics: Diagnostics, *, every: bool
) -> ProjectScheme:
    """Give the scheme of the version in force; complaints about it are told, or about every version.

    Of a complaint that an amendment brought about, the place of the amendment is shown too.
    """
    wanted = history.on(as_of)
    found = _read(read, wanted)
    project = tell_amended(found.project, wanted, history)
    if not every and not len(found.told):
        return project
    upto = history.versions if every else history.until(wanted)
    versions = [found if each is wanted else _read(read, each) for each in upto]
    about = frozenset(found.told)
    for told, said in _told_once(versions, found.project.source, history.amendments):
        if every or told in about:
            diagnostics.add(said)
    diagnostics.omitted += max(version.told.omitted for version in versions)
    return project


def _read(read: Read, version: Version) -> Found:
    told = Diagnostics()
    project = read(version, told)
    return Found(version, project, told)


def _told_once(
    versions: Sequence[Found], source: Source, amendments: Sequence[ast.Amendment]
) -> list[tuple[Diagnostic, Diagnostic]]:
    """Pair each complaint with how it is told: since which amendment it holds, and until which."""
    known = [frozenset(version.told) for version in versions]
    last = len(versions) - 1
    pairs = {}
    for at, version in enumerate(versions):
        for each in version.told:
            if each in pairs and each in known[at - 1]:
                continue
            end = next((later for later in range(at + 1, last + 1) if each not in known[later]), None)
            said = _since(each, version.version, source, amendments)
            mended = None if end is None else versions[end].version.since
            pairs[each] = said if mended is None else messages.until(said, mended)
    return list(pairs.items())


def _since(
    told: Diagnostic, version: Version, source: Source, amendments: Sequence[ast.Amendment]
) -> Diagnostic:
    """Show the amendment of a version, unless the complaint lies in one already."""
    of_day = [each for each in amendments if each.date is not None and day_of(each.date) == version.since]
    places = [label.place for label in told.labels if isinstance(label.place, TextPlace)]
    if version.since is None or any(_is_in(place, each) for place in places for each in of_day):
        return told
    return messages.seen_from(told, source.place(of_day[0].project_span), version.since)


def _is_in(place: TextPlace, node: ast.Node) -> bool:
    return node.span[0] <= place.start < node.span[1]
