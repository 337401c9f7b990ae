"""Checks the points of a filled form: headings of weights and scores swapped, a total that was not read."""

from __future__ import annotations

import re
from decimal import Decimal

from perfdsl.importers import messages
from perfdsl.importers.checks.check_weights import WHOLES
from perfdsl.importers.draft import DraftRow, Field, FormDraft, RowName
from perfdsl.importers.read_fields import NOTHING

_NUMERAL = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_SUBTOTAL = "小计"
_POINTS: tuple[RowName, ...] = ("weight", "score")


def check_points(form: FormDraft) -> FormDraft:
    """Doubt both columns where the scores sum to 100 or 90 and the weights do not; look for the total."""
    if not form.rows or any(name not in row.fields for row in form.rows for name in _POINTS):
        return form
    weights, scores = _sum(form, "weight"), _sum(form, "score")
    if weights is not None and scores in WHOLES and weights not in WHOLES and weights != scores:
        form = form._replace(
            rows=tuple(map(_doubted, form.rows)), reasons=(*form.reasons, messages.swapped_points())
        )
    form = form._replace(rows=tuple(map(_bounded, form.rows)))
    return _check_total(form, weights)


def _sum(form: FormDraft, name: RowName) -> Decimal | None:
    """Sum a column up; None where a row has no number in it."""
    known = [value for row in form.rows if isinstance(value := row.fields[name].value, Decimal)]
    return sum(known, Decimal()) if len(known) == len(form.rows) else None


def _doubted(row: DraftRow) -> DraftRow:
    told = messages.swapped_points()
    return DraftRow({n: f.doubted(told) if n in _POINTS else f for n, f in row.fields.items()})


def _bounded(row: DraftRow) -> DraftRow:
    """Doubt more points than a whole form has: two cells may have been merged."""
    above = {
        name
        for name in _POINTS
        if isinstance(value := row.fields[name].value, Decimal) and value > max(WHOLES)
    }
    told = messages.points_above_whole()
    return DraftRow({n: f.doubted(told) if n in above else f for n, f in row.fields.items()})


def _check_total(form: FormDraft, weights: Decimal | None) -> FormDraft:
    """Say that a row of totals prints no score, or a number that is neither a whole nor the weights' sum."""
    rows = [
        one for one in form.passed_over if one.reason == messages.TOTALS_ROW and _SUBTOTAL not in one.text
    ]
    if "total" in form.head or not rows:
        return form
    numbers = {Decimal(one[:18]) for one in _NUMERAL.findall(rows[-1].text[:200])}
    if numbers - {weights, *WHOLES}:
        told = messages.total_not_read(rows[-1].text)
        return form._replace(reasons=(*form.reasons, told))
    missing = Field("", None, rows[-1].spots, "missing", (NOTHING,))
    return form._replace(head={**form.head, "total": missing})
