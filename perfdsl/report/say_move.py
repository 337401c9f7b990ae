"""Says what has to be done about one actual, and what its line then gets."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from perfdsl.diagnostic import Text
from perfdsl.exact import show_trimmed
from perfdsl.goal_seek.answer import Change
from perfdsl.report.points import show_points
from perfdsl.report.words import called, percentage_points
from perfdsl.scheme.known_units import DATE, DIFFERENCE, is_calendar_month

COMPUTED: Final = Text("（由算式得出，要改的是它所用的数）", " (by formula: change what it is computed from)")

_PLACES = 4


def say_change(change: Change, places: int) -> Text:
    """``集中活动的次数：再完成 2次（达到 11次）即得 11.46分``."""
    lever = change.lever
    what = say_move(change)
    gained = Text("", "")
    if change.points is not None:
        points = show_points(change.points, places)
        gained = Text(f"即得 {points}分", f" gives {points} points")
    by = COMPUTED if lever.computed else Text("", "")
    zh, en = called(lever.plan.name, "zh"), called(lever.plan.name, "en")
    return Text(f"{zh}：{what.zh}{gained.zh}{by.zh}", f"{en}: {what.en}{gained.en}{by.en}")


def say_move(change: Change) -> Text:
    """Say what to do with one actual."""
    lever, text, aim = change.lever, change.text, change.lever.plan.aim
    if lever.kind == "finished":
        return Text("填报“已完成 是”", "record that the work is finished")
    if lever.kind == "level":
        return Text(f"评为 {text} ", f"rated {text}")
    if aim.op == "is":
        return Text(f"做到“{text}”", f"{text}")
    if aim.unit.dimension == DATE.dimension or is_calendar_month(aim.unit):
        return _say_time(change)
    if lever.kind == "spent":
        return _say_spending(change)
    if lever.now is None:
        least = aim.low is not None or aim.high is None
        return Text(f"达到 {text}", f"{text}") if least else Text(f"不超过 {text}", f"{text} at most")
    return _say_more_or_less(change)


def _say_time(change: Change) -> Text:
    lever, text = change.lever, change.text
    if lever.now is None or change.after == lever.now:
        until = lever.plan.aim.low is None
        return Text(f"不晚于 {text}", f"by {text}") if until else Text(f"在 {text}", f"{text}")
    if change.after < lever.now:
        return Text(f"提前到 {text}", f"brought forward to {text}")
    return Text(f"推后到 {text}", f"put off to {text}")


def _say_spending(change: Change) -> Text:
    rate = show_trimmed(change.after * 100, 2)
    text, now = change.text, change.lever.now
    if now is None:
        return Text(f"支出 {text}（执行率 {rate}%）", f"{text} spent ({rate}% of the budget)")
    by = _difference(change)
    if change.after > now:
        return Text(
            f"再支出 {by.zh}（达到 {text}，执行率 {rate}%）", f"{by.en} more spent ({text} in all, {rate}%)"
        )
    return Text(
        f"少支出 {by.zh}（降到 {text}，执行率 {rate}%）", f"{by.en} less spent ({text} in all, {rate}%)"
    )


def _say_more_or_less(change: Change) -> Text:
    lever, text, unit = change.lever, change.text, change.unit
    by = _difference(change)
    if change.after < (lever.now or 0):
        return Text(f"减少 {by.zh}（降到 {text}）", f"{by.en} less ({text})")
    if lever.grain.places == lever.grain.most:
        return Text(f"再完成 {by.zh}（达到 {text}）", f"{by.en} more ({text})")
    verb = "再提高" if unit.flavour == "ratio" else "再增加"
    return Text(f"{verb} {by.zh}（达到 {text}）", f"{by.en} more ({text})")


def _difference(change: Change) -> Text:
    """How far an actual moves, in its unit; between rates it is 个百分点."""
    unit, now = change.unit, change.lever.now or Fraction(0)
    moved = abs(change.after - now) * change.lever.size
    if unit.flavour == "ratio" and unit.name == "%":
        number = show_trimmed(moved * 100, _PLACES)
        return Text(f"{number}个百分点", percentage_points(number))
    number = show_trimmed(moved / unit.factor, _PLACES)
    points = unit.flavour == "difference" and unit.factor == DIFFERENCE.factor
    return Text(f"{number}{unit.name}", percentage_points(number) if points else f"{number}{unit.name}")
