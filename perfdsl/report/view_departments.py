"""Scorecard → departments, each with its projects ranked and with what people gave set beside its scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.report.compare_given import Compared, compare_given
from perfdsl.report.rank_projects import Ranked, rank_projects
from perfdsl.scorecard import DepartmentScore, ProjectScore, Scorecard


class DepartmentView(NamedTuple):
    """A department (None: the projects of none), the ranking of its projects, and the comparisons."""

    department: DepartmentScore | None
    ranking: tuple[Ranked, ...]
    compared: tuple[Compared, ...]


def view_departments(scorecard: Scorecard) -> tuple[DepartmentView, ...]:
    """View each department in order; the projects of none come last, where there are any."""
    housed = {at for department in scorecard.departments for at in department.members}
    others = [project for at, project in enumerate(scorecard.projects) if at not in housed]
    views = [
        _view(department, [scorecard.projects[at] for at in department.members])
        for department in scorecard.departments
    ]
    return (*views, *([_view(None, others)] if others else []))


def _view(department: DepartmentScore | None, projects: Sequence[ProjectScore]) -> DepartmentView:
    compared = [each for part in _parts(department, projects) for each in compare_given(part)]
    return DepartmentView(department, tuple(rank_projects(projects)), tuple(compared))


def _parts(department: DepartmentScore | None, projects: Sequence[ProjectScore]) -> Iterator[ProjectScore]:
    if department is not None and department.own is not None:
        yield department.own
    yield from projects
