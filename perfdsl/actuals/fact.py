"""A recorded fact: what really happened, when, and where it is written."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from perfdsl.source import Place
from perfdsl.syntax.ast import DateLiteral, DeviationCause, Number, Word

SPENT = "spent"
FINISHED = "finished"
"""Keys of the facts of a project itself (执行数, 已完成); ``own`` of a fact holds one of them."""


class Fact(NamedTuple):
    """One fact as its author wrote it; nothing is converted yet.

    ``project`` is a code or a name; ``indicator`` the indicator's name as written, with ``own`` set
    instead where the fact is the project's own. An undated fact has no ``day``. Without a ``value`` there are
    only notes and points (of a computed indicator), or, where it ``affirms``, a name alone, which says yes.
    ``reporter``: the unit that reports it (填报单位). ``foreseen``: what is expected by the end of the year.
    ``entry``: its number in a journal; of two facts of one day there the one recorded later counts.
    """

    project: str
    indicator: str
    value: Number | DateLiteral | Word | None
    day: date | None
    place: Place
    project_place: Place
    indicator_place: Place
    own: str = ""
    reason: str = ""
    evidence: str = ""
    deducted: Number | None = None
    self_score: Number | None = None
    review_score: Number | None = None
    affirms: bool = False
    reporter: str = ""
    cause: DeviationCause | None = None
    foreseen: Number | DateLiteral | Word | None = None
    entry: int = 0

    @property
    def points(self) -> tuple[Number | None, ...]:
        """What people took off, gave themselves, and gave after a review."""
        return self.deducted, self.self_score, self.review_score

    @property
    def has_points(self) -> bool:
        """Whether people gave or took off any."""
        return any(number is not None for number in self.points)
