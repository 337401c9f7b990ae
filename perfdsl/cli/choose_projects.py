"""Which projects are meant by ``--project``: by code or name; all, where none is named."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from perfdsl import messages_files as messages
from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme.names import Named, key, project_keys


def choose_projects(
    wanted: Sequence[str], projects: Sequence[Named], diagnostics: Diagnostics
) -> Callable[[Named], bool]:
    """Tell of a project, in any stage of its life, whether it is wanted.

    Names that fit none of ``projects`` are complained of, and so is it that there are none at all.
    """
    known = {name for project in projects for name in project_keys(project)}
    for name in wanted:
        if key(name) not in known:
            diagnostics.add(messages.none_selected(name, [project.name for project in projects]))
    if not projects and not diagnostics.has_errors:
        diagnostics.add(messages.none_selected("", []))
    names = {key(name) for name in wanted}
    return lambda project: not wanted or bool(project_keys(project) & names)
