"""The weight, the method and the points of an explained line, as fields of JSON."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Language
from perfdsl.explain.told import CaseTold, MethodTold, PointsTold, WeightTold
from perfdsl.report.explanation_fields import (
    interval_fields,
    number_or_null,
    number_text,
    place_or_null,
    reckoned_fields,
    rounding_fields,
)
from perfdsl.report.place_fields import Json, place_fields


def weight_fields(weight: WeightTold, points: Fraction) -> dict[str, Json]:
    """Fields of a weight: what it is, and the numbers it was shared from."""
    return {
        "points": number_text(points),
        "how": weight.how,
        "text": weight.told.text,
        "source": place_or_null(weight.told.place),
        "group": weight.group,
        "group_points": number_text(weight.points),
        "passed_on": [{"group": name, "points": number_text(given)} for name, given in weight.passed],
        "declared": number_text(weight.declared),
        "members": weight.members,
        "exact": number_text(weight.exact),
    }


def method_fields(method: MethodTold, language: Language) -> dict[str, Json]:
    """Fields of a method, with all its cases."""
    chosen = method.chosen
    return {
        "name": method.name,
        "source": place_or_null(method.place),
        "chosen_by": {"text": chosen.text, "own": method.own, "source": place_or_null(chosen.place)},
        "parameters": [dict[str, Json](each._asdict()) for each in method.parameters],
        "cases": [_case_fields(case, language) for case in method.cases],
        "not_a_curve": "" if method.refusal is None else method.refusal.say(language),
    }


def _case_fields(case: CaseTold, language: Language) -> dict[str, Json]:
    return {
        "text": case.text,
        "verdict": case.verdict,
        "condition": reckoned_fields(case.condition, language),
        "result": reckoned_fields(case.result, language),
        "source": place_fields(case.place),
    }


def points_fields(points: PointsTold) -> dict[str, Json]:
    """Fields of points, step by step; exact."""
    return {
        "share": number_or_null(points.share),
        "before_cut": number_or_null(points.raw),
        "exact": number_or_null(points.exact),
        "rounding": rounding_fields(points.rounding),
        "rounded": interval_fields(points.rounded),
        "if_finished": [
            {"finished": each.finished, "points": number_or_null(each.points)} for each in points.branches
        ],
    }
