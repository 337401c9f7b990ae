"""Whether linear inequalities can hold together (Fourier and Motzkin), and numbers for which they do."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.proof.rules.formula import Inequality, Linear, variable

MOST_INEQUALITIES = 300
"""Inequalities of one system; elimination may square their number."""


class TooLargeError(Exception):
    """A question is beyond the bounds; nothing is known of it."""


class Range(NamedTuple):
    """Where one variable may lie; None for no end, ``open`` for an end that it may not reach."""

    low: Fraction | None = None
    low_open: bool = False
    high: Fraction | None = None
    high_open: bool = False

    def holds(self, value: Fraction) -> bool:
        """Whether a value lies within."""
        above = self.low is None or value > self.low or (value == self.low and not self.low_open)
        below = self.high is None or value < self.high or (value == self.high and not self.high_open)
        return above and below


Choose = Callable[[str, Range], Fraction]


class _Gone(NamedTuple):
    """An eliminated variable and the inequalities that it was in."""

    name: str
    among: tuple[Inequality, ...]


def solve(inequalities: Iterable[Inequality], choose: Choose) -> dict[str, Fraction] | None:
    """Give a number for each variable, chosen from its range; None where there are none.

    Raises TooLargeError.
    """
    system = tidied(inequalities)
    gone: list[_Gone] = []
    while system:
        name = _next(system)
        among = tuple(each for each in system if _factor(each, name))
        rest = [each for each in system if not _factor(each, name)]
        gone.append(_Gone(name, among))
        system = tidied([*rest, *_without(name, among)])
    return None if system is None else _values(gone, choose)


def tidied(inequalities: Iterable[Inequality]) -> list[Inequality] | None:
    """Drop what always holds and all but the tightest of a kind; None where one never holds."""
    found: dict[tuple[object, ...], Inequality] = {}
    for each in inequalities:
        if each.form.fixed:
            if not _holds(each, each.form.constant):
                return None
            continue
        scaled = each._replace(form=each.form.times(1 / abs(each.form.terms[0][1])))
        at = (scaled.form.terms, scaled.sign == "=", scaled.form.constant if scaled.sign == "=" else None)
        other = found.get(at)
        if other is None or _tightness(scaled) > _tightness(other):
            found[at] = scaled
    if len(found) > MOST_INEQUALITIES:
        raise TooLargeError
    return list(found.values())


def _tightness(each: Inequality) -> tuple[Fraction, bool]:
    return each.form.constant, each.sign == "<"


def _holds(each: Inequality, value: Fraction) -> bool:
    return value < 0 if each.sign == "<" else value == 0 if each.sign == "=" else value <= 0


def _factor(each: Inequality, name: str) -> Fraction:
    return dict(each.form.terms).get(name, Fraction(0))


def _next(system: Sequence[Inequality]) -> str:
    """Give the variable that is cheapest to eliminate: one in an equation first."""
    equation = next((each for each in system if each.sign == "="), None)
    if equation is not None:
        return equation.form.terms[0][0]
    names = sorted({name for each in system for name, _ in each.form.terms})
    return min(names, key=lambda name: _cost(system, name))


def _cost(system: Sequence[Inequality], name: str) -> int:
    factors = [_factor(each, name) for each in system]
    return sum(factor > 0 for factor in factors) * sum(factor < 0 for factor in factors)


def _without(name: str, among: Sequence[Inequality]) -> list[Inequality]:
    """Give what follows from the inequalities for the other variables."""
    equation = next((each for each in among if each.sign == "="), None)
    if equation is not None:
        gives = variable(name).minus(equation.form.times(1 / _factor(equation, name)))
        return [each._replace(form=_put_in(each.form, name, gives)) for each in among if each is not equation]
    above = [each for each in among if _factor(each, name) > 0]
    below = [each for each in among if _factor(each, name) < 0]
    return [
        Inequality(
            one.form.times(-_factor(other, name)).plus(other.form.times(_factor(one, name))),
            "<" if "<" in {one.sign, other.sign} else "<=",
        )
        for one in above
        for other in below
    ]


def _put_in(form: Linear, name: str, value: Linear) -> Linear:
    factor = dict(form.terms)[name]
    return form.minus(variable(name).times(factor)).plus(value.times(factor))


def _values(gone: Sequence[_Gone], choose: Choose) -> dict[str, Fraction]:
    """Choose the variables in the order opposite to that of their elimination."""
    values: dict[str, Fraction] = {}
    for name, among in reversed(gone):
        for other in sorted({each for one in among for each, _ in one.form.terms} - values.keys() - {name}):
            values[other] = choose(other, Range())
        values[name] = choose(name, _range(name, among, values))
    return values


def _range(name: str, among: Iterable[Inequality], values: Mapping[str, Fraction]) -> Range:
    found = Range()
    for each in among:
        factor = _factor(each, name)
        rest = sum((share * values[other] for other, share in each.form.terms if other != name), Fraction(0))
        end = -(each.form.constant + rest) / factor
        is_open = each.sign == "<"
        if each.sign == "=" or factor < 0:
            found = _raised(found, end, is_open=is_open)
        if each.sign == "=" or factor > 0:
            found = _lowered(found, end, is_open=is_open)
    return found


def _raised(found: Range, end: Fraction, *, is_open: bool) -> Range:
    if found.low is not None and (found.low, found.low_open) >= (end, is_open):
        return found
    return found._replace(low=end, low_open=is_open)


def _lowered(found: Range, end: Fraction, *, is_open: bool) -> Range:
    if found.high is not None and (found.high, not found.high_open) <= (end, not is_open):
        return found
    return found._replace(high=end, high_open=is_open)
