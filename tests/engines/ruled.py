"""The invented sheet under a rule of its own, and what is looked at afterwards."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.scorecard import Interval, ProjectScore
from tests.invented_sheet import RUBRIC, spoilt
from tests.scoring import line_named, score_one

LATE = ("知晓率 = 80%", "知晓率 = 40%")
"""知晓率 at half of its target: 15 of 30 points."""
LOW = ("执行数 10万元", "执行数 5.5万元")
"""An execution rate of 55 %: 5.5 of 10 points."""
BY_LEVEL = (("知晓率 >= 80%", "知晓率 定性"), ("知晓率 = 80%", "知晓率 = 部分达成"))
"""知晓率 at a level that allows 18 to less than 24 of 30 points."""
NOT_REPORTED = ("  知晓率 = 80%\n", "")

WITHOUT_EXECUTION = RUBRIC.replace("产出指标 50", "产出指标 60").replace("，预算执行率 10", "")


def rule(*cases: str, name: str = "试行") -> str:
    return f"规则 {name}\n" + "".join(f"  {case}\n" for case in cases)


def ruled(*cases: str, changes: tuple[tuple[str, str], ...] = (), **wishes) -> ProjectScore:
    return score_one(spoilt(*changes, before=rule(*cases)), **wishes)


def points_of(project: ProjectScore, name: str = "知晓率") -> Interval:
    return line_named(project, name).points


def settled(points: str | int) -> Interval:
    return Interval(Fraction(points), Fraction(points))


def told(project: ProjectScore) -> list[tuple[str, str, str]]:
    return [(flag.code, flag.indicator, flag.rule) for flag in project.flags]


def effects(project: ProjectScore) -> list[str]:
    return [each.what.zh for each in project.applied]
