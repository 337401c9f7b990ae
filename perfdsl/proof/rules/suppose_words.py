"""What is usual of the words of rules: a state outside it is no witness, and no proof rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from itertools import combinations

from perfdsl.proof.rules.formula import (
    Atom,
    Every,
    Formula,
    Linear,
    Said,
    Some,
    compared,
    implied,
    known,
    number,
    true,
    variable,
)
from perfdsl.syntax.keywords import tables

_WHOLE = number(100)
_ZERO = number(0)


def usual(atoms: AbstractSet[Atom], variables: AbstractSet[str]) -> list[Formula]:
    """List what holds of projects that people write."""
    names = variables | {atom.name for atom in atoms}
    found = [compared(_ZERO, "<", variable("budget"))] if "budget" in variables else []
    found += [compared(variable("ratio"), ">=", _ZERO)] if "ratio" in variables else []
    if {"unreported", "score"} <= names:
        found.append(implied(true("unreported"), known("score", holds=False)))
    if {"met", "ratio", "upward"} <= names:
        found.append(_sense("upward", ">="))
    if {"met", "ratio", "downward"} <= names:
        found.append(_sense("downward", "<="))
    return [*found, *_absent_groups(atoms, names), *_second_levels(atoms), *_parts_of_total(variables)]


def _absent_groups(atoms: AbstractSet[Atom], names: AbstractSet[str]) -> Iterator[Formula]:
    """What is asked of a group that the sheet does not have, it has no answer to; nobody calls a line so."""
    for each in atoms:
        if each.kind == "has":
            asked = [name for name in sorted(names) if name.endswith(f"\t{each.name}")]
            yield implied(Said(each, False), *(known(name, holds=False) for name in asked))


def _second_levels(atoms: AbstractSet[Atom]) -> Iterator[Formula]:
    """Groups whose names are not those of level 1 are taken to be of one level, so that a line is in one."""
    own = sorted(each for each in atoms if each.kind == "within" and each.name not in tables()["groups"])
    yield from (Some((Said(one, False), Said(other, False))) for one, other in combinations(own, 2))


def _parts_of_total(variables: AbstractSet[str]) -> Iterator[Formula]:
    """Lines and groups that are named make up a part of the total, and of 100; in a second state too."""
    lines = sorted({each.rstrip("'").partition("\t")[2] for each in variables if each.startswith("score\t")})
    weights = _sum(f"points\t{each}" for each in lines)
    if lines:
        yield compared(weights, "<=", _WHOLE)
    for state in ("", "'"):
        names = [f"score\t{each}" for each in lines]
        own = [f"{each}{state}" if f"{each}{state}" in variables else each for each in (*names, "total")]
        if lines and own[-1] in variables:
            scores, total = _sum(own[:-1]), variable(own[-1])
            yield compared(scores, "<=", total)
            yield compared(total.minus(scores), "<=", _WHOLE.minus(weights))


def _sum(names: Iterable[str]) -> Linear:
    found = _ZERO
    for each in names:
        found = found.plus(variable(each))
    return found


def _sense(word: str, side: str) -> Formula:
    """A target that is met has a ratio of 1 or more (or less); one that is missed, of no more (no less)."""
    mirrored = {">=": "<=", "<=": ">="}[side]
    ratio, one = variable("ratio"), number(1)
    return Some((
        true(word, holds=False),
        known("met", holds=False),
        known("ratio", holds=False),
        Every((true("met"), compared(ratio, side, one))),
        Every((true("met", holds=False), compared(ratio, mirrored, one))),
    ))  # fmt: skip
