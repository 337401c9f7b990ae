"""Tells whether a printed number is an exact one as people and spreadsheets shorten it."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.audit.published import Points
from perfdsl.exact import decimals_needed, round_to

_SURE_DIGITS = 12
"""Further digits are the noise of a spreadsheet: 99.5652173913044 for 99.56521739130434…"""

_USUAL_PLACES = 2


def is_rounded(printed: Points, exact: Fraction) -> bool:
    """Whether a printed number is an exact one, rounded half up or cut off to the decimals printed.

    One of more than 12 significant digits was computed and never rounded: half a unit of the twelfth is
    let pass.
    """
    if printed.value in {round_to(exact, printed.places, mode) for mode in ("half_up", "truncate")}:
        return True
    return is_computed(printed) and abs(printed.value - exact) <= _noise(printed)


def is_computed(printed: Points) -> bool:
    """Whether a number has more digits than anybody writes."""
    return _digits(printed) > _SURE_DIGITS


def lost_decimals(printed: Points, exact: Fraction) -> bool:
    """Whether a number is a whole, and the exact one is none, not even at two decimals (9.004 is 9.00)."""
    needed = decimals_needed(exact)
    if printed.value.denominator != 1 or needed == 0:
        return False
    return round_to(exact, max(printed.places, _USUAL_PLACES), "half_up") != printed.value


def _digits(printed: Points) -> int:
    """Count significant digits; bounded, as numerals are."""
    return len(str(abs(printed.value.numerator * 10**printed.places // printed.value.denominator)))


def _noise(printed: Points) -> Fraction:
    return Fraction(10 ** (_digits(printed) - _SURE_DIGITS), 2 * 10**printed.places)
