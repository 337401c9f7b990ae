"""Finds the total of the scores: among a form's fields, or in the row of totals below its indicators."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.actuals.headers import TOTAL_NAMES, label_key
from perfdsl.audit.filled_form import Entry
from perfdsl.audit.read_entry import read_entry, read_number
from perfdsl.importers.draft import FormDraft, Unused
from perfdsl.importers.tidy_text import tidy

_BETWEEN_CELLS = "｜"
_WHOLE = 100
_MOST_CELLS = 20
_BOTH = 2


def read_total(draft: FormDraft) -> Entry | None:
    """Give the printed total; None without one, or where the one number may be the sum of the weights."""
    field = draft.head.get("total")
    if field is not None and tidy(field.raw):
        return read_entry(field)
    rows = [each for each in draft.passed_over if _is_total(each)]
    # Subtotals stand between the rows; the total of all is the last.
    return _score_in(rows[-1], _weights(draft)) if rows else None


def read_weight_total(draft: FormDraft) -> Entry | None:
    """Give the printed sum of the weights: the first of exactly two numbers in the row of totals."""
    rows = [each for each in draft.passed_over if _is_total(each)]
    numbers = _numbers(rows[-1]) if rows else []
    return numbers[0] if len(numbers) == _BOTH else None


def _is_total(row: Unused) -> bool:
    return label_key(row.text.split(_BETWEEN_CELLS, 1)[0]).strip(":") in TOTAL_NAMES


def _score_in(row: Unused, weights: Fraction | None) -> Entry | None:
    """Of ``总分｜100｜97.85`` take the last; a single number counts unless it is the sum of the weights."""
    found = _numbers(row)
    if len(found) == 1 and found[0].number is not None and found[0].number.value in {weights, _WHOLE}:
        return None
    return found[-1] if found else None


def _numbers(row: Unused) -> list[Entry]:
    cells = [tidy(text) for text in row.text.split(_BETWEEN_CELLS)[:_MOST_CELLS]]
    are_placed = len(row.spots) == len(cells)
    return [
        Entry(text, number, row.spots[at : at + 1] if are_placed else row.spots)
        for at, text in enumerate(cells)
        if (number := read_number(text)) is not None
    ]


def _weights(draft: FormDraft) -> Fraction | None:
    numbers = [read_entry(each.fields.get("weight")).number for each in draft.rows]
    found: Sequence[Fraction] = [number.value for number in numbers if number is not None]
    return sum(found, Fraction(0)) if found else None
