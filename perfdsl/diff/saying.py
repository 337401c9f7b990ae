"""One thing that a block says once, such as its budget or its grade 优, ready to be held against another."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.diff.difference import Change, Sense, Shift, Side
from perfdsl.source import Place
from perfdsl.units import Quantity

Strictness = tuple[tuple[Fraction, int], ...]
"""How hard a thing is to reach in each respect: the bound, and 1 where the bound itself is not enough."""


class Saying(NamedTuple):
    """``about`` and ``name`` say what it is, ``key`` stands for the name where it may be written otherwise.

    Two of one key with another ``meaning`` are a change. ``amount`` is its number, where it has just one;
    ``strict`` is empty where no value of it is easier than another.
    """

    about: str
    meaning: object
    text: str
    place: Place | None
    name: str = ""
    key: object = ""
    amount: Quantity | None = None
    strict: Strictness = ()


def compare_sayings(old: Iterable[Saying], new: Iterable[Saying]) -> Iterator[Change]:
    """Give what differs, in the new order; things that only the old side says come last."""
    before, after = _by_key(old), _by_key(new)
    for each in [*after, *(key for key in before if key not in after)]:
        yield from _compare(before.get(each, []), after.get(each, []))


def _by_key(sayings: Iterable[Saying]) -> dict[object, list[Saying]]:
    found: dict[object, list[Saying]] = {}
    for each in sayings:
        found.setdefault((each.about, each.key or each.name), []).append(each)
    return found


def _compare(old: Sequence[Saying], new: Sequence[Saying]) -> Iterator[Change]:
    if len(old) == len(new) == 1:
        if old[0].meaning != new[0].meaning:
            yield change_of(old[0], new[0])
        return
    yield from (change_of(each, None) for each in _rest(old, new))
    yield from (change_of(None, each) for each in _rest(new, old))


def _rest(some: Sequence[Saying], others: Sequence[Saying]) -> Iterator[Saying]:
    """Give those whose meaning the others do not have; each of the others answers for one."""
    there = Counter(each.meaning for each in others)
    for each in some:
        if there[each.meaning]:
            there[each.meaning] -= 1
        else:
            yield each


def change_of(old: Saying | None, new: Saying | None) -> Change:
    """Make the change from a saying to another, or to none."""
    named = new or old
    assert named is not None  # noqa: S101 — one of them is there
    before, after = (Side(each.text, each.place) if each else None for each in (old, new))
    if old is None or new is None:
        return Change(named.about, "changed", before, after, named.name)
    sense = sense_of(old.strict, new.strict)
    return Change(named.about, sense, before, after, named.name, _shift(old, new))


def sense_of(old: Strictness, new: Strictness) -> Sense:
    """Loosened where nothing is stricter than before, tightened where nothing is less strict."""
    pairs = list(zip(old, new, strict=False))
    if not pairs or len(old) != len(new):
        return "changed"
    if all(after <= before for before, after in pairs):
        return "loosened"
    return "tightened" if all(after >= before for before, after in pairs) else "changed"


def _shift(old: Saying, new: Saying) -> tuple[Shift, ...]:
    one, other = old.amount, new.amount
    if one is None or other is None or one.unit.dimension != other.unit.dimension or one.value == other.value:
        return ()
    return (Shift(other.value - one.value, one.value, other.unit),)
