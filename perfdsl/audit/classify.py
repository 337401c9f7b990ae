"""Names how points that were awarded differ from those that a rubric gives."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from perfdsl.audit.difference import Comparable
from perfdsl.audit.published import Points
from perfdsl.audit.round_printed import is_computed, is_rounded
from perfdsl.exact import RoundingMode, round_to


class Given(NamedTuple):
    """What a rubric gives a line: exact points, points after its own rounding, and whether it is met."""

    exact: Fraction
    points: Fraction
    met: bool


def classify(given: Given, awarded: Points, weight: Fraction) -> Comparable:
    """Name the difference; the first of these that holds, so that there is exactly one.

    1. ``equal``: awarded is what the rubric gives, after its own rounding of the line or before it.
    2. ``missed_but_full``: the target is missed (on exact values), the rubric gives less than the weight, and
       exactly the weight was awarded. It comes before ``rounded``: attainment is judged before any rounding.
    3. ``met_but_deducted``: the target is met, the rubric gives the whole weight, less was awarded.
    4. ``rounded``: awarded is the exact points rounded half up, to the decimals printed or to a whole.
    5. ``truncated``: the same, cut off instead. Where both would give the same number it is ``rounded``.
    6. ``above`` or ``below``: more or less was awarded than the rubric gives.
    """
    value = awarded.value
    if value in {given.points, given.exact}:
        return "equal"
    if not given.met and given.exact < weight == value:
        return "missed_but_full"
    if given.met and given.exact == weight > value:
        return "met_but_deducted"
    if _is_shortened(given.exact, awarded, "half_up"):
        return "rounded"
    if _is_shortened(given.exact, awarded, "truncate"):
        return "truncated"
    return "above" if value > given.exact else "below"


def _is_shortened(exact: Fraction, awarded: Points, mode: RoundingMode) -> bool:
    if is_computed(awarded):
        return is_rounded(awarded, exact)
    return awarded.value in {round_to(exact, places, mode) for places in (awarded.places, 0)}
