"""From a target as written to what it means in base units."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from perfdsl.diagnostic import Diagnostics
from perfdsl.scheme import messages
from perfdsl.scheme.definitions import unit_of
from perfdsl.scheme.known_units import DATE
from perfdsl.scheme.scheme import Aim, day_number
from perfdsl.source import Source
from perfdsl.syntax import ast
from perfdsl.units import PURE, Unit, can_be_negative, comparable, may_be_share

SIGNS = {">=": "≥", "<=": "≤", ">": ">", "<": "<", "=": "="}


def read_aim(
    target: ast.Target, source: Source, units: Mapping[str, Unit], diagnostics: Diagnostics
) -> Aim | None:
    """Give the meaning of a target; None after a complaint."""
    match target:
        case ast.Bound(op=op, value=value):
            unit = unit_of(value, source, units, diagnostics)
            if unit is None:
                return None
            size = Fraction(value.value) * unit.factor
            _check_size(source, value, unit, size, diagnostics)
            return bounded_aim(op, size, unit, SIGNS[op] + shown(value))
        case ast.Deadline(op=op, date=when):
            return bounded_aim(op, day_number(when), DATE, SIGNS[op] + shown_date(when))
        case ast.Range():
            return _range(target, source, units, diagnostics)
        case ast.State(word=word):
            return Aim("is", PURE, Fraction(1), Fraction(1), word, word)
        case ast.Qualitative(text=text):
            return Aim("qualitative", PURE, None, None, text, text or "定性")


def bounded_aim(op: ast.Operator, size: Fraction, unit: Unit, text: str) -> Aim:
    """Make the aim of a bound; ``=`` bounds from both sides."""
    low = size if op in {">=", ">", "="} else None
    high = size if op in {"<=", "<", "="} else None
    return Aim(op, unit, low, high, "", text)


def shown(number: ast.Number) -> str:
    """Number as people read it: the numeral as printed and its unit."""
    plain = number.text.replace(" ", "").replace("\t", "")
    digits = plain.removesuffix(number.unit).lstrip("+-").replace(",", "").replace(".", "")
    as_printed = plain.endswith(number.unit) and digits.isdecimal()
    return plain if as_printed else f"{number.value}{number.unit}"


def shown_date(when: ast.DateLiteral) -> str:
    """Date in ISO form."""
    return f"{when.year:04}-{when.month:02}-{when.day:02}"


def _range(
    target: ast.Range, source: Source, units: Mapping[str, Unit], diagnostics: Diagnostics
) -> Aim | None:
    low, high = target.low, target.high
    if not low.unit and high.unit:
        low = low.model_copy(update={"unit": high.unit})
    low_unit = unit_of(low, source, units, diagnostics)
    high_unit = unit_of(high, source, units, diagnostics)
    if low_unit is None or high_unit is None:
        return None
    places = source.place(target.low.span), source.place(high.span)
    if not comparable(low_unit, high_unit) or (low.unit and not high.unit):
        diagnostics.add(messages.range_units(*places, low_unit, high_unit))
        return None
    if target.low is not low and may_be_share(low.value, high.value, high_unit):
        diagnostics.add(messages.range_bare(places[0], target.low.text, high.unit))
        return None
    lowest, highest = Fraction(low.value) * low_unit.factor, Fraction(high.value) * high_unit.factor
    if lowest > highest:
        diagnostics.add(messages.range_reversed(source.place(target.span), shown(low), shown(high)))
        return None
    for end, unit, size in ((low, low_unit, lowest), (high, high_unit, highest)):
        _check_size(source, end, unit, size, diagnostics)
    return Aim("in", high_unit, lowest, highest, "", f"{shown(low)}~{shown(high)}")


def _check_size(
    source: Source, value: ast.Number, unit: Unit, size: Fraction, diagnostics: Diagnostics
) -> None:
    if size < 0 and not can_be_negative(unit):
        diagnostics.add(messages.negative_target(source.place(value.span), shown(value), unit))
