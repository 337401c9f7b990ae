"""The short reason beside a score, in the numbers of that line."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.actuals.bound import BoundFact
from perfdsl.diagnostic import Text
from perfdsl.exact import show_trimmed
from perfdsl.plan.interpret import Interpreted
from perfdsl.plan.plan import LevelPlan, MethodPlan
from perfdsl.scheme.scheme import Aim
from perfdsl.scorecard import Attainment

_MISSING = {
    "pending": Text("未报实绩，待定", "no actual yet, pending"),
    "zero": Text("未报实绩，按办法记零分", "no actual: zero under the rubric"),
    "excluded": Text("未报实绩，按办法不计入，其余折算", "no actual: left out, the rest rescaled"),
    "error": Text("未报实绩", "no actual"),
}


def tell_missing(how: str) -> Text:
    """Say what a missing fact means under the rubric."""
    return _MISSING[how]


def tell_level(level: LevelPlan, fact: BoundFact) -> Text:
    """Say which level was given, and what it allows."""
    low, high = show_trimmed(level.low * 100), show_trimmed(level.high * 100)
    until = "<" if level.high_open else "≤"
    if fact.value is None:
        return Text(f"档次 {level.name}：{low}%≤比例{until}{high}%，比例未定", f"level {level.name}: share {low}% to {until}{high}%, not yet given")
    share = show_trimmed(fact.value * 100)
    return Text(f"档次 {level.name}，比例 {share}%", f"level {level.name}, share {share}%")


def tell_why(
    aim: Aim, attainment: Attainment, ratio: Fraction | None, actual: str, scored: Interpreted | None, method: MethodPlan
) -> Text:
    """Say why a line got its points."""
    if scored is None:
        return Text("还缺评分所需的其他事实", "another fact that the method needs is missing")
    if scored.points is None:
        return Text("除数为零，算不出得分", "a division by zero: no score")
    case = method.cases[scored.case].text if scored.case >= 0 else ""
    numbers = _numbers(aim, ratio, actual)
    if attainment == "met" and "达标" in case.split("->")[0].split():
        return Text("达标，满分", "met: full points")
    what = f"{method.name}：{case}"
    return Text(f"{numbers}{what}", f"{numbers}{what}")


def _numbers(aim: Aim, ratio: Fraction | None, actual: str) -> str:
    target = aim.text.lstrip("≥≤<>=")
    if ratio is None:
        return ""
    return f"{actual} ÷ {target} = {show_trimmed(ratio * 100, 2)}%；" if aim.unit.flavour != "ratio" or target != "100%" else f"{show_trimmed(ratio * 100, 2)}%；"
