"""Units of measure with dimensions: what 万元, 人/次 and 个百分点 are, and which of them may meet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Literal, NamedTuple

from perfdsl.exact import show
from perfdsl.unit_names import COUNTS, MEASURES, NOUNS_AFTER_PIECE, PREFIXES

MOST_CHARACTERS = 32
"""Characters that a unit's name may have."""

MOST_FACTORS = 6
"""Units that may be multiplied and divided in one name."""

Flavour = Literal["", "ratio", "difference"]

_BLANK_BETWEEN_LETTERS = re.compile(r"[A-Za-z]\s+[A-Za-z]")
_BRACKETED = re.compile(r"(.+)\((.+)\)")
_DENOMINATOR_IN_BRACKETS = re.compile(r"/\(([^()]*)\)$")
_DOTS = str.maketrans("・•‧∙⋅*×", "·······")
_NEVER_SCALED = frozenset({"calendar_month", "celsius", "decibel", "point"})
_MAY_BE_NEGATIVE = frozenset(
    {"money", "us_dollar", "euro", "hong_kong_dollar", "celsius", "decibel", "point"}
)


@dataclass(frozen=True, slots=True)
class Dimension:
    """A product of powers of base dimensions, in the order of their names; empty for a pure number."""

    powers: tuple[tuple[str, int], ...] = ()

    def __mul__(self, other: Dimension) -> Dimension:
        """Add the exponents."""
        powers = dict(self.powers)
        for base, exponent in other.powers:
            powers[base] = powers.get(base, 0) + exponent
        return Dimension(tuple(sorted((base, exponent) for base, exponent in powers.items() if exponent)))

    def __truediv__(self, other: Dimension) -> Dimension:
        """Subtract the exponents."""
        return self * Dimension(tuple((base, -exponent) for base, exponent in other.powers))


class Unit(NamedTuple):
    """A name, its size in base units of its dimension, and whether it is a ratio or a difference."""

    name: str
    factor: Fraction
    dimension: Dimension
    flavour: Flavour = ""


_CALENDAR_MONTH = Dimension((("calendar_month", 1),))

PURE = Unit("", Fraction(1), Dimension())
"""No unit at all."""


class Quantity(NamedTuple):
    """A value in base units and the unit in which it was written."""

    value: Fraction
    unit: Unit


def quantity(numeral: Decimal, unit: Unit) -> Quantity:
    """Give a printed number its size: 23 of 万元 is 230000 元."""
    return Quantity(Fraction(numeral) * unit.factor, unit)


def show_quantity(q: Quantity, in_unit: Unit | None = None) -> str:
    """Write a quantity in a unit of its dimension (its own where none is given), exactly where that ends."""
    unit = in_unit or q.unit
    return show(q.value / unit.factor) + unit.name


def may_be_share(low: Decimal, high: Decimal, unit: Unit | None) -> bool:
    """Whether a bare first end may be a share of one or so many percent: in 0.9~100%, but not in 0.5~1%."""
    if unit is None or unit.flavour != "ratio":
        return False
    return 0 < low <= 1 and low <= quantity(high, unit).value


def comparable(a: Unit, b: Unit) -> bool:
    """Whether values of two units may be compared: 90% meets 0.9, 个百分点 never meets %."""
    if a.dimension != b.dimension:
        return False
    return "difference" not in {a.flavour, b.flavour} or "ratio" not in {a.flavour, b.flavour}


def can_be_negative(unit: Unit) -> bool:
    """Whether a measured value may lie below zero: money, ratios, points and temperatures; never a count."""
    powers = unit.dimension.powers
    return not powers or any(base in _MAY_BE_NEGATIVE and exponent > 0 for base, exponent in powers)


def find_unit(name: str, defined: Mapping[str, Unit] | None = None) -> Unit | None:
    """Find what a name means, the sheet's own units first; None where any part of it is unknown."""
    if len(name) > MOST_CHARACTERS:
        return None
    if defined and any(own in name for own in defined):
        return _read_unit(_tidy(name), defined)
    return _find_built_in(name)


def multiple_of(name: str) -> str | None:
    """Give what a unit is a multiple of by its name (万人 of 人, 万 of no unit), or None."""
    for prefix in sorted(PREFIXES, key=len, reverse=True):
        rest = name.removeprefix(prefix)
        if rest != name and _find_built_in(rest) is not None:
            return rest
    return None


def near_units(name: str, defined: Mapping[str, Unit] | None = None) -> tuple[str, ...]:
    """Names of up to three units that look like an unknown one."""
    from difflib import get_close_matches

    known = [*(defined or {}), *_built_in_units()]
    return tuple(get_close_matches(name[:MOST_CHARACTERS], known, n=3, cutoff=0.5))


@lru_cache(maxsize=4096)
def _find_built_in(name: str) -> Unit | None:
    return _read_unit(_tidy(name), {})


def _tidy(name: str) -> str:
    # A line break inside 平方米 is harmless; m m is not mm.
    tight = name if _BLANK_BETWEEN_LETTERS.search(name) else "".join(name.split())
    return tight.replace("％", "%")


def _read_unit(name: str, defined: Mapping[str, Unit]) -> Unit | None:
    return _find_single(name, defined) or _read_twice_written(name, defined) or _read_compound(name, defined)


def _read_twice_written(name: str, defined: Mapping[str, Unit]) -> Unit | None:
    """Read ``%(百分比)``: one unit written in two ways."""
    found = _BRACKETED.fullmatch(name)
    if found is None:
        return None
    one, other = _find_single(found[1], defined), _find_single(found[2], defined)
    if one is None or other is None:
        return None
    same = (one.factor, one.dimension, one.flavour) == (other.factor, other.dimension, other.flavour)
    return one if same else None


def _read_compound(name: str, defined: Mapping[str, Unit]) -> Unit | None:
    """Multiply and divide the units of a compound name; None where one is unknown or cannot divide."""
    above, below = _split_compound(name)
    if not 0 < len(above) + len(below) <= MOST_FACTORS:
        return None
    factor, dimension = Fraction(1), Dimension()
    for at, part in enumerate((*above, *below)):
        unit = _find_single(part, defined) if part else None
        upward = at < len(above)
        if unit is None or unit.dimension == _CALENDAR_MONTH or (unit.flavour and not upward):
            return None
        factor = factor * unit.factor if upward else factor / unit.factor
        dimension = dimension * unit.dimension if upward else dimension / unit.dimension
    return Unit(name, factor, dimension)


def _split_compound(name: str) -> tuple[list[str], list[str]]:
    """Split ``元/人·月``, ``元/人/月``, ``元/(人·月)``, ``元每人每月``: all after the first slash divides."""
    if name.startswith("每"):
        return [], []
    plain = _DENOMINATOR_IN_BRACKETS.sub(r"/\1", name.replace("/每", "/").replace("每", "/"))
    above, slash, below = plain.translate(_DOTS).partition("/")
    divisors = below.replace("/", "·").replace(".", "·").split("·") if slash else []
    return above.split("·") if above else [], divisors


def _find_single(name: str, defined: Mapping[str, Unit]) -> Unit | None:
    """Find a unit by name, or a multiple of a unit that may be multiplied (万亩)."""
    known = defined.get(name) or _built_in_units().get(name)
    if known is not None or not name:
        return known
    for prefix, multiple in PREFIXES.items():
        if name.startswith(prefix):
            unit = defined.get(name[len(prefix) :]) or _built_in_units().get(name[len(prefix) :])
            if unit is not None and _may_be_multiplied(unit):
                return Unit(name, unit.factor * multiple, unit.dimension)
    return None


def _may_be_multiplied(unit: Unit) -> bool:
    return bool(unit.dimension.powers) and not any(base in _NEVER_SCALED for base, _ in unit.dimension.powers)


@lru_cache(maxsize=1)
def _built_in_units() -> dict[str, Unit]:
    units = {name: Unit(name, Fraction(1), Dimension(((name, 1),))) for name in COUNTS.split()}
    units |= {f"个{noun}": Unit(f"个{noun}", *_same_as(units, noun)) for noun in NOUNS_AFTER_PIECE.split()}
    for line in MEASURES.strip().splitlines():
        kind, size, *names = line.split()
        units |= {name: _measure(name, kind, size) for name in names}
    return {"": PURE, **units}


def _same_as(units: Mapping[str, Unit], noun: str) -> tuple[Fraction, Dimension]:
    unit = units.get(noun)
    return (unit.factor, unit.dimension) if unit else (Fraction(1), Dimension(((noun, 1),)))


def _measure(name: str, kind: str, size: str) -> Unit:
    if kind in {"ratio", "difference"}:
        return Unit(name, Fraction(size), Dimension(), "ratio" if kind == "ratio" else "difference")
    if kind == "number":
        return Unit(name, Fraction(size), Dimension())
    base, _, exponent = kind.partition("^")
    return Unit(name, Fraction(size), Dimension(((base, int(exponent or 1)),)))
