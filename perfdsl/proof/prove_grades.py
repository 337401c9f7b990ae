"""Whether each total has one grade, each grade some total, and a higher total no worse grade."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

from perfdsl.diagnostic import Diagnostic, Text
from perfdsl.proof import messages, wording
from perfdsl.proof.finding import Finding, Property, Witness
from perfdsl.proof.write_number import written
from perfdsl.scheme.grade import grade_of, step_of_totals, takes, totals_between
from perfdsl.scheme.rubric_scheme import RubricScheme

WHOLE = Fraction(100)


def prove_grades(rubric: RubricScheme) -> list[Finding]:
    """Look at the totals on and between the bounds, as they are rounded; nothing without grades."""
    if not rubric.grades:
        return []
    step = step_of_totals(rubric)
    totals = sorted(totals_between(Fraction(0), WHOLE, rubric.grades, step))
    given = [(total, grade_of(total, rubric.grades)) for total in totals]
    found = [
        _gap(rubric, given),
        _overlap(rubric, totals),
        _order(rubric, given),
        _unreachable(rubric, {name for _, name in given}),
    ]
    why = wording.totals(step)
    return [each._replace(why=why) if each.verdict == "proved" else each for each in found]


def _finding(about: Property, complaint: Diagnostic | None, witness: Witness | None = None) -> Finding:
    if complaint is None:
        return Finding(about, "proved", wording.totals(None))
    return Finding(about, "refuted", complaint.message, witness or Witness(complaint.message), complaint)


def _gap(rubric: RubricScheme, given: list[tuple[Fraction, str]]) -> Finding:
    total = next((total for total, name in given if not name), None)
    complaint = None if total is None else messages.grades_open(rubric.name, written(total), rubric.place)
    return _finding("gap", complaint)


def _overlap(rubric: RubricScheme, totals: list[Fraction]) -> Finding:
    """A grade of two bounds says which totals are its own; no grade to its left may take one of them."""
    for total in totals:
        claims = [grade for grade in rubric.grades if grade.op is not None and takes(grade, total)]
        closed = [grade for grade in claims[1:] if getattr(grade, "high", None) is not None]
        if closed:
            names = claims[0].name, closed[0].name
            return _finding(
                "overlap", messages.grades_overlap(rubric.name, written(total), names, rubric.place)
            )
    return _finding("overlap", None)


def _order(rubric: RubricScheme, given: list[tuple[Fraction, str]]) -> Finding:
    """Grades stand from the best to the worst, or the other way round: that of 100 says which."""
    names = [grade.name for grade in rubric.grades]
    graded = [(total, names.index(name)) for total, name in given if name]
    direction = 1 if not graded or graded[0][1] >= graded[-1][1] else -1
    for (low, before), (high, after) in pairwise(graded):
        if (after - before) * direction > 0:
            one, other = written(low), written(high)
            said = Text(
                f"总分 {one} 得“{names[before]}”，{other} 反而得“{names[after]}”",
                f"a total of {one} gets “{names[before]}”, and {other} only “{names[after]}”",
            )
            witness = Witness(said)
            return _finding("order", messages.grades_turn(rubric.name, witness, rubric.place), witness)
    return _finding("order", None)


def _unreachable(rubric: RubricScheme, given: set[str]) -> Finding:
    never = next((grade.name for grade in rubric.grades if grade.name not in given), None)
    return _finding(
        "unreachable", None if never is None else messages.never_given(rubric.name, never, rubric.place)
    )
