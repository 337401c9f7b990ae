"""Counterexamples for methods that have no curve: a few plain actuals at each setting, read case by case."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfdsl.plan.compile_method import Setting
from perfdsl.proof.finding import Property
from perfdsl.proof.replay import is_above, kept, replay
from perfdsl.proof.settings import Settings
from perfdsl.proof.use import Use, domain_of

_FACTORS = tuple(Fraction(n, 20) for n in (0, 2, 8, 12, 16, 18, 19, 20, 21, 22, 24, 26, 30, 40, 60, 200))
MOST_SETTINGS = 40


def sample_cases(settings: Settings, about: Property) -> tuple[Setting, tuple[Fraction, ...]] | None:
    """Give a setting and actuals that refute a property, if they are among those tried."""
    for setting in settings.all[:MOST_SETTINGS]:
        found = _refuting(settings.use, setting, about)
        if found is not None:
            return setting, found
    return None


def seen_cases(settings: Settings) -> set[int]:
    """Give the cases that decide for an actual among those tried."""
    use = settings.use
    tried = (
        (setting, actual) for setting in settings.all[:MOST_SETTINGS] for actual in _actuals(use, setting)
    )
    return {replay(use.call, setting, actual)[0] for setting, actual in tried}


def _refuting(use: Use, setting: Setting, about: Property) -> tuple[Fraction, ...] | None:
    points = {actual: replay(use.call, setting, actual)[1] for actual in _actuals(use, setting)}
    for actual, raw in points.items():
        if about == "gap" and raw is None:
            return (actual,)
        if about == "range" and raw is not None and kept(raw, setting.weight) != raw:
            return (actual,)
    return _falling(setting, points) if about == "monotone" else None


def _falling(setting: Setting, points: dict[Fraction, Fraction | None]) -> tuple[Fraction, ...] | None:
    aim, actuals = setting.aim, sorted(points)
    rising = [a for a in actuals if aim.high is None or a <= aim.high] if aim.low is not None else []
    falling = [a for a in actuals if aim.low is None or a >= aim.low] if aim.high is not None else []
    for ordered in (rising, falling[::-1]):
        for at, worse in enumerate(ordered):
            for better in ordered[at + 1 :]:
                if is_above(kept(points[worse], setting.weight), kept(points[better], setting.weight)):
                    return worse, better
    return None


def _actuals(use: Use, setting: Setting) -> Iterator[Fraction]:
    domain = domain_of(use, setting)
    if domain.values:
        yield from domain.values
        return
    sizes = {bound for bound in (setting.aim.low, setting.aim.high) if bound}
    sizes = sizes or {setting.aim.unit.factor}
    found = {size * factor * side for size in sizes for factor in _FACTORS for side in (1, -1)}
    if domain.whole:
        found = {size + days for size in sizes for days in range(-40, 41)}
    yield from sorted(a for a in found if domain.low is None or a >= domain.low)
