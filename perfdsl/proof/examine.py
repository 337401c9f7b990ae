"""Reads one property after another off the curves of a use, at each setting that stands for others."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.plan.compile_method import Setting, compile_method
from perfdsl.plan.curve import UNDEFINED, Curve, Segment
from perfdsl.plan.piecewise import Cut
from perfdsl.proof.finding import Property
from perfdsl.proof.nice_numbers import nice_in, nice_pair
from perfdsl.proof.read_curve import cases_in, cut_off, first_fall, jump_at, stretch, undefined
from perfdsl.proof.use import Domain, Use, domain_of
from perfdsl.scheme.known_units import is_deadline

Actuals = tuple[Fraction, ...]
"""One actual that shows a gap or a cut, or the worse and the better of two."""


class Trial(NamedTuple):
    """A curve at one setting, with the actuals that it is read for."""

    use: Use
    setting: Setting
    curve: Curve
    domain: Domain

    def between(self, low: Cut | None, high: Cut | None) -> list[Segment]:
        """Segments between two cuts, of actuals that are accepted."""
        least = None if self.domain.low is None else (self.domain.low, 0)
        low = least if low is None or (least is not None and least > low) else low
        return stretch(self.curve, low, high) if high is None or low is None or low < high else []


class Trials:
    """The trials of a use, each compiled when it is first asked for; NotACurve where there is no curve."""

    __slots__ = ("_made", "settings", "use")

    def __init__(self, use: Use, settings: Sequence[Setting]) -> None:
        """Compile nothing yet."""
        self.use, self.settings = use, settings
        self._made: dict[int, Trial] = {}

    def __iter__(self) -> Iterator[Trial]:
        """Go through them in order."""
        return (self._trial(at) for at in range(len(self.settings)))

    def of_weight(self, weight: Fraction | None) -> Iterator[Trial]:
        """Go through those of a weight; of any where none is given."""
        chosen = (at for at, each in enumerate(self.settings) if weight is None or each.weight == weight)
        return (self._trial(at) for at in chosen)

    def _trial(self, at: int) -> Trial:
        if at not in self._made:
            setting = self.settings[at]
            curve = compile_method(self.use.call, setting)
            self._made[at] = Trial(self.use, setting, curve, domain_of(self.use, setting))
        return self._made[at]


def counterexample(trial: Trial, about: Property) -> Actuals | None:
    """Give actuals that refute a property at a setting, or None where it holds there.

    None at all (an empty tuple) where the curve says that it fails, but no actual is found that shows it.
    """
    if trial.domain.values:
        return _among_values(trial, about)
    if about == "monotone":
        falls = (_fall(trial, *way) for way in directions(trial))
        return next((pair for pair in falls if pair is not None), None)
    find = undefined if about == "gap" else cut_off
    segment = find(trial.between(None, None))
    if segment is None:
        return None
    found = next(nice_in(segment, trial.setting.aim.unit, whole=trial.domain.whole), None)
    return () if found is None else (found,)


def directions(trial: Trial) -> Iterator[tuple[Cut | None, Cut | None, int]]:
    """Stretches of actuals with the direction in which they get better (1: more is better)."""
    aim = trial.setting.aim
    if aim.op in {">=", ">", "=", "in"}:
        yield None, (aim.high, 1) if aim.high is not None else None, 1
    if aim.op in {"<=", "<", "=", "in"}:
        yield (aim.low, 0) if aim.low is not None else None, None, -1


def _fall(trial: Trial, low: Cut | None, high: Cut | None, direction: int) -> Actuals | None:
    """Give a worse and a better actual of which the worse gets more."""
    fall = first_fall(trial.between(low, high), direction)
    if fall is None:
        return None

    def wrong(worse: Fraction, better: Fraction) -> bool:
        one, other = trial.curve.points_at(worse), trial.curve.points_at(better)
        return (better - worse) * direction > 0 and one is not None and other is not None and one > other

    pair = nice_pair(fall.worse, fall.better, trial.setting.aim.unit, wrong, whole=trial.domain.whole)
    return () if pair is None else pair


def _among_values(trial: Trial, about: Property) -> Actuals | None:
    """Look at each of the few actuals that there are."""
    curve, values = trial.curve, trial.domain.values
    match about:
        case "gap":
            return next(((value,) for value in values if curve.points_at(value) is None), None)
        case "range":
            return next(((value,) for value in values if curve.segment_at(value).clamped), None)
    # The greatest loss shows best what is wrong.
    falls = [(_loss(curve, worse, better), worse, better) for worse, better in _ranked(trial)]
    loss, worse, better = max(falls, key=lambda fall: fall[0], default=(Fraction(0),) * 3)
    return (worse, better) if loss > 0 else None


def _loss(curve: Curve, worse: Fraction, better: Fraction) -> Fraction:
    one, other = curve.points_at(worse), curve.points_at(better)
    return Fraction(0) if one is None or other is None else one - other


def _ranked(trial: Trial) -> Iterator[tuple[Fraction, Fraction]]:
    """Pairs of a worse and a better of the few actuals (or two that are equally good)."""
    values = trial.domain.values
    if trial.use.op == "is":
        yield values[0], values[1]
        return
    for low, high, direction in directions(trial):
        inside = [v for v in values if (low is None or v >= low[0]) and (high is None or v <= high[0])]
        ordered = inside if direction > 0 else inside[::-1]
        yield from ((a, b) for at, a in enumerate(ordered) for b in ordered[at + 1 :])


def deciding(trial: Trial) -> set[int]:
    """Give the cases that decide for some actual."""
    if trial.domain.values:
        return {trial.curve.segment_at(value).case for value in trial.domain.values} - {UNDEFINED}
    return set(cases_in(trial.between(None, None))) - {UNDEFINED}


def jump_at_target(trial: Trial) -> Fraction:
    """Size in points of the greatest step at an end of what meets the target; days and states have none."""
    aim = trial.setting.aim
    if trial.use.op == "is" or is_deadline(aim.unit):
        return Fraction(0)
    ends = [end for end in (aim.low, aim.high) if end is not None]
    return max((jump_at(trial.curve, end) for end in ends), default=Fraction(0))
