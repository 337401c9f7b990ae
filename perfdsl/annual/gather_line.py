"""Gathers an indicator for the report: everything about it that stands on its one line."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact
from perfdsl.annual import words
from perfdsl.annual.line_part import JudgedPart, LinePart, Lit, Points
from perfdsl.annual.show_figures import percent, point_figure, points_of, signed, weight_of
from perfdsl.diagnostic import Language
from perfdsl.explain.explanation import LineExplanation
from perfdsl.monitor.monitored import Forecast, MonitoredLine, Shone
from perfdsl.plan.curve import Curve
from perfdsl.plan.plan import IndicatorPlan
from perfdsl.report.explanation_sentence import say_line
from perfdsl.report.explanation_words import show_place
from perfdsl.report.monitor_words import CAUSES, LIGHTS
from perfdsl.report.words import STATES, called, state_of
from perfdsl.scheme.known_units import is_deadline
from perfdsl.scorecard import FactUsed, IndicatorScore, Interval

_INVENTED = ("虚构", "invented")


class OfLine(NamedTuple):
    """All that is known of a line besides its score; each may be missing."""

    plan: IndicatorPlan | None = None
    bound: BoundFact | None = None
    told: LineExplanation | None = None
    monitored: MonitoredLine | None = None
    finished: bool | None = None


def gather_line(  # noqa: PLR0913, PLR0917 — one line in all that is known of it
    anchor: str, number: int, score: IndicatorScore, known: OfLine, places: int, language: Language
) -> LinePart:
    """Gather a line; ``places``: decimals of its points."""
    fact, plan = score.fact, known.plan
    curve = _curve_of(plan, known.finished)
    return LinePart(
        anchor=f"{anchor}-{number}",
        number=number,
        group=tuple(called(name, language) for name in score.group),
        name=called(score.name, language),
        target=score.target,
        actual=score.actual,
        ratio=percent(score.ratio),
        weight=weight_of(score.weight, places),
        points=Points(score.points, "-") if score.excluded else points_of(score.points, places),
        state=state_of(score),
        state_text=STATES[state_of(score)].say(language),
        why=_why(score, known.told, places, language),
        reason=fact.reason if fact else "",
        cause=_cause(known, language),
        day=fact.date if fact else "",
        evidence=fact.evidence if fact else "",
        source=show_place(fact.place) if fact else "",
        target_source=show_place(plan.target_place if plan else score.place),
        judged=_judged(score, places),
        lit=None if known.monitored is None else light_of(known.monitored.shone, language),
        forecast=say_forecast(known.monitored.forecast if known.monitored else None, language),
        curve=curve,
        actual_value=known.bound.value if known.bound else None,
        target_value=plan.aim.target if plan else None,
        unit=plan.aim.unit.name if plan else "",
        unit_factor=plan.aim.unit.factor if plan else Fraction(1),
        is_invented=says_invented(fact),
    )


def says_invented(fact: FactUsed | None) -> bool:
    """Whether the author of a fact says, beside it, that it is invented (虚构)."""
    if fact is None:
        return False
    told = f"{fact.evidence} {fact.reason}".lower()
    return any(word in told for word in _INVENTED)


def light_of(shone: Shone, language: Language) -> Lit:
    """Name a light."""
    text = words.UNLIT if shone.light is None else LIGHTS[shone.light]
    return Lit(shone.light, text.say(language), shone.why.say(language))


def say_forecast(forecast: Forecast | None, language: Language) -> str:
    """``11次（9次–12次）；按月平均`` — what the year's end is likely to bring, and how that was got."""
    if forecast is None:
        return ""
    separator = "；" if language == "zh" else "; "
    return f"{forecast.text}{separator}{forecast.method.say(language)}"


def _why(score: IndicatorScore, told: LineExplanation | None, places: int, language: Language) -> str:
    """Say how the points came about: the sentence of the explanation, else that of the engine."""
    said = say_line(told, places).say(language) if told else ""
    return said or score.why.say(language)


def _cause(known: OfLine, language: Language) -> str:
    fact = known.bound.fact if known.bound else None
    cause = fact.cause if fact and fact.cause else known.monitored.cause if known.monitored else None
    return "" if cause is None else CAUSES[cause].say(language)


def _judged(score: IndicatorScore, places: int) -> JudgedPart | None:
    judged = score.judged
    if judged.deducted is judged.self_score is judged.review_score is None:
        return None
    return JudgedPart(
        deducted=point_figure(judged.deducted, places),
        self_score=point_figure(judged.self_score, places),
        review_score=point_figure(judged.review_score, places),
        difference=signed(_difference(score), places),
    )


def _difference(score: IndicatorScore) -> Fraction | None:
    """Give the reviewer's points less the self-score; where there is but one, less what the rubric gives."""
    own, review = score.judged.self_score, score.judged.review_score
    by_rubric: Interval = score.before or score.points
    given = by_rubric.low if by_rubric.settled else None
    if review is not None:
        beside = own if own is not None else given
        return None if beside is None else review - beside
    return None if own is None or given is None else own - given


def _curve_of(plan: IndicatorPlan | None, finished: bool | None) -> Curve | None:
    """Give the curve that can be drawn: of numbers, and of the state of 已完成 that was recorded."""
    if plan is None or is_deadline(plan.aim.unit) or plan.aim.op in {"is", "qualitative"}:
        return None
    curves = dict(plan.method.curves)
    return curves.get(None) or curves.get(finished)
