"""What the engine found, in the words and numbers that a failed example shows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.exact import show
from perfdsl.examples.example import Worked
from perfdsl.scorecard import Applied, Flag, IndicatorScore, Interval

PLACES = 2
STATES: Final[dict[str, Text]] = {
    "met": Text("达标", "met"),
    "missed": Text("未达标", "missed"),
    "pending": Text("待定", "pending"),
    "excluded": Text("不计", "excluded"),
}
FLAGS: Final[dict[str, Text]] = {"hint": Text("提示", "hint"), "fault": Text("错误", "fault")}
_NOTHING = Text("没有提示，也没有错误", "no hint and no fault")
_CODES = {"P0711": FLAGS["hint"], "P0712": FLAGS["fault"]}


def show_range(points: Interval, places: int) -> Text:
    """``11.46 分`` · ``9.00..<12.00 分``."""
    low = show(points.low, places)
    if not points.settled:
        low = f"{low}..{'<' if points.high_open else ''}{show(points.high, places)}"
    return Text(f"{low} 分", f"{low} points")


def tell_line(line: IndicatorScore) -> Text:
    """Say why a line has its points: its case, with the numbers put in, and what rules did to it."""
    zh, en = line.why
    if line.step is not None and line.step.case not in zh:
        zh = f"{zh}；{line.method}：{line.step.case}"
        en = f"{en}; {line.method}: {line.step.case}"
    done = [_effect(each) for each in line.applied if not each.idle]
    return Text("；".join([zh, *(each.zh for each in done)]), "; ".join([en, *(each.en for each in done)]))


def tell_total(worked: Worked) -> Text:
    """Say what a total is made of, and what rules did to it."""
    counted = [line for line in worked.lines if not line.excluded]
    sums = " + ".join(show_range(line.points, PLACES).zh.removesuffix(" 分") for line in counted)
    left_out = len(counted) < len(worked.lines)
    zh = f"各项之和 {sums}" + ("，其余折算为 100 分" if left_out else "")
    en = f"the sum of {sums}" + (", rescaled to 100" if left_out else "")
    done = [_effect(each) for each in worked.applied if not each.idle]
    return Text("；".join([zh, *(each.zh for each in done)]), "; ".join([en, *(each.en for each in done)]))


def tell_grade(worked: Worked) -> Text:
    """Name the grade, or those that are still possible."""
    if len(worked.possible) == 1:
        return Text(worked.possible[0], worked.possible[0])
    either = "/".join(worked.possible)
    return (
        Text(f"待定（可能 {either}）", f"pending (possibly {either})") if either else Text("没有等级", "none")
    )


def tell_flags(said: Sequence[Flag], flags: Sequence[Flag]) -> Text:
    """Say what rules said: those that should not have, or else all."""
    shown = [flag for flag in said or flags if flag.code in _CODES]
    if not shown:
        return _NOTHING
    zh = "，".join(f"{_CODES[flag.code].zh} {flag.rule}：{flag.text.zh}" for flag in shown)
    return Text(zh, ", ".join(f"{_CODES[flag.code].en} {flag.rule}: {flag.text.en}" for flag in shown))


def _effect(applied: Applied) -> Text:
    zh, en = (f"（{applied.because}）", f" ({applied.because})") if applied.because else ("", "")
    may, might = ("", "") if applied.certain else ("可能", "perhaps ")
    return Text(
        f"{applied.rule}：{may}{applied.what.zh}{zh}", f"{applied.rule}: {might}{applied.what.en}{en}"
    )
