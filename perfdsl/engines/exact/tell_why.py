"""The short reason beside a score, in the numbers of that line."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from perfdsl.actuals.bound import Awaited, BoundFact
from perfdsl.diagnostic import Text
from perfdsl.engines.exact.find_points import Scored
from perfdsl.exact import show_trimmed
from perfdsl.plan.plan import IndicatorPlan, LevelPlan
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax.keywords import tables

NO_SCORE = Text("除数为零，算不出得分", "a division by zero: no score")
_MET = frozenset(tables()["scope"]["met"])
_MOST_NAMES = 3
_MISSING = {
    "pending": Text("未报实绩，待定", "no actual yet, pending"),
    "zero": Text("未报实绩，按办法记零分", "no actual: zero under the rubric"),
    "excluded": Text("未报实绩，按办法不计入，其余折算", "no actual: left out, the rest rescaled"),
    "error": Text("未报实绩", "no actual"),
}
_WEIGHTLESS = {
    "pending": Text("待定", "pending"),
    "zero": Text("按办法记零分", "zero under the rubric"),
    "excluded": Text("按办法不计入，其余折算", "left out, the rest rescaled"),
    "error": Text("没有数", "no number"),
}


def tell_missing(how: str, awaited: Awaited) -> Text:
    """Say what a missing fact means under the rubric, and which reporting units it is that it waits for."""
    means = _MISSING[how]
    if awaited.reports:
        zh, en = f"{_some(awaited.reports)}未报", f"not yet reported by {_some(awaited.reports)}"
    elif awaited.spent:
        zh = f"{_some(awaited.spent)}未报执行数，不能按资金加权"
        en = f"{_some(awaited.spent)} has not reported what it spent, to weigh by"
    elif awaited.weightless:
        # The facts are there: what is left of the words is what the rubric does without a number.
        zh, en = "各家的执行数都是 0，不能按资金加权", "no unit has spent any, to weigh by"
        means = _WEIGHTLESS[how]
    else:
        return means
    return Text(f"{zh}：{means.zh}", f"{en}: {means.en}")


def _some(names: Sequence[str]) -> str:
    shown = "、".join(names[:_MOST_NAMES])
    return f"{shown}…" if len(names) > _MOST_NAMES else shown


def tell_level(level: LevelPlan, fact: BoundFact) -> Text:
    """Say which level was given, and what it allows."""
    low, high = show_trimmed(level.low * 100), show_trimmed(level.high * 100)
    until = "<" if level.high_open else "≤"
    if fact.value is None:
        return Text(
            f"档次 {level.name}：{low}%≤比例{until}{high}%，比例未定",
            f"level {level.name}: share {low}% to {until}{high}%, not yet given",
        )
    share = show_trimmed(fact.value * 100)
    return Text(f"档次 {level.name}，比例 {share}%", f"level {level.name}, share {share}%")


def tell_why(plan: IndicatorPlan, ratio: Fraction | None, actual: str, scored: Scored, *, met: bool) -> Text:
    """Say why a line got its points."""
    if scored.waits:
        return Text("还缺评分所需的其他事实", "another fact that the method needs is missing")
    if scored.case is None:
        return NO_SCORE
    case = plan.method.cases[scored.case].text
    if met and _MET & set(case.split("->")[0].split()):
        return Text("达标，满分", "met: full points")
    given, ratio_told = plan.method.name, _numbers(plan.aim, ratio, actual)
    zh, en = (f"{ratio_told}；", f"{ratio_told}; ") if ratio_told else ("", "")
    return Text(f"{zh}{given}：{case}", f"{en}{given}: {case}")


def _numbers(aim: Aim, ratio: Fraction | None, actual: str) -> str:
    """Show the ratio, and how it comes about where the target is not the whole itself."""
    if ratio is None:
        return ""
    target, shown = aim.text.lstrip("≥≤<>="), show_trimmed(ratio * 100, 2)
    if aim.unit.flavour == "ratio" and target == "100%":
        return f"{shown}%"
    # 230000.01元 of 23万元 is not 100 %: a rounded ratio does not pass for the whole.
    sign = "≈" if ratio != 1 and shown == "100" else "="
    return f"{actual} ÷ {target} {sign} {shown}%"
