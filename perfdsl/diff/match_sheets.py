"""Which projects of two states are one, and which indicators inside a project."""

from __future__ import annotations

from collections.abc import Hashable

from perfdsl.diff.compare_aims import are_near
from perfdsl.diff.match_names import Match, Matcher
from perfdsl.diff.sheets import Line, Planned, Sheets
from perfdsl.scheme.names import group_key, key
from perfdsl.scheme.scheme import IndicatorScheme


def match_projects(old: Sheets, new: Sheets) -> list[Match[Planned]]:
    """Match by code, then by name, then by similar names where not both have a code."""
    matcher = Matcher(old.projects(), new.projects())
    matcher.by_key(lambda project: key(project.scheme.code))
    matcher.by_key(_project_name)
    matcher.by_similar_names(_project_name, lambda one, other: not (one.scheme.code and other.scheme.code))
    return matcher.result()


def match_lines(old: Planned, new: Planned) -> list[Match[Line]]:
    """Match by name in a group, then by name alone, then by similar names with equal or near targets."""
    matcher = Matcher(old.lines(), new.lines())
    matcher.by_key(lambda line: (_group(line), _name(line)))
    matcher.by_key(_name)
    matcher.by_similar_names(_name, _fit)
    return matcher.result()


def _fit(one: Line, other: Line) -> bool:
    return _group(one) == _group(other) and are_near(one.aim, other.aim)


def _project_name(project: Planned) -> str:
    return key(project.scheme.name)


def _group(line: Line) -> Hashable:
    return tuple(map(group_key, _indicator(line).group))


def _name(line: Line) -> str:
    return key(_indicator(line).name)


def _indicator(line: Line) -> IndicatorScheme:
    assert line.indicator is not None  # noqa: S101 — lines of a project, without that of the execution rate
    return line.indicator
