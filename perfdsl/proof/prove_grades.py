"""Whether each total has one grade, each grade some total, and a higher total no worse grade."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.exact import show_trimmed
from perfdsl.proof import messages, wording
from perfdsl.proof.finding import Finding, Property, Witness
from perfdsl.scheme.grade import grade_of, takes, totals_between
from perfdsl.scheme.scheme import GradeBand, RubricScheme

WHOLE = Fraction(100)


def prove_grades(rubric: RubricScheme) -> list[Finding]:
    """Look at each bound of a grade and between each two; nothing where a rubric has no grades."""
    if not rubric.grades:
        return []
    totals = _totals(rubric.grades)
    given = [(total, grade_of(total, rubric.grades)) for total in totals]
    return [
        _gap(rubric, given),
        _overlap(rubric, totals),
        _order(rubric, given),
        _unreachable(rubric, {name for _, name in given}),
    ]


def _totals(grades: tuple[GradeBand, ...]) -> list[Fraction]:
    """Totals that stand for all: bounds, upper ones too, and one between each two."""
    highs = [each.high for each in grades if getattr(each, "high", None) is not None]
    ends = sorted({Fraction(0), WHOLE, *(high for high in highs if high is not None and 0 <= high <= WHOLE)})
    found = {total for low, high in pairwise(ends) for total in totals_between(low, high, grades)}
    return sorted(found)


def _finding(about: Property, complaint: Diagnostic | None, witness: Witness | None = None) -> Finding:
    if complaint is None:
        return Finding(about, "proved", wording.TOTALS)
    return Finding(about, "refuted", complaint.message, witness or Witness(complaint.message), complaint)


def _gap(rubric: RubricScheme, given: list[tuple[Fraction, str]]) -> Finding:
    total = next((total for total, name in given if not name), None)
    complaint = None if total is None else messages.grades_open(rubric.name, _shown(total), rubric.place)
    return _finding("gap", complaint)


def _overlap(rubric: RubricScheme, totals: list[Fraction]) -> Finding:
    """A grade of two bounds says which totals are its own; no grade to its left may take one of them."""
    for total in totals:
        claims = [grade for grade in rubric.grades if grade.op is not None and takes(grade, total)]
        closed = [grade for grade in claims[1:] if getattr(grade, "high", None) is not None]
        if closed:
            names = claims[0].name, closed[0].name
            return _finding(
                "overlap", messages.grades_overlap(rubric.name, _shown(total), names, rubric.place)
            )
    return _finding("overlap", None)


def _order(rubric: RubricScheme, given: list[tuple[Fraction, str]]) -> Finding:
    """Grades stand from the best to the worst, or the other way round: that of 100 says which."""
    names = [grade.name for grade in rubric.grades]
    graded = [(total, names.index(name)) for total, name in given if name]
    direction = 1 if not graded or graded[0][1] >= graded[-1][1] else -1
    for (low, before), (high, after) in pairwise(graded):
        if (after - before) * direction > 0:
            said = Text(
                f"总分 {_shown(low)} 得“{names[before]}”，{_shown(high)} 反而得“{names[after]}”",
                f"a total of {_shown(low)} gets “{names[before]}”, and {_shown(high)} only “{names[after]}”",
            )
            witness = Witness(said)
            return _finding("order", messages.grades_turn(rubric.name, witness, rubric.place), witness)
    return _finding("order", None)


def _unreachable(rubric: RubricScheme, given: set[str]) -> Finding:
    never = next((grade.name for grade in rubric.grades if grade.name not in given), None)
    return _finding(
        "unreachable", None if never is None else messages.never_given(rubric.name, never, rubric.place)
    )


def _shown(total: Fraction) -> str:
    return show_trimmed(total, 6)
