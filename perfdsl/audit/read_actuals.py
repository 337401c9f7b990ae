"""Reads a printed actual; a bare number beside a target of 万亩 or % is read in both ways."""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from perfdsl.actuals.read_value import Trouble, read_value
from perfdsl.audit.difference import Reason
from perfdsl.audit.published import PublishedRow
from perfdsl.audit.read_within import number_within
from perfdsl.scheme.known_units import DATE
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax.ast import DateLiteral, Number, Word
from perfdsl.syntax.normalise import normalise
from perfdsl.units import PURE, Unit, find_unit, multiple_of

Value = Number | DateLiteral | Word

NOTHING: Final = frozenset({"无", "零", "没有", "未发生", "无发生"})
"""Words that say the number 0."""

_ANGLES: Final = ("〉", "〈")


class Actual(NamedTuple):
    """One reading of an actual: its value, and how people would write it (``8亩``)."""

    value: Value
    text: str


def read_actual(row: PublishedRow) -> Value | Reason:
    """Read what is printed, with the unit of its column; or say why it holds no value.

    A unit that is printed with the number counts, whatever its column says: what can be converted will be.
    """
    text = plain_actual(row.actual)
    value = read_value(text, unit=row.unit)
    if isinstance(value, Trouble) and value.reason == "unit":
        value = read_value(text)
    if _is_unreadable(value) or _is_text(value) or _has_odd_unit(value):
        within = number_within(text, row)
        value = within if within is not None else value
    if isinstance(value, Trouble):
        return "operator_in_actual" if value.reason == "operator" else "unreadable_actual"
    return "unreadable_actual" if holds_digits(value) else value


def plain_actual(text: str) -> str:
    """Give a printed actual with the angle brackets that stand for > and <, and without a closing stop."""
    plain = normalise(text).strip().rstrip("。.")
    return plain.replace("〉", ">").replace("〈", "<") if plain[:1] in _ANGLES else plain


def holds_digits(value: Value | Trouble | None) -> bool:
    """Whether a value is a text with a number in it: it says how much, though not in a way that is read."""
    return isinstance(value, Word) and value.share is None and any(map(str.isdecimal, value.word))


def _is_unreadable(value: Value | Trouble) -> bool:
    return isinstance(value, Trouble) and value.reason == "unreadable"


def _is_text(value: Value | Trouble) -> bool:
    return isinstance(value, Word) and value.share is None


def _has_odd_unit(value: Value | Trouble) -> bool:
    return isinstance(value, Number) and bool(value.unit) and find_unit(value.unit) is None


def ratio_unit(value: Value) -> str:
    """Unit of an actual that is printed as a ratio (``95%``), else empty."""
    unit = find_unit(value.unit) if isinstance(value, Number) and value.unit else None
    return unit.name if unit is not None and unit.flavour == "ratio" else ""


def readings_for(value: Value, aim: Aim) -> tuple[Actual, ...]:
    """Give what an actual may mean beside a target: a bare number is in its unit, or in a part of it.

    Beside ``≥8万亩`` a bare 8 is 8万亩 or 8亩; beside ``≥90%`` a bare 93 is 93% or the 93-fold.
    """
    unit = aim.unit
    if not isinstance(value, Number):
        return (Actual(value, value.word if isinstance(value, Word) else value.text),)
    if value.unit or unit == PURE or unit.dimension == DATE.dimension:
        return (Actual(value, value.text),)
    in_unit = _number(value.value, unit)
    plain = _plain_unit(unit)
    if plain is None or not value.value:
        return (in_unit,)
    shifted = _number(_shift(value.value, unit, plain), unit)
    as_plain = shifted if unit.flavour == "ratio" else Actual(shifted.value, f"{value.value:f}{plain.name}")
    return (in_unit, as_plain)


def share_within(row: PublishedRow, value: Value) -> Value | None:
    """Give a bare 0.95 beside a unit column of % without that unit: it may be a share of one. Else None."""
    unit = find_unit(row.unit) if row.unit else None
    bare = read_value(plain_actual(row.actual))
    if (
        unit is None
        or unit.flavour != "ratio"
        or not isinstance(value, Number)
        or not isinstance(bare, Number)
    ):
        return None
    return bare if not bare.unit and 0 < bare.value <= 1 else None


def _number(value: Decimal, unit: Unit) -> Actual:
    text = f"{value:f}{unit.name}"
    return Actual(Number(span=(0, 0), value=value, unit=unit.name, text=text), text)


def _plain_unit(unit: Unit) -> Unit | None:
    """Give what a unit is a decimal multiple of: 亩 for 万亩, and no unit for % and 万."""
    if unit.flavour in {"ratio", "difference"}:
        return PURE if unit.factor != 1 else None
    name = multiple_of(unit.name)
    plain = None if name is None else find_unit(name)
    return plain if plain is not None and 10 ** _zeros(unit, plain) == unit.factor / plain.factor else None


def _zeros(unit: Unit, plain: Unit) -> int:
    """Count the zeros of the power of ten by which two units differ."""
    factor = unit.factor / plain.factor
    return len(str(max(factor.numerator, factor.denominator))) - 1


def _shift(value: Decimal, unit: Unit, plain: Unit) -> Decimal:
    """Write a number of the plain unit in its multiple, or a share in %: exactly, by shifting its point."""
    sign, digits, exponent = value.as_tuple()
    places = _zeros(unit, plain) * (1 if unit.factor < plain.factor else -1)
    return Decimal((sign, digits, (exponent if isinstance(exponent, int) else 0) + places))
