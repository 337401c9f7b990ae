"""A recorded fact as the fields of a JSON object."""

from __future__ import annotations

from perfdsl.report.place_fields import Json, place_fields
from perfdsl.scorecard import FactUsed


def fact_fields(fact: FactUsed) -> dict[str, Json]:
    """A recorded fact as its author wrote it, with its date, reason, evidence and place."""
    return {
        "text": fact.text,
        "date": fact.date,
        "reason": fact.reason,
        "evidence": fact.evidence,
        "source": place_fields(fact.place),
    }
