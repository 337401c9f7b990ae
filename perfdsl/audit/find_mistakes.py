"""Finds all that does not fit in a filled form: row by row, in its sums, its money and its grade."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

from perfdsl.audit.check_execution import check_execution, points_for, printed_rates, quotient
from perfdsl.audit.check_grade import check_grade
from perfdsl.audit.check_money import check_money
from perfdsl.audit.check_points import check_points
from perfdsl.audit.check_scores import check_scores
from perfdsl.audit.check_values import check_values
from perfdsl.audit.compare import audit
from perfdsl.audit.difference import Audit, Difference
from perfdsl.audit.filled_form import Entry, FilledForm
from perfdsl.audit.form_audit import FormAudit, Recomputed
from perfdsl.audit.from_form import read_form
from perfdsl.audit.mistake import GRAVITIES, Gravity, Mistake
from perfdsl.importers.draft import FormDraft, Unused
from perfdsl.scheme.rubric_scheme import RubricScheme


def audit_form(
    draft: FormDraft, file: str, rubric: RubricScheme, prose: tuple[Unused, ...] = ()
) -> FormAudit:
    """Hold one 自评表 against a rubric, and what is printed in it against the rest of it.

    ``prose``: texts around the form, which no form of the document took; grades may stand there.
    """
    form = read_form(draft._replace(unused=(*draft.unused, *prose)), file)
    compared = audit(form.published, rubric)
    return FormAudit(form, compared, find_mistakes(form, compared, rubric), _recompute(form, compared))


def find_mistakes(form: FilledForm, compared: Audit, rubric: RubricScheme) -> tuple[Mistake, ...]:
    """Give all that does not fit, the gravest first, by kind and then in the order of the form."""
    found = [
        *check_scores(form, compared.differences),
        *check_values(form),
        *check_points(form, rubric.weight_sets),
        *check_execution(form),
        *check_money(form),
        *check_grade(form, rubric.grades),
    ]
    kinds, gravities = list(GRAVITIES), get_args(Gravity)
    return tuple(sorted(found, key=lambda each: (gravities.index(each.gravity), kinds.index(each.kind))))


def _recompute(form: FilledForm, compared: Audit) -> Recomputed:
    given = awarded = Fraction(0)
    rows = 0
    for each in compared.differences:
        points = _given(each)
        if points is not None and each.row.awarded is not None:
            rows, given, awarded = rows + 1, given + points, awarded + each.row.awarded.value
    return Recomputed(rows, given, awarded, *_execution(form))


def _given(difference: Difference) -> Fraction | None:
    """Points that a rubric gives a row, after its own rounding; None where it gives no one number."""
    found = {reading.points for reading in difference.readings}
    return found.pop() if len(found) == 1 else None


def _execution(form: FilledForm) -> tuple[Fraction | None, Entry | None]:
    line = form.money_total
    if line is None:
        return None, None
    exact, printed = quotient(line), printed_rates(line)
    rate = exact if exact is not None else printed[0] if printed else None
    return None if rate is None else points_for(line, rate), line.entries.get("score")
