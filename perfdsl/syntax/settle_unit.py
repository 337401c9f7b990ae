"""The unit of a printed value, settled between what stands at the number and what a unit column says."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostic
from perfdsl.source import TextPlace
from perfdsl.syntax import messages_target
from perfdsl.syntax.literal_reading import LiteralReading
from perfdsl.syntax.target_reading import Cell
from perfdsl.units import Unit, find_unit, near_units


def unit_of(cell: Cell, reading: LiteralReading, place: TextPlace) -> str | Diagnostic:
    """Settle the unit between text and column; a complaint where it is unknown or the two contradict."""
    printed, column = reading.unit, cell.unit
    for name in (printed, column):
        if find_unit(name, cell.defined) is None:
            if _begins_with_unit(name):
                return messages_target.words_around_number(place, place.text)
            return messages_target.unknown_unit(place, name, near_units(name, cell.defined))
    if not printed or not column:
        return printed or column
    ours, theirs = find_unit(printed, cell.defined), find_unit(column, cell.defined)
    if ours is not None and theirs is not None and _same_size(ours, theirs):
        return printed
    if (
        find_unit(printed, {})
        and _is_multiple(ours)
        and find_unit(printed + column, cell.defined) is not None
    ):
        return printed + column
    return messages_target.unit_column_contradicts(place, column, place.text)


def _begins_with_unit(name: str) -> bool:
    """Whether words follow a unit, as in 100%覆盖; 箱子 is rather a unit that nobody defined."""
    return any(find_unit(name[:end]) is not None for end in range(1, len(name) - (name[0] not in "%‰")))


def _same_size(one: Unit, other: Unit) -> bool:
    return (one.factor, one.dimension, one.flavour) == (other.factor, other.dimension, other.flavour)


def _is_multiple(unit: Unit | None) -> bool:
    return unit is not None and not unit.dimension.powers and not unit.flavour
