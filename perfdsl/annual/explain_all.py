"""Explains every project of a scorecard, for the pages behind its numbers."""

from __future__ import annotations

from perfdsl.annual.year import Year
from perfdsl.explain.explain_project import explain_project, in_hand
from perfdsl.explain.explanation import Explanation


def explain_all(year: Year, most: int) -> tuple[Explanation, ...]:
    """Explain the first ``most`` projects of a scorecard; those that are not in its plan are left out."""
    schemes = {project.place: project for project in year.scheme.projects}
    pairs = zip(year.plan.projects, year.actuals.projects, strict=True)
    planned = {plan.place: (plan, facts) for plan, facts in pairs}
    found = []
    for score in year.scorecard.projects[:most]:
        scheme, stages = schemes.get(score.place), planned.get(score.place)
        if scheme is None or stages is None or scheme.rubric is None or scheme.scoring is None:
            continue
        hand = in_hand(scheme, *stages, score, year.facts, year.as_of)
        found.append(explain_project(hand, year.scorecard.as_of))
    return tuple(found)
