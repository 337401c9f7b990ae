"""Adds up the weights and the scores of a form, and holds the sums against what is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from perfdsl.audit import messages_form as messages
from perfdsl.audit.filled_form import Entry, FilledForm
from perfdsl.audit.mistake import Mistake
from perfdsl.audit.published import Points
from perfdsl.exact import round_to
from perfdsl.importers.draft import MoneyName
from perfdsl.scheme.names import EXECUTION
from perfdsl.scheme.scheme import WeightSet

_WHOLE = 100


def check_points(form: FilledForm, weight_sets: Sequence[WeightSet] = ()) -> Iterator[Mistake]:
    """Report weights that do not make 100, and a total that is not the sum of the scores.

    Where one of the numbers is blank or no number there is no sum, and nothing is said. A form without a
    money part may leave out what its rubric gives for execution: ``weight_sets`` are that rubric's.
    """
    yield from _check_weights(form, _left_out(weight_sets) if not form.money else frozenset())
    yield from _check_total(form)


def execution_weight(form: FilledForm) -> Entry | None:
    """Give what the money part prints as its weight; None where there is none."""
    return _printed(form, "weight")


def _left_out(weight_sets: Sequence[WeightSet]) -> frozenset[Fraction]:
    return frozenset(points for each in weight_sets for group, points in each.points if group == EXECUTION)


def _check_weights(form: FilledForm, left_out: frozenset[Fraction]) -> Iterator[Mistake]:
    rows = _sum([each.weight for each in form.rows])
    execution = execution_weight(form)
    if rows is None or not form.rows or (execution is not None and execution.number is None):
        return
    total = rows + (execution.number.value if execution is not None and execution.number else 0)
    if total != _WHOLE and _WHOLE - total not in left_out:
        entries = [each.weight for each in form.rows] + ([execution] if execution else [])
        yield messages.points_not_100(total, rows, execution, is_sure=all(each.is_sure for each in entries))


def _check_total(form: FilledForm) -> Iterator[Mistake]:
    total, rows = form.total, _sum([each.score for each in form.rows])
    execution = _printed(form, "score")
    if total is None or total.number is None or rows is None or not form.rows:
        return
    if execution_weight(form) is not None and (execution is None or execution.number is None):
        return
    found = rows + (execution.number.value if execution is not None and execution.number else 0)
    entries = [total, *(each.score for each in form.rows), *([execution] if execution else [])]
    yield from _hold(total, total.number, found, is_sure=all(each.is_sure for each in entries))


def _hold(total: Entry, printed: Points, found: Fraction, *, is_sure: bool) -> Iterator[Mistake]:
    if not is_rounded(printed, found):
        is_zero = printed.value == 0
        report = messages.zero_total if is_zero else messages.total_not_sum
        yield report(total, found, is_sure=is_sure)
    elif lost_decimals(printed, found):
        yield messages.total_rounded(total, found, is_sure=is_sure)


def lost_decimals(printed: Points, exact: Fraction) -> bool:
    """Whether a number is printed as a whole that is none."""
    return printed.value.denominator == 1 and exact.denominator != 1


def is_rounded(printed: Points, exact: Fraction) -> bool:
    """Whether a printed number is an exact one, rounded half up or cut off to the decimals printed."""
    return printed.value in {round_to(exact, printed.places, mode) for mode in ("half_up", "truncate")}


def _printed(form: FilledForm, name: MoneyName) -> Entry | None:
    """Give a column of the money part: of the line of totals, or of the only line that has it."""
    found = [line for line in form.money if (entry := line.entries.get(name)) and entry.text]
    total = next((line for line in found if line.role == "total"), found[0] if len(found) == 1 else None)
    return None if total is None else total.entries[name]


def _sum(entries: list[Entry]) -> Fraction | None:
    numbers = [each.number for each in entries]
    values = [number.value for number in numbers if number is not None]
    return sum(values, Fraction(0)) if len(values) == len(numbers) else None
