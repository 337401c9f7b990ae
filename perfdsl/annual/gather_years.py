"""Gathers years of one project or department beside one another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from perfdsl.annual import words
from perfdsl.annual.annual import YearPart
from perfdsl.annual.line_part import Figure
from perfdsl.annual.show_figures import percent, points_of
from perfdsl.diagnostic import Language
from perfdsl.report.lay_out import say_grade
from perfdsl.scheme.names import key
from perfdsl.scorecard import EXECUTION_RATE, DepartmentScore, ProjectScore, Scorecard

Earlier = Sequence[tuple[str, Scorecard]]


def years_of_project(
    score: ProjectScore, this_year: str, earlier: Earlier, language: Language
) -> tuple[YearPart, ...]:
    """Find a project in earlier years, by its code or else its name; nothing where it is in none of them."""
    found = [(year, _find_project(score, scorecard)) for year, scorecard in earlier]
    if not any(held for _, held in found):
        return ()
    return tuple(_year(year, held, language) for year, held in [*found, (this_year, score)])


def _find_project(score: ProjectScore, scorecard: Scorecard) -> ProjectScore | None:
    by_code = [each for each in scorecard.projects if score.code and key(each.code) == key(score.code)]
    by_name = [each for each in scorecard.projects if key(each.name) == key(score.name)]
    found = by_code or by_name
    return found[0] if len(found) == 1 else None


def _year(year: str, score: ProjectScore | None, language: Language) -> YearPart:
    if score is None:
        return YearPart(year, None, "", Figure())
    points = points_of(score.total, score.places)
    return YearPart(year, points, say_grade(score, language), percent(execution_of(score)))


def execution_of(score: ProjectScore) -> Fraction | None:
    """Give the execution rate that a project was scored with."""
    rates = [line.ratio for line in score.indicators if line.name == EXECUTION_RATE.zh]
    return rates[0] if rates else None


def years_of_department(
    code: str, name: str, score: DepartmentScore | None, this_year: str, earlier: Earlier
) -> tuple[YearPart, ...]:
    """Find a department in earlier years, by its code or else its name."""
    found = [(year, _find_department(code, name, scorecard)) for year, scorecard in earlier]
    if not any(held for _, held in found):
        return ()
    return tuple(_department_year(year, held) for year, held in [*found, (this_year, score)])


def say_other_projects(
    code: str, name: str, members: Iterable[ProjectScore], earlier: Earlier, language: Language
) -> str:
    """Say where a department had other projects in an earlier year; empty where it had the same ones."""
    now = {key(each.code or each.name): each.name for each in members}
    said = []
    for year, scorecard in earlier:
        held = _find_department(code, name, scorecard)
        if held is None:
            continue
        then = {key(p.code or p.name): p.name for p in (scorecard.projects[at] for at in held.members)}
        new, gone = len(now.keys() - then.keys()), len(then.keys() - now.keys())
        if new or gone:
            said.append(words.other_projects(year, new, gone).say(language))
    return " ".join(said)


def _find_department(code: str, name: str, scorecard: Scorecard) -> DepartmentScore | None:
    by_code = [each for each in scorecard.departments if code and key(each.code) == key(code)]
    by_name = [each for each in scorecard.departments if key(each.name) == key(name)]
    found = by_code or by_name
    return found[0] if len(found) == 1 else None


def _department_year(year: str, score: DepartmentScore | None) -> YearPart:
    if score is None:
        return YearPart(year, None, "", Figure())
    points = None if score.total is None else points_of(score.total, score.places)
    rate = score.spent / score.budget if score.spent is not None and score.budget else None
    return YearPart(year, points, score.grade, percent(rate))
