"""What monitoring shows of an example: lights and numbers, by the words with which expectations name them."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from typing import NamedTuple

from perfdsl.monitor.monitor_money import Purse, due_money, light_money
from perfdsl.monitor.monitored import MonitoredProject, Shone
from perfdsl.monitor.stand_line import Standing
from perfdsl.monitor.watch import Watch
from perfdsl.scheme.known_units import RATIO, YUAN
from perfdsl.scheme.names import key
from perfdsl.units import Unit

WORDS: Mapping[str, str] = {
    "资金": "money",
    "差距": "gap",
    "进度": "progress",
    "应完成": "due_by_now",
    "资金进度": "money_progress",
    "应执行": "money_due",
    "执行率": "money_rate",
    "目标进度": "goal_progress",
}
"""Words of expectations about monitoring, Chinese to English."""

_ENGLISH = {key(en): en for en in WORDS.values()} | {key(zh): en for zh, en in WORDS.items()}


def watched_word(name: str) -> str:
    """Give the English word that a name of an expectation is, or its key; empty for no name."""
    return _ENGLISH.get(key(name), f"“{key(name)}”") if name else ""


class Measure(NamedTuple):
    """A number that monitoring shows, in base units; None while it is not known."""

    value: Fraction | None
    unit: Unit


class Watched(NamedTuple):
    """Lights and numbers by their words; the empty word is the line, the money or the project under test."""

    lights: Mapping[str, Shone]
    numbers: Mapping[str, Measure]


def watch_alone(purse: Purse, standing: Standing | None, unit: Unit, watch: Watch) -> Watched:
    """Show the money and the one line that an example of a monitoring scheme speaks of."""
    lights: dict[str, Shone] = {}
    numbers: dict[str, Measure] = {}
    if purse.budget is not None:
        due, spent = due_money(purse, watch), purse.spent
        lights["money"] = lights[""] = light_money(purse, watch)
        progress = spent / due if spent is not None and due else None
        rate = spent / purse.budget if spent is not None else None
        numbers |= _of_money(due, progress, rate)
    if standing is not None:
        lights[""] = standing.shone
        numbers["progress"] = Measure(standing.progress, RATIO)
        numbers["due_by_now"] = Measure(standing.due, unit)
    return Watched(lights, numbers)


def watch_project(project: MonitoredProject) -> Watched:
    """Show a whole project; the number of a line is its progress."""
    money = project.money
    lights = {"": Shone(project.light, money.shone.why), "money": money.shone, "gap": project.gap_shone}
    numbers = _of_money(money.due, money.progress, money.rate)
    numbers |= {"gap": Measure(project.gap, RATIO), "goal_progress": Measure(project.goal_progress, RATIO)}
    for line in project.lines:
        word = f"“{key(line.score.name)}”"
        lights[word] = line.shone
        numbers[word] = Measure(line.progress, RATIO)
    for goal in project.goals:
        lights.setdefault(f"“{key(goal.name)}”", Shone(goal.light, goal.why))
    return Watched(lights, numbers)


def _of_money(due: Fraction | None, progress: Fraction | None, rate: Fraction | None) -> dict[str, Measure]:
    return {
        "money_due": Measure(due, YUAN),
        "money_progress": Measure(progress, RATIO),
        "money_rate": Measure(rate, RATIO),
    }
