"""The report of a year as facts to be laid out: every number exact, beside the text that shows it.

All words are in the language that the report was gathered in. Words that come out of sheets and tables are
as their authors wrote them, at any length and with any character: whoever writes a page makes them safe.
Money is in 元 (its text says 万元), shares are of 1 (90 % is 9/10), points are those of the rubric.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from perfdsl.annual.line_part import (
    Counted,
    Figure,
    GoalPart,
    GroupPart,
    LinePart,
    Linked,
    Lit,
    MoneyPart,
    Points,
)
from perfdsl.diagnostic import Language
from perfdsl.report.explanation_outline import Outline, Section


class AmendmentPart(NamedTuple):
    """An amendment in force. ``cites``: documents; ``changes``: what it says, one sentence a change."""

    day: str
    cites: tuple[str, ...]
    changes: tuple[str, ...]
    source: str


class ActionPart(NamedTuple):
    """整改: what was required. ``project``: its name; ``anchor``: of that project, empty for an unknown one.

    Days are ISO text, empty where nobody said.
    """

    project: str
    anchor: str
    requirement: str
    owner: str
    raised: str
    due: str
    result: str
    evidence: str
    state: Literal["closed", "open", "overdue"]
    state_text: str
    source: str


class YearPart(NamedTuple):
    """A year's outcome, for comparison; ``year`` as it is shown (``2021``). ``points`` None: not scored."""

    year: str
    points: Points | None
    grade: str
    execution: Figure


class ProjectPart(NamedTuple):
    """A project, or a department's own indicators.

    ``anchor`` (``p1``) is where it begins; ``anchor_of_total`` where its explanation does. ``grade`` may be
    several (``待定（可能 优/良）``) while open. ``rank`` among the projects of its department, from 1, ties
    share one; None while it is not certain, and ``rank_text`` says which are possible. ``years``: earlier
    ones first, this one last; empty where there is no earlier one. ``notices``: what the score points out;
    ``faults``: what rules do not allow.
    ``outline``: the explanation, whose ``lines`` stand in the order of ``lines`` here; None where there is
    none.
    """

    anchor: str
    code: str
    name: str
    department: str
    rubric: str
    rubric_cites: tuple[str, ...]
    purpose: str
    points: Points
    full: Figure
    grade: str
    grades: tuple[str, ...]
    settled: bool
    rank: int | None
    lit: Lit | None
    money: MoneyPart
    groups: tuple[GroupPart, ...]
    goals: tuple[GoalPart, ...]
    lines: tuple[LinePart, ...]
    amendments: tuple[AmendmentPart, ...]
    actions: tuple[ActionPart, ...]
    years: tuple[YearPart, ...]
    notices: tuple[str, ...]
    faults: tuple[str, ...]
    outline: Outline | None
    source: str
    rank_text: str = ""

    @property
    def anchor_of_total(self) -> str:
        """Where it is explained how the total came about."""
        return f"{self.anchor}-total"

    @property
    def anchor_of_money(self) -> str:
        """Where its plan and its spending stand."""
        return f"{self.anchor}-money"

    @property
    def is_judged(self) -> bool:
        """Whether people gave any of its lines points."""
        return any(line.judged is not None for line in self.lines)


class Ranked(NamedTuple):
    """A project in the ranking of its department. ``project``: its place in the report.

    ``text``: ``2``, or ``1–2`` while more than one rank is possible.
    """

    rank: int | None
    project: int
    text: str = ""


class DepartmentPart(NamedTuple):
    """A department over its projects, or all projects that name none (``name`` and ``code`` empty).

    ``heading``: what it is called. ``part_of``: how many projects it has where only some were asked for, and
    then it has no figures here, which are over all of them; else 0. ``unscored``: names of projects without a
    score, since an error stands in the way. ``years_note``: that earlier years had other projects.
    ``points``: None where the rubric does not say how to score a department. ``mean``: that of its projects.
    ``made_of``: of what the score is made and what rules did to it, sentence by sentence. ``own``: its own
    indicators. ``members``: places in the report. ``attainments`` count lines, ``grades`` and ``lights``
    projects; ``lights`` is empty where nobody monitored. ``stated``: what the department set out to do:
    (heading, text).
    """

    anchor: str
    code: str
    name: str
    stated: tuple[tuple[str, str], ...]
    points: Points | None
    grade: str
    mean: Points | None
    made_of: tuple[tuple[Linked, ...], ...]
    own: ProjectPart | None
    lit: Lit | None
    money: MoneyPart
    members: tuple[int, ...]
    ranking: tuple[Ranked, ...]
    grades: tuple[Counted, ...]
    attainments: tuple[Counted, ...]
    lights: tuple[Counted, ...]
    groups: tuple[GroupPart, ...]
    actions: tuple[ActionPart, ...]
    years: tuple[YearPart, ...]
    notices: tuple[str, ...]
    heading: str = ""
    part_of: int = 0
    unscored: tuple[str, ...] = ()
    years_note: str = ""
    sections: tuple[Section, ...] = ()

    @property
    def told(self) -> tuple[str, ...]:
        """The sentences of ``made_of`` without their links."""
        return tuple("".join(piece.text for piece in said) for said in self.made_of)


class UrgentPart(NamedTuple):
    """What to act on first. ``anchor``: of the line or the project."""

    anchor: str
    project: str
    name: str
    lit: Lit


class AnnualReport(NamedTuple):
    """A year. ``note``: what every reader must be told first, such as that facts are invented.

    ``year``: as it is shown, empty where sheets name several or none. ``as_of``: ISO day up to which facts
    count, empty for all. ``monitored``: ISO day of the lights, empty where nobody monitored;
    ``monitored_by``: the scheme. ``files``: the sheets and tables that it was made from. ``omitted``:
    projects that were left out for their number (``Wishes.most_projects``); departments count them all the
    same.
    """

    language: Language
    title: str
    note: str
    year: str
    as_of: str
    monitored: str
    monitored_by: str
    departments: tuple[DepartmentPart, ...]
    projects: tuple[ProjectPart, ...]
    urgent: tuple[UrgentPart, ...]
    notices: tuple[str, ...]
    files: tuple[str, ...]
    omitted: int = 0
