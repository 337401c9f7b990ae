"""A rubric held against itself: its weights make 100, its grades are in order, nothing necessary is missing."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages
from perfdsl.scheme.names import EXECUTION
from perfdsl.scheme.scheme import GradeBand, RubricScheme

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


def _check_grades(rubric: RubricScheme, diagnostics: Diagnostics) -> None:
    """Read from the left, each grade must still leave totals to the next, and the last must take all the rest."""
    for before, after in _neighbours(rubric.grades):
        if before.op is None or (after.op is not None and not _leaves_room(before, after)):
            diagnostics.add(messages.grades_unordered(rubric.place, before.name, after.name))
    if rubric.grades and not _takes_the_rest(rubric.grades[-1]):
        diagnostics.add(messages.grades_open(rubric.place, rubric.grades[-1].name))


def _neighbours(grades: tuple[GradeBand, ...]) -> Iterable[tuple[GradeBand, GradeBand]]:
    return zip(grades, grades[1:], strict=False)


def _leaves_room(before: GradeBand, after: GradeBand) -> bool:
    if before.op in {">=", ">"} and after.op in {">=", ">"}:
        return after.bound < before.bound or (after.bound == before.bound and (before.op, after.op) == (">", ">="))
    if before.op in {"<=", "<"} and after.op in {"<=", "<"}:
        return after.bound > before.bound or (after.bound == before.bound and (before.op, after.op) == ("<", "<="))
    return True


def _takes_the_rest(last: GradeBand) -> bool:
    return last.op is None or (last.op == ">=" and last.bound <= 0) or (last.op == "<=" and last.bound >= WHOLE)
