"""How finely an actual is written: whole for counts, months and days, so many decimals for all else.

The table of units does not say which counts may be parts (half a 台班 is common, half a 人 is not), so
that is decided here: every count of ``unit_names.COUNTS`` is whole, but for those in ``IN_PARTS``. A count
with a multiple before it (1.2万人) is whole in what is counted, and written with as many decimals as that
takes; a count whose target is not whole itself (12.5次, an average), a duration and a unit that the sheet
itself defines are whole where that serves, and parts where it does not.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import NamedTuple

from perfdsl.exact import decimals_needed
from perfdsl.plan.invert_curve import EVERYWHERE, NOT_NEGATIVE, Stretch
from perfdsl.scheme.known_units import DATE, is_calendar_month
from perfdsl.scheme.read_project import MONEY
from perfdsl.scheme.scheme import Aim
from perfdsl.unit_names import COUNTS, MEASURES
from perfdsl.units import Unit, can_be_negative

IN_PARTS = frozenset(["延米", "延长米", "千字", "台班", "机时", "岁", "周岁", "课时", "学时", "学分", "编制"])
"""Counts by their table that are measured or halved all the same."""

FINEST = 12
"""Decimals beyond which no written number is sought."""

MONTHS = Stretch((Fraction(1), 0), (Fraction(12), 1))
DAYS = Stretch((Fraction(date.min.toordinal()), 0), (Fraction(date.max.toordinal()), 1))
TRUTHS = Stretch((Fraction(0), 0), (Fraction(1), 1))

_PLACES = 2
_HUNDRED_YUAN = 2
_RATIO_PLACES = 4
_WHOLE_FIRST = frozenset({"day", "month", "working_day", "person_day", "person_month"})


class Grain(NamedTuple):
    """Multiples of ``unit / 10**places`` (in base units); where need be with up to ``most`` decimals.

    ``within``: the actuals that there can be.
    """

    unit: Fraction
    places: int
    most: int
    within: Stretch


def grain_of(aim: Aim) -> Grain:
    """Give the grain of a target's actuals."""
    unit = aim.unit
    if aim.op == "is":
        return Grain(Fraction(1), 0, 0, TRUTHS)
    if is_calendar_month(unit):
        return Grain(Fraction(1), 0, 0, MONTHS)
    if unit.dimension == DATE.dimension:
        return Grain(Fraction(1), 0, 0, DAYS)
    within = EVERYWHERE if can_be_negative(unit) and unit.flavour != "ratio" else NOT_NEGATIVE
    bounds = [bound for bound in (aim.low, aim.high) if bound is not None]
    if is_whole(unit) and all(bound.denominator == 1 for bound in bounds):
        places = decimals_needed(1 / unit.factor) or 0
        return Grain(unit.factor, places, places, within)
    places = max(_places(unit), *(_places_of(bound, unit) for bound in bounds), 0)
    return Grain(unit.factor, places, FINEST, within)


def is_whole(unit: Unit) -> bool:
    """Whether a unit counts what has no parts."""
    powers = unit.dimension.powers
    return len(powers) == 1 and powers[0][1] == 1 and powers[0][0] in _counts() - IN_PARTS


def _places(unit: Unit) -> int:
    """Decimals that people write of a unit: of money to 100元 or finer, of a rate to a hundredth of 1%."""
    powers = unit.dimension.powers
    if not powers:
        return _PLACES if unit.factor != 1 or not unit.flavour else _RATIO_PLACES
    if unit.dimension == MONEY:
        return max(_PLACES, len(str(floor(unit.factor))) - 1 - _HUNDRED_YUAN)
    base = powers[0][0]
    is_own = base not in _measures() and base not in _counts()
    return 0 if len(powers) == 1 and (is_own or base in _WHOLE_FIRST | _counts()) else _PLACES


def _places_of(bound: Fraction, unit: Unit) -> int:
    return min(decimals_needed(bound / unit.factor) or 0, FINEST)


@lru_cache(maxsize=1)
def _counts() -> frozenset[str]:
    return frozenset(COUNTS.split())


@lru_cache(maxsize=1)
def _measures() -> frozenset[str]:
    return frozenset(line.split()[0].partition("^")[0] for line in MEASURES.strip().splitlines())
