"""Reads a printed actual; a bare number beside a target of 万亩 or % is read in both ways."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from perfdsl.actuals.read_value import Trouble, read_value
from perfdsl.audit.difference import Reason
from perfdsl.audit.published import PublishedRow
from perfdsl.scheme.known_units import DATE
from perfdsl.scheme.scheme import Aim
from perfdsl.syntax.ast import DateLiteral, Number, Word
from perfdsl.units import PURE, Unit, find_unit, multiple_of

Value = Number | DateLiteral | Word


class Actual(NamedTuple):
    """One reading of an actual: its value, and how people would write it (``8亩``)."""

    value: Value
    text: str


def read_actual(row: PublishedRow) -> Value | Reason:
    """Read what is printed, with the unit of its column; or say why it holds no value."""
    value = read_value(row.actual, unit=row.unit)
    if not isinstance(value, Trouble):
        return value
    return "operator_in_actual" if value.reason == "operator" else "unreadable_actual"


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
