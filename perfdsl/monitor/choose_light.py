"""Which light shines: by the bands of a scheme, and the worst of several."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import pairwise

from perfdsl.diagnostic import Text
from perfdsl.monitor.monitored import Shone
from perfdsl.scheme.check_lights import shines
from perfdsl.scheme.messages_monitoring import subject_name
from perfdsl.scheme.monitoring import LightRule, MonitoringScheme
from perfdsl.syntax.ast import Light, LightSubject

URGENT: tuple[Light, ...] = ("red", "yellow")
"""Lights that call for action."""


def shine(
    scheme: MonitoringScheme, subject: LightSubject, value: Fraction, told: Text, *, met: bool = False
) -> Shone:
    """Give the light of a ratio, or of a target met or not; ``told``: the numbers behind it, in words."""
    for rule in scheme.lights.get(subject, ()):
        if shines(rule, value, met=met):
            zh, en = subject_name(subject)
            band = " ".join(rule.place.text.split())
            why = Text(f"{told.zh}；{zh}：{band}", f"{told.en}; {en}: {band}")
            return Shone(rule.light, why, rule.place, bounds=bounds_of(scheme, subject))
    return without_light(scheme, subject, told)


def bounds_of(scheme: MonitoringScheme, subject: LightSubject) -> tuple[Fraction, ...]:
    """Give the shares at which lights change; at all of a target it is met."""
    rules = scheme.lights.get(subject, ())
    return (Fraction(1), *(rule.bound for rule in rules if rule.op is not None))


def without_light(scheme: MonitoringScheme, subject: LightSubject, told: Text) -> Shone:
    """Say that a scheme has no light for something; then it has no say in what is worst."""
    zh, en = subject_name(subject)
    why = Text(
        f"{told.zh}；监控办法“{scheme.name}”没有写{zh}的预警",
        f"{told.en}; the monitoring scheme “{scheme.name}” has no lights for {en}",
    )
    return Shone(None, why, scheme.place, counts=False)


def lights_between(
    rules: Sequence[LightRule], low: Fraction, high: Fraction, *, high_open: bool
) -> set[Light | None]:
    """Give all lights that shine somewhere between two ratios."""
    inside = sorted({rule.bound for rule in rules if rule.op is not None and low < rule.bound < high})
    ends = [low, *inside, high]
    values = [
        *ends[:-1],
        *((a + b) / 2 for a, b in pairwise(ends)),
        *([] if high_open and low < high else [high]),
    ]
    return {next((r.light for r in rules if shines(r, value, met=False)), None) for value in values}


def worst(lights: Iterable[Light | None], order: Sequence[Light]) -> Light | None:
    """Give the worst light; while one is not known, only the very worst is certain, and else none."""
    shown = list(lights)
    known = [light for light in shown if light is not None]
    found = min(known, key=order.index, default=None)
    return found if found == order[0] or len(known) == len(shown) else None


def at_least(lights: Iterable[Light | None], order: Sequence[Light]) -> Light | None:
    """Give the worst light that is known while the worst of all is not, if it calls for action."""
    shown = list(lights)
    known = [light for light in shown if light is not None]
    if worst(shown, order) is not None or not known:
        return None
    found = min(known, key=order.index)
    return found if found in URGENT else None


def worst_of(shone: Iterable[Shone], order: Sequence[Light]) -> Light | None:
    """Give the worst light of all that have a say."""
    return worst((each.light for each in shone if each.counts), order)
