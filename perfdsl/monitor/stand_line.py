"""How an indicator stands on a day: what of its target is due, how far it has come, and the light of that."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from perfdsl.actuals.bound import BoundFact
from perfdsl.diagnostic import Text
from perfdsl.exact import show_trimmed
from perfdsl.monitor.choose_light import bounds_of, lights_between, shine, without_light
from perfdsl.monitor.count_months import YEAR, last_day
from perfdsl.monitor.monitored import LineKind, Shone
from perfdsl.monitor.show_share import percent
from perfdsl.monitor.tell_kinds import kind_of
from perfdsl.monitor.watch import Watch
from perfdsl.plan.interpret import is_met
from perfdsl.plan.plan import IndicatorPlan, LevelPlan
from perfdsl.scheme.known_units import is_calendar_month
from perfdsl.scheme.monitoring import MonitoringScheme
from perfdsl.scheme.scheme import Aim
from perfdsl.units import Unit

NOT_REPORTED = Text("没有报实绩，不知道", "no actual is recorded: not known")
_NOT_COMPUTED = Text(
    "算它所需的事实还不全，不知道", "the facts that it is computed from are not all there: not known"
)
_NOTHING_DUE = Text("一月还没有过完，没有到期的数", "January is not over: nothing is due yet")


class Standing(NamedTuple):
    """What is due (in base units), actual over due, and the light; ``due_text`` in the target's own unit."""

    kind: LineKind
    due: Fraction | None
    progress: Fraction | None
    shone: Shone
    due_text: str = ""


def show_in(value: Fraction, unit: Unit) -> str:
    """Write a value in a unit for people, to two decimals at most."""
    return show_trimmed(value / unit.factor, 2) + unit.name


def stand(line: IndicatorPlan, fact: BoundFact | None, watch: Watch) -> Standing:
    """Hold what is known of a line against what is due after so many months of a year."""
    kind, scheme = kind_of(line), watch.scheme
    if kind == "deadline":
        return _deadline(line.aim, fact, watch)
    due = due_of(line.aim, kind, watch.month)
    text = "" if due is None else show_in(due, line.aim.unit)
    if fact is None:
        why = NOT_REPORTED if line.formula is None else _NOT_COMPUTED
        return Standing(kind, due, None, Shone(None, why, line.place), text)
    if kind == "qualitative":
        return Standing(kind, None, fact.value, _quality(line, fact, scheme))
    value = Fraction(0) if fact.value is None else fact.value
    if kind in {"state", "downward"}:
        return Standing(kind, due, None, _met_or_not(line.aim, fact, value, scheme), text)
    progress = None if not due else value / due
    if _is_above(line.aim, value):
        return Standing(kind, due, progress, _met_or_not(line.aim, fact, value, scheme), text)
    if progress is None:
        return Standing(kind, due, None, Shone(None, _NOTHING_DUE, None, counts=False), text)
    told = _told(line, watch.month, fact, percent(progress, bounds_of(scheme, "upward")))
    shone = shine(scheme, "upward", progress, told, met=is_met(line.aim, value))
    return Standing(kind, due, progress, shone, text)


def due_of(aim: Aim, kind: LineKind, month: int) -> Fraction | None:
    """Give what of a target is due: T·m/12 of what adds up, else all of it; None where it is no number."""
    if kind in {"qualitative", "state", "deadline"}:
        return None
    whole = aim.high if aim.low is None else aim.low
    if whole is None or kind == "downward":
        return whole if aim.high is None else aim.high
    return whole * month / YEAR if kind == "cumulative" else whole


def _told(line: IndicatorPlan, month: int, fact: BoundFact, progress: str) -> Text:
    aim, kind = line.aim, kind_of(line)
    due = show_in(due_of(aim, kind, month) or Fraction(0), aim.unit)
    if kind == "level":
        return Text(
            f"水平（不按月折算）：实际 {fact.text} ÷ 全年目标 {due} = {progress}",
            f"a level, not parted by months: {fact.text} ÷ the year's {due} = {progress}",
        )
    whole = show_in(aim.low or Fraction(0), aim.unit)
    return Text(
        f"累计：应完成 {whole}×{month}/{YEAR} = {due}，实际 {fact.text}，进度 {progress}",
        f"adds up: {whole}×{month}/{YEAR} = {due} is due, {fact.text} reached, progress {progress}",
    )


def _is_above(aim: Aim, value: Fraction) -> bool:
    """Whether a target with an upper end is exceeded: more no longer brings it nearer."""
    return aim.high is not None and value > aim.high


def _met_or_not(aim: Aim, fact: BoundFact, value: Fraction, scheme: MonitoringScheme) -> Shone:
    met = is_met(aim, value)
    zh, en = ("达标", "met") if met else ("未达标", "missed")
    told = Text(f"没有进度，只看达标与否：目标 {aim.text}，实际 {fact.text}，{zh}",
                f"no progress, only met or not: {aim.text} is wanted, {fact.text} reached, {en}")  # fmt: skip
    return shine(scheme, "downward", Fraction(0), told, met=met)


def _quality(line: IndicatorPlan, fact: BoundFact, scheme: MonitoringScheme) -> Shone:
    """Give the light of a level of quality; without a share, that of its whole band where it is one."""
    at = fact.level or 0
    level: LevelPlan | None = line.method.levels[at] if at < len(line.method.levels) else None
    told = Text(f"定性：{fact.text}", f"by quality: {fact.text}")
    if fact.value is not None or level is None:
        return shine(scheme, "qualitative", fact.value or Fraction(0), told, met=at == 0)
    rules = tuple(rule for rule in scheme.lights.get("qualitative", ()) if not rule.met)
    if not rules:
        return without_light(scheme, "qualitative", told)
    if len(lights_between(rules, level.low, level.high, high_open=level.high_open)) > 1:
        why = Text(
            f"{told.zh}，比例未定，跨了几种灯",
            f"{told.en}; its share is not given, and several lights are possible",
        )
        return Shone(None, why, level.place)
    return shine(scheme, "qualitative", level.low, told, met=at == 0)


def _deadline(aim: Aim, fact: BoundFact | None, watch: Watch) -> Standing:
    """A deadline that has not come has no light, and none is missed; once it is past, silence is unknown."""
    if fact is not None and fact.value is not None:
        return Standing(
            "deadline", aim.target, None, _met_or_not(aim, fact, fact.value, watch.scheme), aim.text
        )
    end = deadline_day(aim, watch.year)
    if end is None or watch.day < end:
        why = Text(f"还没有到期（{aim.text}），不亮灯", f"not due yet ({aim.text}): no light")
        return Standing("deadline", aim.target, None, Shone(None, why, None, counts=False), aim.text)
    why = Text(f"期限 {aim.text} 已过，没有报完成时间，不知道",
               f"the deadline {aim.text} is past and nothing is recorded: not known")  # fmt: skip
    return Standing("deadline", aim.target, None, Shone(None, why, None), aim.text)


def deadline_day(aim: Aim, year: int) -> date | None:
    """Give the last day on which a deadline can be met; None where it has none."""
    end = aim.high if aim.high is not None else aim.low
    if end is None:
        return None
    if is_calendar_month(aim.unit):
        return last_day(year, min(max(int(end), 1), YEAR))
    number = int(end)
    inside = date.min.toordinal() <= number <= date.max.toordinal()
    return date.fromordinal(number) if inside else None
