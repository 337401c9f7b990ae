"""The laid-out report: what a person reads of a scorecard, as text, before any form is chosen for it.

Texts are as their authors wrote them; every renderer escapes them for its own form.
"""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.report.words import State

Headings = tuple[str, str, str, str, str, str]
"""指标 · 目标 · 实绩 · 达标 · 得分/分值 · 缘由."""


class Row(NamedTuple):
    """One indicator. ``score`` is a number or an interval; ``attainment`` is the word for ``state``.

    ``notes``: the amendment of its target, and what rules and people made of the points, one line each.
    """

    name: str
    target: str
    actual: str
    state: State
    attainment: str
    score: str
    weight: str
    why: str
    notes: tuple[str, ...] = ()


class Group(NamedTuple):
    """Indicators that stand together under a heading; an empty heading is not shown."""

    heading: str
    rows: tuple[Row, ...]


class ProjectTable(NamedTuple):
    """A project's table with its total; ``settled`` says whether the total is one number.

    ``notes``: how the total came about, where rules changed it or lines are left out. ``faults``: what rules
    do not allow.
    """

    code: str
    name: str
    rubric: str
    groups: tuple[Group, ...]
    total: str
    grade: str
    settled: bool
    flags: tuple[str, ...]
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


class DepartmentTables(NamedTuple):
    """The projects of one department; no heading where all of a sheet's belong to the same."""

    heading: str
    projects: tuple[ProjectTable, ...]


class Sheet(NamedTuple):
    """A whole report; ``as_of`` is empty where everything known was used.

    ``flags``, ``faults``: what rules say of departments. ``totals``: the scores of departments.
    """

    headings: Headings
    departments: tuple[DepartmentTables, ...]
    as_of: str = ""
    flags: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    totals: tuple[str, ...] = ()
