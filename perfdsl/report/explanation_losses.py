"""What a total lost besides the points of its lines: ``规则“一票否决”：扣 89.83 分（总分 至多 0 分；…）``."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Language, Text
from perfdsl.exact import decimals_needed, show, show_trimmed
from perfdsl.explain.explanation import Explanation, LineExplanation
from perfdsl.explain.told import EffectTold, LossTold
from perfdsl.report import explanation_words as words
from perfdsl.report.explanation_fields import number_text
from perfdsl.report.explanation_remedy import say_lift
from perfdsl.report.explanation_sentence import say_line
from perfdsl.report.place_fields import Json

_MOST_PLACES = 4


def say_loss(loss: LossTold, places: int) -> Text:
    """Say what a rule over the project, or rounding, took off the total."""
    points = _shown(abs(loss.points), places)
    if loss.effect is None:
        zh, en = ("扣", "lost") if loss.points > 0 else ("补", "gained")
        return Text(f"总分舍入：{zh} {points} 分", f"Rounding of the total: {points} points {en}")
    rule, why = loss.effect.rule, _say_why(loss, loss.effect)
    lift = Text("", "") if loss.lift is None else say_lift(loss.lift, loss.how)
    zh, en = words.bracketed(why.zh, "zh"), words.bracketed(why.en, "en")
    return Text(
        "；".join(filter(None, (f"规则“{rule}”：扣 {points} 分{zh}", lift.zh))),
        "; ".join(filter(None, (f"Rule “{rule}”: {points} points lost{en}", lift.en))),
    )


def _say_why(loss: LossTold, effect: EffectTold) -> Text:
    """Say what the rule does, unless that is to take off just these points, and the reason that it gives."""
    shown = show_trimmed(loss.points)
    what = Text("", "") if effect.what.zh == f"扣 {shown} 分" else effect.what
    zh, en = ([said, effect.because] for said in what)
    return Text("；".join(filter(None, zh)), "; ".join(filter(None, en)))


def say_lost(told: Explanation, language: Language) -> str:
    """``共 11.00 分``: what is missing to 100; how much of it lines have that may yet lose more."""
    places = told.score.places
    open_ones = sum((line.lost_of_total for line in told.lines if line.is_open), Fraction(0))
    lost = _shown(told.lost, places)
    if not open_ones:
        return Text(f"共 {lost} 分", f"{lost} in all").say(language)
    least = _shown(open_ones, places)
    return Text(
        f"共 {lost} 分，其中还待定的至少 {least} 分", f"{lost} in all, of which at least {least} are pending"
    ).say(language)


def by_points_lost(told: Explanation) -> list[LineExplanation | LossTold]:
    """All that lost points of the total, the dearest first; what rounding gave comes last."""
    lost: list[LineExplanation | LossTold] = [line for line in told.lines if line.lost]
    return sorted([*lost, *told.total.losses], key=lambda each: -_points(each))


def loss_fields(each: LineExplanation | LossTold, places: int, language: Language) -> dict[str, Json]:
    """Fields of one loss; ``points`` are exact, of the total, and of all losses make up what is missing."""
    if isinstance(each, LineExplanation):
        of, name, sentence = "line", each.score.name, say_line(each, places)
    else:
        of = "rounding" if each.effect is None else "rule"
        name, sentence = "" if each.effect is None else each.effect.rule, say_loss(each, places)
    return {"of": of, "name": name, "points": number_text(_points(each)), "text": sentence.say(language)}


def _points(each: LineExplanation | LossTold) -> Fraction:
    return each.lost_of_total if isinstance(each, LineExplanation) else each.points


def _shown(points: Fraction, places: int) -> str:
    """Show points with the decimals of the total, or a few more where these would not show them all."""
    needed = decimals_needed(points)
    return show(points, max(places, _MOST_PLACES if needed is None else min(needed, _MOST_PLACES)))
