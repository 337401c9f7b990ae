"""Says whether a target is met, on exact values: ``11次 ≥ 12次 不成立``."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Text
from perfdsl.explain.line_in_hand import LineInHand
from perfdsl.explain.show_value import show_share
from perfdsl.scheme.read_aim import SIGNS


def say_check(line: LineInHand) -> Text:
    """Say what attainment was judged on."""
    aim, fact, met = line.plan.aim, line.fact, line.score.attainment == "met"
    if line.score.attainment == "pending" or fact is None:
        return Text("没有实绩可比", "there is no actual to compare")
    if aim.op == "qualitative":
        best = line.plan.method.levels[0].name
        return Text(f"最高的档次“{best}”才算达标", f"only the best level, {best}, meets it")
    if line.scheme is None:
        rate = show_share(line.value or Fraction(0))
        return _holds(f"{rate} = 100%", met)
    actual = line.score.actual
    if aim.op == "is":
        return _holds(f"“{actual}” = “{aim.word}”", met)
    if aim.op == "in":
        low, _, high = aim.text.partition("~")
        return _holds(f"{low} ≤ {actual} ≤ {high}", met)
    return _holds(f"{actual} {SIGNS[aim.op]} {aim.text.lstrip('≥≤<>=')}", met)


def _holds(comparison: str, met: bool) -> Text:
    if met:
        return Text(f"{comparison} 成立", f"{comparison} holds")
    return Text(f"{comparison} 不成立", f"{comparison} does not hold")
