"""Writes the numbers of a witness so that what is read is what was found, or is marked as being near it."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.exact import MOST_DIGITS, decimals_needed, round_to, show_trimmed

MOST_WRITTEN = 18
"""Decimals that are written of a number that ends; of others, and longer ones, ``PLACES`` after an ≈."""
PLACES = 6
LONGEST = 40
"""Characters of a fraction that is still written beside."""


def written(number: Fraction) -> str:
    """Write exactly, or with ≈ before it as many decimals as tell it from zero."""
    needed = decimals_needed(number)
    if needed is not None and needed <= MOST_WRITTEN:
        return show_trimmed(number, needed)
    places = PLACES
    while number and not round_to(number, places, "half_up") and places < MOST_DIGITS:
        places += 2
    return "≈" + show_trimmed(number, places)


def written_in(number: Fraction, unit: str) -> str:
    """Write so many of a unit; beside what is only near, the fraction itself: ``≈33.333333% (= 100/3%)``."""
    shown = written(number) + unit
    exact = f"{number}{unit}"
    return f"{shown} (= {exact})" if shown.startswith("≈") and len(exact) <= LONGEST else shown
