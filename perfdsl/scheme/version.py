"""A project as its sheet and its amendments make it: how it stood from which day, and what changed it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from perfdsl.scheme.names import group_key, key
from perfdsl.syntax import ast

Thing = tuple[str, ...]
"""What an amendment can change: ``("budget",)``, or an indicator by the keys of its groups and its name."""


class Stem(NamedTuple):
    """Where a part or an indicator stems from: the amendment that wrote it, and what it took the place of.

    ``now``: the indicator as the amendment left it.
    """

    amendment: ast.Amendment
    was: ast.Part | ast.Indicator | None = None
    now: ast.Indicator | None = None


class Version(NamedTuple):
    """A project from one day on. ``since``: None for how it was first written.

    ``stems``: id of a part or an indicator of ``node`` → its amendment. ``dropped``: indicators that are
    taken out by then → the amendment that did it.
    """

    node: ast.Project
    since: date | None = None
    stems: Mapping[int, Stem] = {}
    dropped: Mapping[Thing, ast.Amendment] = {}


class Amended(NamedTuple):
    """A project with all its versions, from the first on; their days rise."""

    versions: tuple[Version, ...]
    amendments: tuple[ast.Amendment, ...] = ()

    @property
    def written(self) -> ast.Project:
        """The project as it was first written."""
        return self.versions[0].node

    def on(self, as_of: date | None) -> Version:
        """Give the version that is in force on a day; the last one where no day is named."""
        found = [each for each in self.versions if each.since is None or as_of is None or each.since <= as_of]
        return found[-1]

    def until(self, version: Version) -> tuple[Version, ...]:
        """Give the versions up to one of them, that one included."""
        at = next(at for at, each in enumerate(self.versions) if each is version)
        return self.versions[: at + 1]


def thing_of(path: tuple[str, ...], name: str) -> Thing:
    """Give what stands for an indicator: 产出 and 产出指标 are one group."""
    return (*map(group_key, path), key(name))


def day_of(literal: ast.DateLiteral) -> date:
    """Give a day of a text as a date."""
    return date(literal.year, literal.month, literal.day)
