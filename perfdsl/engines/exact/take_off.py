"""Points that a person took off a line, in the column 扣分 of a form: never below zero."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.actuals.bound import BoundFact
from perfdsl.diagnostic import Text
from perfdsl.engines.exact.round_points import round_score
from perfdsl.exact import show_trimmed
from perfdsl.scheme.rubric_scheme import RoundingStep
from perfdsl.scorecard import Applied, IndicatorScore, Interval, Judged

NAME = "扣分"


def take_off(line: IndicatorScore, fact: BoundFact | None, rounding: RoundingStep | None) -> IndicatorScore:
    """Give a line with what people gave it, less what they took off it."""
    if fact is None or fact.fact is None or fact.judged == Judged():
        return line
    off = fact.judged.deducted
    line = line._replace(judged=fact.judged)
    if not off:
        return line
    low, high = (max(end - off, Fraction(0)) for end in line.points[:2])
    what = Text(f"扣 {show_trimmed(off)} 分", f"{show_trimmed(off)} points off")
    return line._replace(
        points=round_score(Interval(low, high, line.points.high_open), line.weight, rounding),
        before=line.points,
        applied=(Applied(NAME, fact.fact.place, what, fact.fact.reason),),
    )
