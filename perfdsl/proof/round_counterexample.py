"""Counterexamples with numbers that people can write, near one that a solver found anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from perfdsl.exact import round_to
from perfdsl.plan.compile_method import Setting
from perfdsl.proof.choose_settings import aim_in
from perfdsl.proof.examine import Actuals
from perfdsl.proof.use import Domain, Use, domain_of
from perfdsl.proof.write_number import PLACES
from perfdsl.scheme.scheme import Aim
from perfdsl.units import Unit


def near_counterexamples(use: Use, setting: Setting, actuals: Actuals) -> Iterator[tuple[Setting, Actuals]]:
    """Give the same with ever more decimals, and at last as it is; only with actuals that are accepted."""
    for places in range(PLACES + 1):
        weight = round_to(setting.weight, places, "half_up")
        unit = setting.aim.unit
        aim = setting.aim if use.execution else _rounded_aim(setting.aim, places)
        near = setting._replace(aim=aim, weight=weight)
        rounded = tuple(_rounded(actual, unit, places) for actual in actuals)
        if weight > 0 and _accepts(domain_of(use, near), rounded):
            yield near, rounded
    if _accepts(domain_of(use, setting), actuals):
        yield setting, actuals


def _rounded_aim(aim: Aim, places: int) -> Aim:
    low, high = aim.low, aim.high
    first = low if low is not None else high
    if first is None:
        return aim
    other = _rounded(high, aim.unit, places) if aim.op == "in" and high is not None else None
    return aim_in(aim.op, aim.unit, _rounded(first, aim.unit, places), other)


def _rounded(value: Fraction, unit: Unit, places: int) -> Fraction:
    return round_to(value / unit.factor, places, "half_up") * unit.factor


def _accepts(domain: Domain, actuals: Actuals) -> bool:
    return all(
        (not domain.values or actual in domain.values)
        and (domain.low is None or actual >= domain.low)
        and (not domain.whole or actual.denominator == 1)
        for actual in actuals
    )
