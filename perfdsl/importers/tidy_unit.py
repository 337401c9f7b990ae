"""Tells printed units that are written twice (台（套）, %(百分比)), and those that nobody knows."""

from __future__ import annotations

import re
from typing import NamedTuple

from perfdsl.syntax.normalise import normalise
from perfdsl.units import Unit, find_unit

_TWICE = re.compile(r"(?P<unit>[^0-9()\s][^()]{0,15})\((?P<other>[^()0-9]{1,12})\)")
_AFTER_NUMBER = re.compile(r"[0-9]\s*(?P<unit>[^0-9\s≥≤<>=~,.;:、。()-][^0-9()]{0,15}\([^()0-9]{1,12}\))$")
_MOST_CHARACTERS = 40
_TIMES = "次"
"""人（次） may be people or their visits."""
_NOTHING = frozenset({"无", "暂无", "不适用", "-", "--", "/", "\\", "——", "N/A", "n/a", "空", "*", "**"})


class Twice(NamedTuple):
    """A unit that is written twice: as printed, and the first of its names."""

    printed: str
    unit: str


def once_written(text: str, column: str) -> tuple[str, str, Twice | None]:
    """Give a printed value and the unit of its column, each with one name for its unit; and which it was."""
    behind = _unit_behind(text)
    first, second = _written_twice(behind), _written_twice(column)
    if first is not None:
        text = text[: len(text) - len(behind)] + first.unit
    if second is not None:
        column = second.unit
    return text, column, first or second


def unknown_in_brackets(text: str, column: str) -> str:
    """Give a unit with brackets that nobody knows, of a column or behind a value; empty without one."""
    units = (unit for unit in (column, _unit_behind(text)) if is_unknown(unit))
    return next((unit for unit in units if _TWICE.fullmatch(normalise(unit))), "")


def _written_twice(printed: str) -> Twice | None:
    """Give the unit before the brackets where both are counts of things: 台（套）, but not 人（次）."""
    said = "".join(normalise(printed).split())
    found = _TWICE.fullmatch(said)
    if found is None or found["other"] == _TIMES or find_unit(said) is not None:
        return None
    units = find_unit(found["unit"]), find_unit(found["other"])
    return Twice(printed, found["unit"]) if all(map(_is_count, units)) else None


def _unit_behind(text: str) -> str:
    """Give the unit with brackets that ends a printed value (``≥36台（套）``); empty where there is none."""
    plain = normalise(text).rstrip()
    found = _AFTER_NUMBER.search(plain[-_MOST_CHARACTERS:])
    return text[len(plain) - len(found["unit"]) : len(plain)] if found else ""


def is_unknown(unit: str) -> bool:
    """Whether something is printed as a unit, and no unit is called so."""
    said = "".join(normalise(unit).split())
    return bool(said) and said not in _NOTHING and find_unit(said) is None


def _is_count(unit: Unit | None) -> bool:
    return unit is not None and unit.factor == 1 and len(unit.dimension.powers) == 1 and not unit.flavour
