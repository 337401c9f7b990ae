"""The fields of one explained line in JSON."""

from __future__ import annotations

from perfdsl.diagnostic import Language
from perfdsl.explain.explanation import LineExplanation
from perfdsl.explain.remedy import Remedy
from perfdsl.explain.told import ComputedTold, FactTold
from perfdsl.report.explanation_faults import fault_fields
from perfdsl.report.explanation_fields import (
    cited_fields,
    effect_fields,
    interval_fields,
    number_or_null,
    number_text,
    place_or_null,
    reckoned_fields,
)
from perfdsl.report.explanation_method_json import method_fields, points_fields, weight_fields
from perfdsl.report.explanation_remedy import say_remedy
from perfdsl.report.explanation_sentence import say_line
from perfdsl.report.fact_fields import fact_fields
from perfdsl.report.place_fields import Json
from perfdsl.report.say_amended import amended_fields
from perfdsl.scorecard import IndicatorScore


def line_fields(line: LineExplanation, places: int, language: Language) -> dict[str, Json]:
    """Fields of a line; numbers are exact, points are given rounded in ``range``."""
    score = line.score
    remarks = dict[str, str](line.remarks)
    return {
        "group": list(score.group),
        "name": score.name,
        "sentence": say_line(line, places).say(language),
        "attainment": score.attainment,
        "excluded": score.excluded,
        "lost": number_text(line.lost),
        "lost_of_total": number_text(line.lost_of_total),
        "range": interval_fields(score.points),
        "target": {
            "text": line.target.text,
            "about": remarks.get("about", ""),
            "basis": remarks.get("basis", ""),
            "source": place_or_null(line.target.place),
            "amended_by": amended_fields(score.amended_by),
        },
        "actual": _actual_fields(score),
        "computed": None if line.computed is None else _computed_fields(line.computed, language),
        "check": line.check.say(language),
        "parts": [_fact_fields(part, language) for part in line.parts],
        "ratio": None if score.ratio is None else number_text(score.ratio),
        "weight": weight_fields(line.weight, score.weight),
        "method": method_fields(line.method, language),
        "points": points_fields(line.points),
        "judged": {
            "deducted": number_or_null(score.judged.deducted),
            "self": number_or_null(score.judged.self_score),
            "review": number_or_null(score.judged.review_score),
        },
        "effects": [effect_fields(effect, language) for effect in line.effects],
        "faults": fault_fields(line.faults, language),
        "notices": [notice.say(language) for notice in line.notices],
        "documents": [cited_fields(cited) for cited in line.cites],
        "remedy": None if line.remedy is None else _remedy_fields(line.remedy, places, language),
    }


def _actual_fields(score: IndicatorScore) -> dict[str, Json] | None:
    fact = score.fact
    if fact is None:
        return {"text": score.actual} if score.actual else None
    return fact_fields(fact)


def _computed_fields(computed: ComputedTold, language: Language) -> dict[str, Json]:
    return {
        "text": computed.told.text,
        "source": place_or_null(computed.told.place),
        "reckoned": reckoned_fields(computed.reckoned, language),
        "facts": [
            {
                "name": fact.name,
                "text": fact.text.say(language),
                "date": fact.day,
                "source": place_or_null(fact.place),
            }
            for fact in computed.facts
        ],
    }


def _fact_fields(fact: FactTold, language: Language) -> dict[str, Json]:
    text = fact.text.say(language)
    return {"name": fact.name, "text": text, "date": fact.day, "source": place_or_null(fact.place)}


def _remedy_fields(remedy: Remedy, places: int, language: Language) -> dict[str, Json]:
    return {
        "text": say_remedy(remedy, places).say(language),
        "how": remedy.how,
        "actual": remedy.text,
        "points": number_text(remedy.points),
        "full": remedy.full,
    }
