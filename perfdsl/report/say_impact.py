"""In words, how a score, a total or a grade moved."""

from __future__ import annotations

from perfdsl.diagnostic import Language
from perfdsl.diff.impact import LineImpact, ProjectImpact, gain
from perfdsl.exact import decimals_needed, show
from perfdsl.report import diff_words as words
from perfdsl.report.lay_out import say_grade
from perfdsl.report.points import show_points
from perfdsl.scorecard import IndicatorScore, Interval, ProjectScore

_MOST_PLACES = 6


def say_project_impact(project: ProjectImpact, language: Language) -> str:
    """``总分 93.50 → 95.10（+1.60），等级 良 → 优``; an open total is an interval."""
    old, new = project.old, project.new
    total = say_move(_total(old, language), _total(new, language), total_gain(project), language)
    grades = [
        words.NOT_SCORED.say(language) if each is None else _grade(each, language) for each in (old, new)
    ]
    grade = grades[0] if grades[0] == grades[1] else " → ".join(grades)
    comma = "，" if language == "zh" else ", "
    return f"{words.TOTAL.say(language)} {total}{comma}{words.GRADE.say(language)} {grade}"


def say_line_impact(line: LineImpact, project: ProjectImpact, language: Language) -> str:
    """``11.46 → 12.50（+1.04）``."""
    old, new = _points(line.old, project.old, language), _points(line.new, project.new, language)
    return say_move(old, new, line_gain(line, project), language)


def say_move(old: str, new: str, difference: str, language: Language) -> str:
    """From what to what; the difference where both are settled."""
    if not difference:
        return f"{old} → {new}"
    return f"{old} → {new}（{difference}）" if language == "zh" else f"{old} → {new} ({difference})"


def line_gain(line: LineImpact, project: ProjectImpact) -> str:
    """Exact difference of a line's points with its sign; empty while either is open or not there."""
    if line.old is None or line.new is None or line.old.excluded or line.new.excluded:
        return ""
    return _difference(line.old.points, line.new.points, _places(project))


def total_gain(project: ProjectImpact) -> str:
    """Exact difference of a total with its sign; empty while either is open or not there."""
    if project.old is None or project.new is None:
        return ""
    return _difference(project.old.total, project.new.total, _places(project))


def _difference(old: Interval, new: Interval, places: int) -> str:
    gained = gain(old, new)
    if gained is None:
        return ""
    sign = "+" if gained > 0 else "−" if gained < 0 else "±"
    return f"{sign}{show(abs(gained), max(places, min(decimals_needed(gained) or 0, _MOST_PLACES)))}"


def _places(project: ProjectImpact) -> int:
    return max((each.places for each in (project.old, project.new) if each is not None), default=2)


def _total(project: ProjectScore | None, language: Language) -> str:
    return words.NOT_SCORED.say(language) if project is None else show_points(project.total, project.places)


def _grade(project: ProjectScore, language: Language) -> str:
    return say_grade(project, language) or words.NO_GRADE.say(language)


def _points(line: IndicatorScore | None, project: ProjectScore | None, language: Language) -> str:
    if line is None or project is None:
        return words.NOTHING.say(language)
    return words.EXCLUDED.say(language) if line.excluded else show_points(line.points, project.places)
