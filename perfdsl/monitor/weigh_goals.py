"""How far the goals of a project have come, as a share of the year's whole, and the gap to its money.

What adds up counts with A/T; what is held (a level, a limit, a state, a quality) counts with how well it is
held, times the part of the year for which it has been: a rate that is right in July has been right for seven
months of twelve. Nothing counts for more than all of itself. At the year's end this is the mean attainment.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.monitor.choose_light import lights_between, shine, without_light
from perfdsl.monitor.count_months import YEAR
from perfdsl.monitor.monitored import MonitoredLine, MonitoredMoney, Shone
from perfdsl.monitor.show_share import percent
from perfdsl.monitor.watch import Watch

ZERO, ONE = Fraction(0), Fraction(1)


class GoalProgress(NamedTuple):
    """Bounds of the goals' progress, equal where every line is known; how many lines are not known."""

    low: Fraction
    high: Fraction
    unknown: int

    @property
    def value(self) -> Fraction | None:
        """The progress, where it is known."""
        return self.low if self.low == self.high else None


def weigh_goals(lines: Sequence[MonitoredLine], month: int) -> GoalProgress | None:
    """Give the mean of the lines by weight; what is not known lies between nothing and all that is due."""
    low = high = whole = ZERO
    unknown = 0
    part = Fraction(month, YEAR)
    for line in lines:
        share = _share(line, part)
        if line.score.excluded or (share is None and not line.shone.counts):
            continue
        weight = line.score.weight
        whole += weight
        low += weight * (ZERO if share is None else share)
        high += weight * (_most(line, part) if share is None else share)
        unknown += share is None
    return GoalProgress(low / whole, high / whole, unknown) if whole else None


def _share(line: MonitoredLine, part: Fraction) -> Fraction | None:
    """Give a line's share of the year's whole; None while it is not known."""
    score = line.score
    if score.attainment == "pending":
        return None
    met = score.attainment == "met"
    match line.kind:
        case "deadline":
            return ONE if met else ZERO
        case "cumulative":
            return ONE if met else _reached((line.progress or ZERO) * part)
        case "level":
            return part if met else part * _reached(line.progress or ZERO)
        case "qualitative":
            return None if line.progress is None else part * _reached(line.progress)
        case "state" | "downward":
            return part if met else ZERO


def _most(line: MonitoredLine, part: Fraction) -> Fraction:
    """The most that a line that is not known may come to: what is held, the part of the year that is over."""
    return ONE if line.kind in {"cumulative", "deadline"} else part


def _reached(share: Fraction) -> Fraction:
    """A share of the target; nothing where it is missed by being exceeded (= and ranges)."""
    return max(ZERO, share) if share <= 1 else ZERO


def light_gap(
    progress: GoalProgress | None, money: MonitoredMoney, watch: Watch
) -> tuple[Fraction | None, Shone]:
    """Give goals less money, and the light of how far they lie apart, whichever is ahead."""
    if progress is None or money.rate is None:
        why = Text("缺目标进度或资金进度，算不出差距", "goals or money are not known: neither is the gap")
        return None, Shone(None, why, None, counts=False)
    low, high = progress.low - money.rate, progress.high - money.rate
    told = _told(progress, money.rate)
    rules = watch.scheme.lights.get("gap", ())
    if not rules:
        return _settled(low, high), without_light(watch.scheme, "gap", told)
    apart = sorted((abs(low), abs(high)))
    least = ZERO if low <= 0 <= high else apart[0]
    if len(lights_between(rules, least, apart[1], high_open=False)) > 1:
        why = Text(f"{told.zh}；还有 {progress.unknown} 项不知道，亮什么灯不能确定",
                   f"{told.en}; {progress.unknown} lines are not known, and with them the light")  # fmt: skip
        return None, Shone(None, why, None, counts=False)
    return _settled(low, high), shine(watch.scheme, "gap", apart[1], told)


def _settled(low: Fraction, high: Fraction) -> Fraction | None:
    return low if low == high else None


def _told(progress: GoalProgress, rate: Fraction) -> Text:
    goals = (
        percent(progress.low)
        if progress.low == progress.high
        else f"{percent(progress.low)}~{percent(progress.high)}"
    )
    return Text(
        f"目标完成 {goals}，资金执行 {percent(rate)}（都以全年为 1）",
        f"goals {goals}, money {percent(rate)}, each of the year's whole",
    )
