"""What a piece of a tree means, apart from how and where it is written."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from perfdsl.scheme.check_parts import selector_key
from perfdsl.scheme.names import group_key, key, scope_word, term
from perfdsl.syntax import ast
from perfdsl.units import Unit, find_unit

Meaning = tuple[object, ...]

_NAMES = {"name", "method", "rubric", "extends", "indicator"}
_GROUPS = {"group", "heir"}
_WORDS = {"what"}
"""Fields that hold a word of the language in either language, or a name."""


def meaning_of(value: object, units: Mapping[str, Unit]) -> object:
    """Give what two trees share if they mean the same: numbers in base units, names by key, no places.

    ``units`` are those that the sheets define.
    """
    match value:
        case ast.Number():
            return number_meaning(value, units)
        case ast.DateLiteral(year=year, month=month, day=day):
            return "date", year, month, day
        case ast.Name(name=name):
            return "name", term(name)
        case ast.Selector(text=text):
            return "selector", selector_key(text)
        case ast.Node():
            return node_meaning(value, units)
        case tuple():
            return tuple(meaning_of(each, units) for each in value)
        case _:
            return value


def number_meaning(number: ast.Number, units: Mapping[str, Unit]) -> Meaning:
    """Size, dimension, and whether it is a difference of ratios; as written where the unit is unknown."""
    unit = find_unit(number.unit, units)
    if unit is None:
        return "number", Fraction(number.value), number.unit
    size = Fraction(number.value) * unit.factor
    if not size:
        return "number", size  # of whatever
    return "number", size, unit.dimension, unit.flavour == "difference"


def node_meaning(node: ast.Node, units: Mapping[str, Unit]) -> Meaning:
    """Meaning of all fields but the places."""
    fields = ((name, value) for name, value in sorted(vars(node).items()) if not name.endswith("span"))
    return tuple((name, _field(name, value, units)) for name, value in fields)


def _field(name: str, value: object, units: Mapping[str, Unit]) -> object:
    if isinstance(value, str):
        if name in _NAMES:
            return key(value)
        if name in _WORDS:
            return scope_word(value) or group_key(value)
        return group_key(value) if name in _GROUPS else value
    return meaning_of(value, units)
