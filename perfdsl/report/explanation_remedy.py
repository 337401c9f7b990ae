"""What would have given more points, as the end of a sentence: ``若再多 1 次得满分``."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diagnostic import Text
from perfdsl.exact import decimals_needed, show
from perfdsl.explain.remedy import Remedy
from perfdsl.report.words import percentage_points
from perfdsl.scheme.known_units import DIFFERENCE
from perfdsl.units import Unit

_MOST_PLACES = 6


def say_remedy(remedy: Remedy, places: int) -> Text:
    """Say a change and the points that it gives."""
    change = _say_change(remedy)
    gap = " " if change.zh[-1:].isascii() else ""
    if remedy.full:
        return Text(f"若{change.zh}{gap}得满分", f"{change.en} would give full points")
    points = show(remedy.points, places)
    return Text(f"若{change.zh}{gap}得 {points} 分", f"{change.en} would give {points} points")


def say_lift(remedy: Remedy, how: str) -> Text:
    """Say a change after which a rule over the project takes nothing: ``若再支出 1 万元不再封顶``."""
    change = _say_change(remedy)
    gap = " " if change.zh[-1:].isascii() else ""
    zh, en = ("封顶", "lift the limit") if how == "limit" else ("扣分", "keep these points")
    return Text(f"若{change.zh}{gap}不再{zh}", f"{change.en} would {en}")


def _say_change(remedy: Remedy) -> Text:
    text = remedy.text
    match remedy.how:
        case "finished":
            return Text("已完成", "the work being finished")
        case "state":
            return Text(f"为“{text}”", f"“{text}”")
        case "level":
            return Text(f"评为“{text}”", f"a rating of {text}")
        case "time":
            return _say_time(remedy)
        case _:
            return _say_amount(remedy)


def _say_time(remedy: Remedy) -> Text:
    text, now = remedy.text, remedy.now
    if now is None:
        return Text(f"不晚于 {text}", f"{text} at the latest") if remedy.upper else Text(f"在 {text}", text)
    if remedy.actual < now:
        return Text(f"提前到 {text}", f"bringing it forward to {text}")
    return Text(f"推后到 {text}", f"putting it off to {text}")


def _say_amount(remedy: Remedy) -> Text:
    by = _difference(remedy)
    if by is None:
        return _say_level_of(remedy)
    more = remedy.actual > (remedy.now or 0)
    if remedy.how == "spent":
        return (
            Text(f"再支出 {by.zh}", f"spending {by.en} more")
            if more
            else Text(f"少支出 {by.zh}", f"spending {by.en} less")
        )
    if remedy.cost and not more:
        return Text(f"少花 {by.zh}", f"spending {by.en} less")
    if remedy.unit.flavour == "ratio":
        return Text(f"再提高 {by.zh}", f"{by.en} more") if more else Text(f"降低 {by.zh}", f"{by.en} less")
    return Text(f"再多 {by.zh}", f"{by.en} more") if more else Text(f"减少 {by.zh}", f"{by.en} less")


def _say_level_of(remedy: Remedy) -> Text:
    """Say what the actual would have to be, where there is none yet, or none that can be subtracted from."""
    text = remedy.text
    if remedy.computed:
        return Text(f"算得 {text}", f"a result of {text}")
    if remedy.how == "spent":
        return Text(f"支出 {text}", f"spending {text}")
    return Text(f"不超过 {text}", f"{text} at most") if remedy.upper else Text(f"达到 {text}", text)


def _difference(remedy: Remedy) -> Text | None:
    """How far the actual would have to move, exactly; None where that cannot be written."""
    if remedy.now is None or (remedy.computed and not remedy.unit.dimension.powers):
        return None
    moved, unit = abs(remedy.actual - remedy.now), remedy.unit
    if unit.flavour == "ratio":
        unit = DIFFERENCE
    places = decimals_needed(moved / unit.factor)
    if places is None or places > _MOST_PLACES:
        return None
    return with_gap(moved / unit.factor, unit)


def with_gap(number: Fraction, unit: Unit) -> Text:
    """``1 次`` · ``4 个百分点`` · ``3``."""
    shown = f"{show(number)} {unit.name}".strip()
    rates = unit.flavour == "difference" and unit.factor == DIFFERENCE.factor
    return Text(shown, percentage_points(show(number)) if rates else shown)
