"""What a person reads of monitoring, laid out in one language before any form is chosen for it.

Texts are as their authors wrote them; every renderer escapes them for its own form.
"""

from __future__ import annotations

from typing import NamedTuple

from perfdsl.syntax.ast import Light


class Lit(NamedTuple):
    """Something with a light: its word, what it is, and what is said of it, one line each."""

    light: Light | None
    word: str
    what: str
    said: tuple[str, ...] = ()


class LineRow(NamedTuple):
    """An indicator: its six columns after the light, and what is said below them."""

    light: Light | None
    word: str
    cells: tuple[str, str, str, str, str, str]
    said: tuple[str, ...]


class LineGroup(NamedTuple):
    """Indicators that stand together under a heading."""

    heading: str
    rows: tuple[LineRow, ...]


class ProjectRow(NamedTuple):
    """A project in the overview: its six columns after the light."""

    light: Light | None
    word: str
    cells: tuple[str, str, str, str, str, str]


class ProjectPage(NamedTuple):
    """All of a project: money and gap with their lights, indicators, goals, required actions."""

    title: str
    light: Light | None
    word: str
    money: tuple[Lit, ...]
    groups: tuple[LineGroup, ...]
    goals: tuple[Lit, ...]
    actions: tuple[Lit, ...]


class DepartmentPages(NamedTuple):
    """A department with its light, what is said of it, its projects, and the lines of its own."""

    summary: Lit
    rows: tuple[ProjectRow, ...]
    projects: tuple[ProjectPage, ...]
    own: tuple[LineGroup, ...] = ()


class MonitorSheet(NamedTuple):
    """All of it: the heading, the counts, what to act on first, actions that are open, the departments.

    ``left_out`` says which projects are in the overview alone; ``more``: how much more there is to act on.
    """

    title: str
    counts: str
    urgent: tuple[Lit, ...]
    more: str
    actions: tuple[Lit, ...]
    departments: tuple[DepartmentPages, ...]
    line_headings: tuple[str, ...]
    project_headings: tuple[str, ...]
    left_out: str = ""
