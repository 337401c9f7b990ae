"""Scorecard → departments, each with its projects ranked and with what people gave set beside its scores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from perfdsl.report.compare_given import Compared, compare_given
from perfdsl.report.rank_projects import Ranked, rank_projects
from perfdsl.scorecard import DepartmentScore, ProjectScore, Scorecard, Unshown


class DepartmentView(NamedTuple):
    """A department (None: the projects of none), the ranking of its projects, and the comparisons.

    ``unscored``: names of its projects that have no score, since an error stands in the way. ``left_out``:
    a department may be theirs that has no score itself.
    """

    department: DepartmentScore | None
    ranking: tuple[Ranked, ...]
    compared: tuple[Compared, ...]
    unscored: tuple[str, ...] = ()
    left_out: bool = False


def view_departments(scorecard: Scorecard) -> tuple[DepartmentView, ...]:
    """View each department in order; the projects of none come last, where there are any."""
    housed = {at for department in scorecard.departments for at in department.members}
    others = [project for at, project in enumerate(scorecard.projects) if at not in housed]
    views = [
        _view(department, [scorecard.projects[at] for at in department.members], department.unshown)
        for department in scorecard.departments
    ]
    if others:
        views.append(_view(None, others, scorecard.unshown)._replace(left_out=bool(scorecard.left_out)))
    return tuple(views)


def _view(
    department: DepartmentScore | None, projects: Sequence[ProjectScore], unshown: Sequence[Unshown]
) -> DepartmentView:
    compared = [each for part in _parts(department, projects) for each in compare_given(part)]
    ranking = rank_projects(projects, [each.total for each in unshown])
    unscored = tuple(each.name for each in unshown if not each.scored)
    return DepartmentView(department, tuple(ranking), tuple(compared), unscored)


def _parts(department: DepartmentScore | None, projects: Sequence[ProjectScore]) -> Iterator[ProjectScore]:
    if department is not None and department.own is not None:
        yield department.own
    yield from projects
