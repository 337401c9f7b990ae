"""Facts that have found their indicators: what an engine scores."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.fact import Fact
from perfdsl.scorecard import Judged
from perfdsl.units import Unit


class Reported(NamedTuple):
    """What one of several reporting units recorded, in base units; ``spent``: its own 执行数 in 元."""

    reporter: str
    value: Fraction
    text: str
    spent: Fraction | None
    fact: Fact


class Awaited(NamedTuple):
    """Names of the units whose report is still awaited, and of those whose 执行数 is, to weigh by.

    ``weightless``: none is awaited, but all have spent nothing, which cannot be weighed by.
    """

    reports: tuple[str, ...] = ()
    spent: tuple[str, ...] = ()
    weightless: bool = False


class BoundFact(NamedTuple):
    """A fact in base units of its target. ``level``: index of a level, with ``value`` its share, if given.

    ``judged``: points that people gave or took off, exact. ``parts``: of several units, of which it is made.
    """

    value: Fraction | None
    text: str
    fact: Fact | None
    level: int | None = None
    judged: Judged = Judged()
    parts: tuple[Reported, ...] = ()


class Known(NamedTuple):
    """A recorded number, or yes or no, that is no indicator's own: what a formula or a rule asks for."""

    value: Fraction | bool
    unit: Unit


MONEY = -1
"""Where the amount spent stands among what is awaited."""


class ProjectActuals(NamedTuple):
    """Facts of a project: one place for each line of its plan (None: not recorded), and its own.

    ``others``: term of a name → a fact that is no indicator. ``month``: up to which is asked. ``awaited``:
    index of a line (MONEY: the amount spent) → the units that have still to report.
    """

    indicators: tuple[BoundFact | None, ...]
    spent: BoundFact | None = None
    finished: bool | None = None
    others: Mapping[str, Known] = {}
    month: int = 12
    awaited: Mapping[int, Awaited] = {}


class Actuals(NamedTuple):
    """Facts of all projects of a plan, in its order; ``broken`` are those whose facts cannot be used.

    ``departments``: likewise of what departments have of their own (None: nothing that is scored).
    """

    projects: tuple[ProjectActuals, ...]
    as_of: str = ""
    broken: frozenset[int] = frozenset()
    departments: tuple[ProjectActuals | None, ...] = ()
    broken_departments: frozenset[int] = frozenset()
