"""Adds up the weights and the scores of a form, and holds the sums against what is printed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from perfdsl.audit import messages_form as messages
from perfdsl.audit.filled_form import Entry, FilledForm
from perfdsl.audit.mistake import Mistake
from perfdsl.audit.published import Points
from perfdsl.audit.round_printed import is_computed, is_rounded, lost_decimals
from perfdsl.exact import round_to
from perfdsl.importers.draft import MoneyName
from perfdsl.scheme.names import EXECUTION
from perfdsl.scheme.rubric_scheme import WeightSet

_WHOLE = 100
_SHOWN = 2


def check_points(form: FilledForm, weight_sets: Sequence[WeightSet] = ()) -> Iterator[Mistake]:
    """Report weights that do not make 100, and printed sums of weights and scores that are not theirs.

    Where one of the numbers is blank or no number there is no sum, and nothing is said. Where no weight of
    execution was read, the rest to 100 may be for it: ``weight_sets`` are what the rubric gives.
    """
    left_out = _left_out(weight_sets) if not _has_column(form, "weight") else frozenset[Fraction]()
    yield from _check_weights(form, left_out)
    if not _sums_rows_only(form):
        yield from _check_weight_total(form, left_out)
        yield from _check_total(form, left_out)


def _sums_rows_only(form: FilledForm) -> bool:
    """Whether the row of totals sums the indicators, weights and scores alike, and leaves execution out."""
    if form.weight_total is None or form.total is None:
        return False
    pairs = (
        (form.weight_total.number, _sum([each.weight for each in form.rows])),
        (form.total.number, _sum([each.score for each in form.rows])),
    )
    return all(number is not None and found is not None and number.value == found for number, found in pairs)


def _left_out(weight_sets: Sequence[WeightSet]) -> frozenset[Fraction]:
    return frozenset(points for each in weight_sets for group, points in each.points if group == EXECUTION)


def _has_column(form: FilledForm, name: MoneyName) -> bool:
    """Whether a column of the money part was read, blank or not."""
    return any(name in line.entries for line in form.money)


def _check_weights(form: FilledForm, left_out: frozenset[Fraction]) -> Iterator[Mistake]:
    rows, execution = _sum([each.weight for each in form.rows]), _printed(form, "weight")
    if rows is None or not form.rows or (execution is not None and execution.number is None):
        return
    total = rows + _value(execution)
    if total != _WHOLE and _WHOLE - total not in left_out:
        entries = [each.weight for each in form.rows] + ([execution] if execution else [])
        yield messages.points_not_100(total, rows, execution, is_sure=all(each.is_sure for each in entries))


def _check_weight_total(form: FilledForm, left_out: frozenset[Fraction]) -> Iterator[Mistake]:
    """Hold the printed sum of the weights against the weights, and that of execution."""
    total, rows = form.weight_total, _sum([each.weight for each in form.rows])
    execution = _printed(form, "weight")
    if total is None or total.number is None or rows is None or not form.rows:
        return
    if execution is not None and execution.number is None:
        return
    found = rows + _value(execution)
    if total.number.value != found and not _is_rest(form, rows, total.number.value - rows, left_out):
        entries = [total, *(each.weight for each in form.rows), *([execution] if execution else [])]
        yield messages.points_not_sum(total, found, is_sure=all(each.is_sure for each in entries))


def _check_total(form: FilledForm, left_out: frozenset[Fraction]) -> Iterator[Mistake]:
    total, rows = form.total, _sum([each.score for each in form.rows])
    execution, weight = _printed(form, "score"), _printed(form, "weight")
    if total is None or total.number is None or rows is None or not form.rows:
        return
    if weight is not None and (execution is None or execution.number is None):
        return
    found, weights = rows + _value(execution), _sum([each.weight for each in form.rows])
    if execution is None and _is_part(form, weights, total.number.value - found, left_out):
        return
    entries = [total, *(each.score for each in form.rows), *([execution] if execution else [])]
    if total.number.value == _sum_as_shown(entries[1:]):
        return
    yield from _hold(total, total.number, found, is_sure=all(each.is_sure for each in entries))


def _is_rest(form: FilledForm, weights: Fraction, points: Fraction, left_out: frozenset[Fraction]) -> bool:
    """Whether points are what a rubric gives for execution, and the weights leave them.

    Where cells of the form were not read, its weight may stand in them, whatever the others make.
    """
    return points in left_out and (bool(form.unread) or points == _WHOLE - weights)


def _is_part(
    form: FilledForm, weights: Fraction | None, points: Fraction, left_out: frozenset[Fraction]
) -> bool:
    """Whether points may be those of an execution that was not read: no more than what is left for it."""
    left = [most for most in left_out if weights is None or _is_rest(form, weights, most, left_out)]
    return any(0 <= points <= most for most in left)


def _value(entry: Entry | None) -> Fraction:
    return Fraction(0) if entry is None or entry.number is None else entry.number.value


def _hold(total: Entry, printed: Points, found: Fraction, *, is_sure: bool) -> Iterator[Mistake]:
    if not is_rounded(printed, found):
        is_zero = printed.value == 0
        report = messages.zero_total if is_zero else messages.total_not_sum
        yield report(total, found, is_sure=is_sure)
    elif lost_decimals(printed, found):
        yield messages.total_rounded(total, found, is_sure=is_sure)


def _printed(form: FilledForm, name: MoneyName) -> Entry | None:
    """Give a column of the money part: of the line of totals, or of the only line that has it."""
    found = [line for line in form.money if (entry := line.entries.get(name)) and entry.text]
    total = next((line for line in found if line.role == "total"), found[0] if len(found) == 1 else None)
    return None if total is None else total.entries[name]


def _sum_as_shown(entries: list[Entry]) -> Fraction:
    """Add numbers up as a spreadsheet shows them: computed ones with two decimals, though it holds more."""
    numbers = [each.number for each in entries if each.number is not None]
    shown = (round_to(each.value, _SHOWN, "half_up") if is_computed(each) else each.value for each in numbers)
    return sum(shown, Fraction(0))


def _sum(entries: list[Entry]) -> Fraction | None:
    numbers = [each.number for each in entries]
    values = [number.value for number in numbers if number is not None]
    return sum(values, Fraction(0)) if len(values) == len(numbers) else None
