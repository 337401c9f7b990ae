"""Writes shares for people: with as many digits as tell on which side of a bound they are."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from perfdsl.exact import MOST_DIGITS, round_to, show, show_trimmed

_PLACES = 2


def percent(share: Fraction, bounds: Iterable[Fraction] = ()) -> str:
    """Write a share as a percentage, to two decimals at most where these touch none of the bounds."""
    return f"{show_trimmed(share * 100, places_apart(share, bounds))}%"


def places_apart(share: Fraction, bounds: Iterable[Fraction]) -> int:
    """Count the decimals of a percentage (two or more) at which it rounds to no bound that it is not.

    ``59.998%`` stays below 60%, where two decimals would say 60%.
    """
    near = [bound for bound in bounds if bound != share and abs(bound - share) * 100 < 1]
    return next(
        (
            places
            for places in range(_PLACES, MOST_DIGITS)
            if all(round_to(share * 100, places, "half_up") != bound * 100 for bound in near)
        ),
        MOST_DIGITS,
    )


def show_wan(value: Fraction) -> str:
    """Write 元 in 万元: exactly where its writing ends with six decimals or fewer, else to two."""
    wan = value / 10_000
    exactly = show_trimmed(wan, 6)
    return f"{exactly if Fraction(exactly) == wan else show(wan, _PLACES).rstrip('0').rstrip('.')}万元"
