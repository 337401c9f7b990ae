"""What the report of a year is gathered from: a run with all its stages, and what others know of the year."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from perfdsl.actuals.bound import Actuals
from perfdsl.actuals.fact import Fact
from perfdsl.diagnostic import Language
from perfdsl.explain.explanation import Explanation
from perfdsl.monitor.monitored import Monitored
from perfdsl.plan.plan import Plan
from perfdsl.scheme.scheme import Scheme
from perfdsl.scorecard import Scorecard


class Year(NamedTuple):
    """A scored year.

    ``whole``: the scorecard before projects were chosen from it, None where all were: ranks are over all.
    ``facts``: all that were recorded, those in sheets as well. ``explanations``: of projects of the
    scorecard, in any order; those that are not there are not explained. ``earlier``:
    (year as shown, its scorecard), the earliest first.
    """

    scheme: Scheme
    plan: Plan
    actuals: Actuals
    scorecard: Scorecard
    facts: Sequence[Fact] = ()
    as_of: date | None = None
    monitored: Monitored | None = None
    explanations: Sequence[Explanation] = ()
    earlier: Sequence[tuple[str, Scorecard]] = ()
    whole: Scorecard | None = None


class Wishes(NamedTuple):
    """How the reader wants it.

    ``title``: in place of ours. ``note``: what must be told first, such as that facts are invented.
    ``most_projects``: projects that are shown in full, with no more than ``most_lines`` indicators
    together; the rest are counted and ranked.
    """

    language: Language = "zh"
    title: str = ""
    note: str = ""
    files: tuple[str, ...] = ()
    most_projects: int = 300
    most_lines: int = 6000
