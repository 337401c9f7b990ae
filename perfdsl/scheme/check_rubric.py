"""A rubric held against itself: weights make 100, grades are in order, nothing necessary is missing."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages_rubric as messages
from perfdsl.scheme.check_rule import check_grades_of_rule
from perfdsl.scheme.grade import grade_of, step_of_totals, totals_between
from perfdsl.scheme.names import EXECUTION
from perfdsl.scheme.rubric_scheme import RubricScheme

WHOLE = Fraction(100)


def check_rubric(rubric: RubricScheme, diagnostics: Diagnostics) -> None:
    """Complain of what no sheet could be scored under."""
    if not rubric.weight_sets:
        diagnostics.add(messages.rubric_lacks(rubric.place, rubric.name, "weights"))
    if not rubric.scoring:
        diagnostics.add(messages.rubric_lacks(rubric.place, rubric.name, "scoring"))
    if not rubric.grades:
        diagnostics.add(messages.rubric_lacks(rubric.place, rubric.name, "grades"))
    if rubric.each is None and rubric.total is None:
        diagnostics.add(messages.rubric_lacks(rubric.place, rubric.name, "rounding"))
    for weights in rubric.weight_sets:
        total = sum((points for _, points in weights.points), Fraction(0))
        if total != WHOLE:
            diagnostics.add(messages.weights_not_whole(weights.place, rubric.name, total))
        if any(points < 0 for _, points in weights.points):
            diagnostics.add(messages.negative_weight(weights.place))
    scored = {selector for selector, _ in rubric.scoring}
    if EXECUTION not in scored and any(g == EXECUTION for w in rubric.weight_sets for g, _ in w.points):
        diagnostics.add(messages.rubric_lacks(rubric.place, rubric.name, "execution"))
    _check_grades(rubric, diagnostics)
    for rule in rubric.rules:
        check_grades_of_rule(rule, rubric.grades, diagnostics)


def _check_grades(rubric: RubricScheme, diagnostics: Diagnostics) -> None:
    """Read from the left, each grade must be left some totals, and the last must leave none."""
    grades = rubric.grades
    if not grades:
        return
    tried = sorted(totals_between(Fraction(0), WHOLE, grades, step_of_totals(rubric)))
    given = {grade_of(total, grades) for total in tried}
    for at, grade in enumerate(grades):
        if grade.name not in given:
            before = grades[max(at - 1, 0)]
            diagnostics.add(messages.grades_unordered(rubric.place, before.name, grade.name))
    if "" in given:
        without = next(total for total in reversed(tried) if not grade_of(total, grades))
        diagnostics.add(messages.grades_open(rubric.place, grades[-1].name, without))
