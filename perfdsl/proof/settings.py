"""The settings at which a use is looked at, and how far they speak for all others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diagnostic import Text
from perfdsl.plan.compile_method import Setting
from perfdsl.plan.plan_method import result_kinds
from perfdsl.proof.choose_settings import Targets, choose_targets
from perfdsl.proof.choose_weights import Weights, choose_weights, looks_at_weight
from perfdsl.proof.finding import Property
from perfdsl.proof.inline import words_of
from perfdsl.proof.use import Use, bare_project
from perfdsl.scheme.scheme import Aim

_BUDGET = Fraction(50_000)
MOST_SETTINGS = 400


class Known(NamedTuple):
    """A target and a weight that an example has, and the actual, in base units, where it is a number."""

    aim: Aim
    weight: Fraction
    actual: Fraction | None


class Settings(NamedTuple):
    """Settings of a use. ``plain``: those in which people would rather see what is refuted.

    ``shown``: what examples of the method have.
    """

    use: Use
    targets: Targets
    weights: Weights
    all: tuple[Setting, ...]
    plain: tuple[Setting, ...] = ()
    shown: tuple[Known, ...] = ()

    def speaks_for_all(self, about: Property) -> bool:
        """Whether what holds at these settings holds at any."""
        whole = len(self.targets.aims) * len(self.weights.points) <= MOST_SETTINGS
        return whole and self.targets.all_of_them and (self.weights.all_of_them or not self.weighs(about))

    def argument(self, about: Property) -> tuple[Text, ...]:
        """Say why they do, or for which ones it was tried."""
        return (self.targets.why, self.weights.why) if self.weighs(about) else (self.targets.why,)

    def actuals_at(self, setting: Setting) -> tuple[Fraction, ...]:
        """Actuals that examples have at a setting."""
        here = (known.actual for known in self.shown if known[:2] == (setting.aim, setting.weight))
        return tuple(sorted({actual for actual in here if actual is not None}))

    def weighs(self, about: Property) -> bool:
        """Whether the weight has a say in a property."""
        return about in {"range", "monotone"} or looks_at_weight(self.use)


def settings_of(use: Use, preferred: Sequence[Known] = ()) -> Settings:
    """Choose the settings of a use; ``preferred``: what examples of the method have."""
    kinds = result_kinds(use.call, use.line, bare_project(use.call))
    targets, weights = choose_targets(use), choose_weights(use, kinds)
    pairs = [(aim, weight) for weight in weights.points for aim in targets.aims][:MOST_SETTINGS]
    shown = tuple(known for known in preferred if _is_like(known.aim, use))
    liked = list(dict.fromkeys((known.aim, known.weight) for known in shown))
    liked += [(aim, weight) for weight in weights.points for aim in targets.plain][:MOST_SETTINGS]
    words = words_of(use.call)

    def made(pairs: list[tuple[Aim, Fraction]]) -> tuple[Setting, ...]:
        return tuple(each for aim, weight in pairs for each in _settings(use, words, kinds, aim, weight))

    return Settings(use, targets, weights, made(pairs), made(liked), shown)


def _is_like(aim: Aim, use: Use) -> bool:
    """Whether a target is of the kind that a use is for."""
    if aim.op != use.op or use.execution or use.aim is not None:
        return False
    return use.unit is None or aim.unit.dimension == use.unit.dimension


def _settings(
    use: Use, words: set[str], kinds: tuple[str, ...], aim: Aim, weight: Fraction
) -> Iterator[Setting]:
    known, multiples = dict(use.known), dict[str, Fraction]()
    if "budget" in words or use.execution:
        known.setdefault("budget", _BUDGET)
    if use.execution:
        multiples = {"execution": Fraction(1), "spent": known["budget"]}
    for baseline in _baselines(words, known, aim):
        for finished in (False, True) if "finished" in words else (None,):
            yield Setting(
                aim, weight, kinds, use.call.method.units, {**known, **baseline}, multiples, finished
            )


def _baselines(words: set[str], known: Mapping[str, Fraction], aim: Aim) -> tuple[dict[str, Fraction], ...]:
    if "baseline" not in words or "baseline" in known:
        return ({},)
    size = aim.low if aim.low is not None else aim.high or Fraction(1)
    return tuple({"baseline": size * factor} for factor in (Fraction(1, 2), Fraction(2), Fraction(1)))
