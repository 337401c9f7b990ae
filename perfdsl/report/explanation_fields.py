"""Fields of JSON that lines and totals of an explanation share: effects, documents, intervals, numbers."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Language
from perfdsl.exact import decimals_needed, show
from perfdsl.explain.told import Cited, EffectTold, Reckoned
from perfdsl.report.place_fields import Json, place_fields
from perfdsl.scheme.rubric_scheme import RoundingStep
from perfdsl.scorecard import Interval
from perfdsl.source import Place

_MOST_BITS = 4000


def effect_fields(effect: EffectTold, language: Language) -> dict[str, Json]:
    """Fields of what a rule, or a person, did to points."""
    return {
        "rule": effect.rule,
        "what": effect.what.say(language),
        "words": effect.words,
        "because": effect.because,
        "certain": effect.certain,
        "idle": effect.idle,
        "documents": [cited_fields(cited) for cited in effect.cites],
        "source": place_fields(effect.place),
    }


def rounding_fields(step: RoundingStep | None) -> Json:
    """Fields of how points are rounded; null where they are not."""
    return None if step is None else {"places": step.places, "mode": step.mode}


def cited_fields(cited: Cited) -> dict[str, Json]:
    """Fields of a document."""
    return {"by": cited.by, "text": cited.text, "unchecked": cited.unchecked}


def interval_fields(points: Interval) -> dict[str, Json]:
    """Both ends of points, equal where they are settled."""
    return {
        "low": number_text(points.low),
        "high": number_text(points.high),
        "high_open": points.high_open and not points.settled,
    }


def number_text(value: Fraction) -> str:
    """Write a number exactly, as a decimal or else a fraction; a fraction that is huge with four decimals."""
    huge = any(part.bit_length() > _MOST_BITS for part in value.as_integer_ratio())
    if huge or decimals_needed(value) is not None:
        return show(value)
    return f"{value.numerator}/{value.denominator}"


def number_or_null(value: Fraction | None) -> str | None:
    """Write a number exactly; null for none."""
    return None if value is None else number_text(value)


def place_or_null(place: Place | None) -> dict[str, Json] | None:
    """Fields of a place; null for none."""
    return None if place is None else place_fields(place)


def reckoned_fields(reckoned: Reckoned | None, language: Language) -> dict[str, Json] | None:
    """Fields of an expression with the numbers put in; null for none."""
    if reckoned is None:
        return None
    value = reckoned.value
    return {
        "words": reckoned.words.say(language),
        "numbers": reckoned.numbers.say(language),
        "value": value if value is None or isinstance(value, bool) else number_text(value),
        "missing": reckoned.missing,
    }
