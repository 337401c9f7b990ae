"""Checks that the weights of a blank form sum to 100, or to 90 beside the execution rate."""

from __future__ import annotations

from decimal import Decimal

from perfdsl.importers import messages
from perfdsl.importers.draft import FormDraft

WHOLES = frozenset({Decimal(100), Decimal(90)})
"""What the weights of a form sum to: 100, or 90 beside 10 of execution."""


def check_weights(form: FormDraft) -> FormDraft:
    """Add a reason to the form; what a filled form's sums are worth is for the audit to say."""
    if form.kind in {"self_evaluation", "monitoring"} or not form.rows:
        return form
    weights = [row.fields["weight"].value for row in form.rows if "weight" in row.fields]
    known = [weight for weight in weights if isinstance(weight, Decimal)]
    if len(known) != len(form.rows) or sum(known) in WHOLES:
        return form
    return form._replace(reasons=(*form.reasons, messages.weights_total(f"{sum(known)}")))
