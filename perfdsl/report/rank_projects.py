"""Ranks projects by their totals: equal totals share a rank, and one that is still open has none yet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from perfdsl.scorecard import ProjectScore


class Ranked(NamedTuple):
    """A project and its rank from 1; None while its total is open."""

    rank: int | None
    project: ProjectScore


def rank_projects(projects: Iterable[ProjectScore]) -> list[Ranked]:
    """Rank settled totals from the highest (1, 2, 2, 4); open ones follow as written, without a rank.

    Projects of one total stand in the order of their codes and names, so that no order of files matters.
    """
    found = list(projects)
    settled = [each for each in found if each.total.settled]
    settled.sort(key=lambda each: (-each.total.low, each.code, each.name))
    ranks: dict[object, int] = {}
    for at, project in enumerate(settled, start=1):
        ranks.setdefault(project.total.low, at)
    ranked = [Ranked(ranks[each.total.low], each) for each in settled]
    return ranked + [Ranked(None, each) for each in found if not each.total.settled]
