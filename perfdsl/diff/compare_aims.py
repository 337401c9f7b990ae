"""Targets as the sets of actuals that meet them: fewer of them is tightened, more is loosened."""

from __future__ import annotations

from fractions import Fraction

from perfdsl.diff.difference import Sense, Shift
from perfdsl.scheme.scheme import Aim
from perfdsl.units import can_be_negative, comparable

_WORDS = {"is", "qualitative"}
_NEAR = Fraction(1, 4)

End = tuple[int, Fraction, int]
"""An end of a set on the line: no end at all comes before or after every value."""
_NOTHING: End = (1, Fraction(0), 0)


def aim_meaning(aim: Aim) -> object:
    """What a target means; equal for ``<= 23万元`` and ``<= 230000元``."""
    numbers = () if aim.op in _WORDS else (aim.low, aim.high)
    return aim.op, aim.word, numbers, aim.unit.dimension, aim.unit.flavour == "difference"


def sense_of_aims(old: Aim, new: Aim) -> Sense:
    """Loosened where all that met the old target meets the new one, tightened where it is the other way.

    Only actuals that there can be count: ``= 0起`` and ``<= 0起`` are met by the same.
    """
    if {old.op, new.op} & _WORDS or not comparable(old.unit, new.unit):
        return "changed"
    less = _low(new) >= _low(old) and _high(new) <= _high(old)
    more = _low(new) <= _low(old) and _high(new) >= _high(old)
    if less == more:
        return "changed"
    return "tightened" if less else "loosened"


def shifts_of_aims(old: Aim, new: Aim) -> tuple[Shift, ...]:
    """Say by how much each end moved that both targets have; nothing where they do not compare."""
    if {old.op, new.op} & _WORDS or not comparable(old.unit, new.unit):
        return ()
    if old.target is not None and new.target is not None:
        return _shift(old.target, new.target, new, "")
    return (*_shift(old.low, new.low, new, "low"), *_shift(old.high, new.high, new, "high"))


def are_near(old: Aim | None, new: Aim | None) -> bool:
    """Whether two targets may be of one indicator: equal, or of one kind with ends within a quarter."""
    if old is None or new is None:
        return old is new
    if aim_meaning(old) == aim_meaning(new):
        return True
    if old.op != new.op or old.op in _WORDS or not comparable(old.unit, new.unit):
        return False
    return _within(old.low, new.low) and _within(old.high, new.high)


def _within(one: Fraction | None, other: Fraction | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= max(abs(one), abs(other)) * _NEAR


def _shift(one: Fraction | None, other: Fraction | None, aim: Aim, end: str) -> tuple[Shift, ...]:
    if one is None or other is None or one == other:
        return ()
    return (Shift(other - one, one, aim.unit, "low" if end == "low" else "high" if end else ""),)


def _low(aim: Aim) -> End:
    end = (0, Fraction(0), 0) if aim.low is None else (1, aim.low, int(aim.op == ">"))
    return end if can_be_negative(aim.unit) else max(end, _NOTHING)


def _high(aim: Aim) -> End:
    return (2, Fraction(0), 0) if aim.high is None else (1, aim.high, -int(aim.op == "<"))
