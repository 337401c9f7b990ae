"""Looks at the grades that a form prints: their thresholds, and the one that was given beside the total."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from perfdsl.audit import messages_form as messages
from perfdsl.audit.filled_form import FilledForm
from perfdsl.audit.mistake import Mistake
from perfdsl.audit.read_grade import GRADES, Band, read_bands, read_given, short_name
from perfdsl.diagnostic import Text
from perfdsl.scheme.rubric_scheme import GradeBand

_PRINTED = Text("印出的界限", "the printed thresholds")
_RUBRIC = Text("评分办法", "the rubric")


def check_grade(form: FilledForm, grades: Sequence[GradeBand]) -> Iterator[Mistake]:
    """Report thresholds that do not fall, and a printed grade that its total does not get.

    Thresholds that are printed count; where none are, those of the rubric do.
    """
    printed = [(entry, bands) for entry in form.prose if (bands := read_bands(entry.text))]
    for entry, bands in printed:
        for better, worse in pairwise(bands):
            if better.least is not None and worse.least is not None and better.least <= worse.least:
                yield messages.grade_thresholds(entry, better.grade, worse.grade)
                return
    given = read_given(form.prose)
    if given is None or form.total is None or form.total.number is None or _has_zero_total(form):
        return
    bands = printed[0][1] if printed else [_of_rubric(each) for each in grades]
    expected = _grade_of(bands, form.total.number.value)
    if expected in GRADES and given.grade != expected:
        yield messages.grade_not_total(given, form.total, expected, _PRINTED if printed else _RUBRIC)


def _has_zero_total(form: FilledForm) -> bool:
    """Whether the total is 0 beside scores above 0: that is reported, and no grade follows from it."""
    total = form.total.number if form.total is not None else None
    is_zero = total is not None and total.value == 0
    return is_zero and any(
        each.score.number is not None and each.score.number.value > 0 for each in form.rows
    )


def _of_rubric(band: GradeBand) -> Band:
    return Band(short_name(band.name), band.bound if band.op else None)


def _grade_of(bands: Sequence[Band], total: Fraction) -> str:
    return next((each.grade for each in bands if each.least is None or total >= each.least), "")
