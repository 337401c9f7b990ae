"""Facts that have found their indicators: what an engine scores."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.fact import Fact
from perfdsl.scorecard import Judged
from perfdsl.units import Unit


class BoundFact(NamedTuple):
    """A fact in base units of its target. ``level``: index of a level, with ``value`` its share, if given.

    ``judged``: points that people gave or took off, exact.
    """

    value: Fraction | None
    text: str
    fact: Fact | None
    level: int | None = None
    judged: Judged = Judged()


class Known(NamedTuple):
    """A recorded number, or yes or no, that is no indicator's own: what a formula or a rule asks for."""

    value: Fraction | bool
    unit: Unit


class ProjectActuals(NamedTuple):
    """Facts of a project: one place for each line of its plan (None: not recorded), and its own.

    ``others``: term of a name → a fact that is no indicator. ``month``: up to which is asked.
    """

    indicators: tuple[BoundFact | None, ...]
    spent: BoundFact | None = None
    finished: bool | None = None
    others: Mapping[str, Known] = {}
    month: int = 12


class Actuals(NamedTuple):
    """Facts of all projects of a plan, in its order; ``broken`` are those whose facts cannot be used."""

    projects: tuple[ProjectActuals, ...]
    as_of: str = ""
    broken: frozenset[int] = frozenset()
