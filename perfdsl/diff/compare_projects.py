"""What changed of a project, and of each of its indicators."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diff.compare_lines import compare_methods, compare_points, compare_targets
from perfdsl.diff.difference import Change, Named, Pair, renamed, whole
from perfdsl.diff.match_names import Match
from perfdsl.diff.match_sheets import match_lines
from perfdsl.diff.say_project import say_indicator, say_project
from perfdsl.diff.say_whole import say_whole
from perfdsl.diff.saying import compare_sayings
from perfdsl.diff.sheets import Line, Planned
from perfdsl.diff.tell_amendments import amendment_of_one, tell_of_line, tell_of_parts
from perfdsl.scheme.names import key
from perfdsl.scorecard import EXECUTION_RATE

EXECUTION = EXECUTION_RATE.zh


def compare_projects(match: Match[Planned]) -> Pair:
    """Compare what two states say of a project, or tell that it stands in one of them only."""
    old, new = match.old, match.new
    before, after = (_name_project(each) if each else None for each in (old, new))
    if old is None or new is None or before is None or after is None:
        return whole("project", before, after)
    changes = [*renamed(before, after, likely=match.likely), *_said(old, new), *_rubric(old, new)]
    parts = [_compare_lines(each, old, new) for each in match_lines(old, new)]
    parts.append(_compare_execution(old, new))
    return Pair("project", before, after, tuple(changes), tuple(part for part in parts if part.differs))


def _said(old: Planned, new: Planned) -> list[Change]:
    found = list(compare_sayings(say_project(old.scheme), say_project(new.scheme)))
    # A unit for bare amounts that only one side has changes no amount: there were none to be read in it.
    kept = [each for each in found if each.about != "money_unit" or (each.old and each.new)]
    return tell_of_parts(kept, old.scheme, new.scheme)


def _rubric(old: Planned, new: Planned) -> Iterator[Change]:
    """Where another rubric is used: what it does otherwise with a whole project."""
    one, other = old.scheme.rubric, new.scheme.rubric
    if one is None or other is None or key(one.name) == key(other.name):
        return
    yield from compare_sayings(say_whole(one), say_whole(other))


def _compare_lines(match: Match[Line], old: Planned, new: Planned) -> Pair:
    one, other = match.old, match.new
    before, after = (_name_line(each) if each else None for each in (one, other))
    if before is None or after is None or one is None or other is None:
        pair = whole("indicator", before, after)
        amended = amendment_of_one(one and one.indicator, other and other.indicator, new.scheme)
        changed = (_with_target(each, one or other)._replace(amended=amended) for each in pair.changes)
        return pair._replace(changes=tuple(changed))
    said = list(compare_sayings(say_indicator(old.scheme, one), say_indicator(new.scheme, other)))
    changes = [
        *renamed(before, after, likely=match.likely),
        *(each._replace(sense="moved") if each.about == "group" else each for each in said),
        *compare_targets(one, other),
        *_points(one, other, said),
        *compare_methods(one, other),
    ]
    return Pair("indicator", before, after, tuple(tell_of_line(changes, one.indicator, other.indicator)))


def _with_target(change: Change, line: Line | None) -> Change:
    """Tell the target of an indicator that stands on one side only."""
    if line is None or line.aim is None:
        return change
    sides = [side and side._replace(text=f"{side.text} {line.aim.text}") for side in (change.old, change.new)]
    return change._replace(old=sides[0], new=sides[1])


def _points(old: Line, new: Line, said: list[Change]) -> Iterator[Change]:
    """Points under the rubric, unless a declared weight that moved says as much."""
    declared = any(each.about == "weight" and each.old and each.new for each in said)
    if not declared:
        yield from compare_points(old, new)


def _compare_execution(old: Planned, new: Planned) -> Pair:
    one, other = old.execution(), new.execution()
    before, after = (Named(EXECUTION, each.place) if each else None for each in (one, other))
    if one is None or other is None:
        if one is other or old.scheme.scoring is None or new.scheme.scoring is None:
            return Pair("execution", before, after, ())
        return whole("execution", before, after)
    changes = (*compare_points(one, other), *compare_methods(one, other))
    return Pair("execution", before, after, changes)


def _name_project(project: Planned) -> Named:
    scheme = project.scheme
    return Named(scheme.name, scheme.place, scheme.code)


def _name_line(line: Line) -> Named:
    indicator = line.indicator
    assert indicator is not None  # noqa: S101 — a line of the sheet, not that of the execution rate
    return Named(indicator.name, line.place, "", indicator.group)
