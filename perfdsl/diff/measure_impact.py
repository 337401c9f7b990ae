"""From two scorecards under the same facts to what the difference does to each score."""

from __future__ import annotations

from perfdsl.diff.impact import Impact, LineImpact, ProjectImpact
from perfdsl.diff.match_names import Match
from perfdsl.diff.match_sheets import match_lines, match_projects
from perfdsl.diff.sheets import Planned, Sheets
from perfdsl.scorecard import IndicatorScore, ProjectScore, Scorecard
from perfdsl.source import Place

Scores = dict[Place, ProjectScore]


def measure_impact(old: Sheets, new: Sheets, before: Scorecard, after: Scorecard) -> Impact:
    """Give every project with another score or grade, and in it every line with other points."""
    scores = [{each.place: each for each in card.projects} for card in (before, after)]
    impacts = [_project(match, scores[0], scores[1]) for match in match_projects(old, new)]
    both = sum(each.old is not None and each.new is not None for each in impacts)
    return Impact(tuple(each for each in impacts if _differs(each)), both)


def _project(match: Match[Planned], before: Scores, after: Scores) -> ProjectImpact:
    old = before.get(match.old.scheme.place) if match.old else None
    new = after.get(match.new.scheme.place) if match.new else None
    if old is None or new is None or match.old is None or match.new is None:
        return ProjectImpact(old, new)
    one, other = _by_place(old), _by_place(new)
    pairs = [
        LineImpact(
            one.get(line.old.place) if line.old else None, other.get(line.new.place) if line.new else None
        )
        for line in match_lines(match.old, match.new)
    ]
    # The execution rate is the line that stands at its project's own place.
    pairs.append(LineImpact(one.get(old.place), other.get(new.place)))
    return ProjectImpact(old, new, tuple(pair for pair in pairs if _moved(pair)))


def _by_place(project: ProjectScore) -> dict[Place, IndicatorScore]:
    return {line.place: line for line in project.indicators}


def _moved(pair: LineImpact) -> bool:
    if pair.old is None or pair.new is None:
        return pair.old is not pair.new
    return (pair.old.points, pair.old.excluded) != (pair.new.points, pair.new.excluded)


def _differs(project: ProjectImpact) -> bool:
    if project.old is None or project.new is None:
        return project.old is not project.new
    same = (
        project.old.total == project.new.total and project.old.possible_grades == project.new.possible_grades
    )
    return bool(project.lines) or not same
