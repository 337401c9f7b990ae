"""The projects of a workspace, and what sheets and journals say is to be put right in each of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.cli.put_entry import Desk
from perfdsl.diagnostic import Diagnostics
from perfdsl.journal.seal_line import links
from perfdsl.library import shipped
from perfdsl.monitor.list_actions import list_actions
from perfdsl.monitor.monitored import RequiredAction
from perfdsl.pipeline import check
from perfdsl.scheme.names import key, project_keys
from perfdsl.scheme.scheme import ProjectScheme
from perfdsl.source import Source
from perfdsl.syntax.keywords import tables

_ACTION = re.compile(rf"^(?:{'|'.join(tables()['heads']['action'])}) ".encode(), re.MULTILINE)


class KnownActions(NamedTuple):
    """Projects as the sheets write them, and all actions as ``monitor`` understands them, to the last day."""

    projects: Sequence[ProjectScheme]
    actions: Sequence[RequiredAction]

    def projects_called(self, name: str) -> list[ProjectScheme]:
        """Give the projects of a code or name."""
        return [project for project in self.projects if key(name) in project_keys(project)]

    def of(self, project: ProjectScheme) -> list[RequiredAction]:
        """Give the actions of a project."""
        return [each for each in self.actions if each.project == (project.code or project.name)]

    def meant(self, project: ProjectScheme, words: str) -> list[RequiredAction]:
        """Give the action with a requirement, or else all that have the words in theirs."""
        actions = self.of(project)
        same = [each for each in actions if key(each.requirement) == key(words)]
        return same or [each for each in actions if words.strip() in each.requirement]


def known_actions(desk: Desk) -> KnownActions:
    """Read the sheets, and of the journals the entries with an action; what is wrong is told elsewhere."""
    sources = [*desk.workspace.sources, *desk.others, _with_actions(desk.data)]
    scheme = check(sources, Diagnostics(), shipped)
    return KnownActions(scheme.projects, list_actions(scheme, date.max, Diagnostics()))


def _with_actions(data: bytes) -> Source:
    """Give the entries of a journal that have an action: the others cost time and say nothing of them."""
    pieces = [data[link.start : link.end] for link in links(data)]
    text = b"\n".join(piece for piece in pieces if _ACTION.search(piece))
    return Source("", text.decode("utf-8", "replace"))
