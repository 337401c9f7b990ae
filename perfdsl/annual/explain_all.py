"""Explains every project of a scorecard, for the pages behind its numbers."""

from __future__ import annotations

from perfdsl.annual.find_known import known_schemes, known_stages
from perfdsl.annual.year import Year
from perfdsl.explain.explain_project import explain_project, in_hand
from perfdsl.explain.explanation import Explanation


def explain_all(year: Year, most: int) -> tuple[Explanation, ...]:
    """Explain the first ``most`` projects of a scorecard and what its departments have of their own.

    Those that are not in its plan are left out.
    """
    schemes, planned = known_schemes(year), known_stages(year)
    own = (each.own for each in year.scorecard.departments if each.own is not None)
    found = []
    for score in (*own, *year.scorecard.projects[:most]):
        scheme, stages = schemes.get(score.place), planned.get(score.place)
        if scheme is None or stages is None or scheme.rubric is None or scheme.scoring is None:
            continue
        hand = in_hand(scheme, *stages, score, year.facts, year.as_of)
        found.append(explain_project(hand, year.scorecard.as_of))
    return tuple(found)
