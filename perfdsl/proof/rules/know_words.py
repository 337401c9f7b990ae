"""What is known of the words of rules before any rule is read: 0 ≤ 得分 ≤ 分值, and 正向 is not 反向.

``certain`` holds in every project that the tool accepts, of lines that are worth something. ``usual`` holds
in those that people write: a state outside it is no witness, and a proof does not rest on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from fractions import Fraction
from itertools import combinations

from perfdsl.proof.rules.formula import (
    Atom,
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
_LEAST: dict[str, Fraction] = {
    "score": Fraction(0), "points": Fraction(0), "self": Fraction(0), "review": Fraction(0),
    "total": Fraction(0), "budget": Fraction(0), "spent": Fraction(0), "execution": Fraction(0),
    "shortfall": Fraction(0), "month": Fraction(1), "projects": Fraction(1),
}  # fmt: skip
_MOST = {"points": Fraction(100), "total": Fraction(100), "month": Fraction(12), "score": Fraction(100)}


def certain(atoms: AbstractSet[Atom], variables: AbstractSet[str], *, waits: bool) -> list[Formula]:
    """List what always holds of these atoms and variables. ``waits``: a missing fact leaves its line open."""
    names = variables | {atom.name for atom in atoms}
    found = [*_bounds(variables), *_below(variables), *_line(names), *_groups(atoms)]
    if {"execution", "budget"} <= names:
        found.append(implied(known("execution"), known("budget"), _above(variable("budget"))))
    if {"execution", "spent"} <= names:
        found.append(implied(known("execution"), known("spent")))
    if {"execution", "spent", "budget"} <= names:
        nothing = compared(variable("budget"), "<=", _ZERO)
        missing = known("spent", holds=False), known("budget", holds=False)
        found.append(Some((*missing, nothing, known("execution"))))
    if waits and {"unreported", "score"} <= names:
        found.append(implied(true("unreported"), known("score", holds=False)))
    return found


def _bounds(variables: AbstractSet[str]) -> Iterator[Formula]:
    for each in variables:
        word = each.rstrip("'").split("\t")[0]
        if word in _LEAST:
            yield compared(variable(each), ">=", number(_LEAST[word]))
        if word in _MOST:
            yield compared(variable(each), "<=", number(_MOST[word]))
        if each == "points":
            yield _above(variable(each))


def _below(variables: AbstractSet[str]) -> Iterator[Formula]:
    """A line has no more than its weight, which is of 100."""
    for each in variables:
        word, tab, name = each.partition("\t")
        if word.rstrip("'") == "score":
            yield compared(variable(each), "<=", variable(f"points{tab}{name.rstrip(chr(39))}"))
            yield compared(variable(f"points{tab}{name.rstrip(chr(39))}"), "<=", _WHOLE)


def _line(names: AbstractSet[str]) -> Iterator[Formula]:
    """What is known of the one line that a rule over each speaks of."""
    if {"upward", "downward"} <= names:
        yield Some((true("upward", holds=False), true("downward", holds=False)))
    gone = [each for each in ("met", "actual", "ratio", "shortfall") if each in names]
    if "unreported" in names:
        yield implied(true("unreported"), *(known(each, holds=False) for each in gone))
        yield from [implied(true("unreported", holds=False), known("met"))] if "met" in gone else []
        yield from [implied(true("unreported"), Said(Atom("note", each), False)) for each in _NOTES & names]
        if "score" in names:
            nothing = compared(variable("score"), "<=", _ZERO)
            yield Some((true("unreported", holds=False), known("score", holds=False), nothing))
    yield from _bounds_of_target(names)


def _bounds_of_target(names: AbstractSet[str]) -> Iterator[Formula]:
    """A target that more is better for is its own lower bound, and has no upper; and the other way round."""
    for word, own, other, side in (("upward", "lower", "upper", ">="), ("downward", "upper", "lower", "<=")):
        if word not in names:
            continue
        bound = {"target", own} & names
        if other in names:
            yield implied(true(word), known(other, holds=False))
        if {"target", own} <= names:
            same = compared(variable("target"), "=", variable(own))
            yield implied(true(word), known("target"), known(own), same)
        for each in sorted(bound) if {"met", "actual"} <= names else ():
            reached = compared(variable("actual"), side, variable(each))
            met = true("met", holds=False), known("met", holds=False), known("actual", holds=False)
            yield Some((true(word, holds=False), *met, reached))
    if {"met", "shortfall"} <= names:
        none = compared(variable("shortfall"), "=", _ZERO)
        yield Some((true("met", holds=False), known("met", holds=False), none))
    if {"lower", "upper"} <= names:
        gap = compared(variable("lower"), "<=", variable("upper"))
        yield Some((known("lower", holds=False), known("upper", holds=False), gap))


def _groups(atoms: AbstractSet[Atom]) -> Iterator[Formula]:
    """A line stands in one group of level 1, and the sheet then has that group."""
    own = sorted(each for each in atoms if each.kind == "within" and each.name in tables()["groups"])
    for one, other in combinations(own, 2):
        yield Some((Said(one, False), Said(other, False)))
    for each in own:
        has = Atom("has", each.name)
        if has in atoms:
            yield implied(Said(each, True), Said(has, True))


def _above(form: Linear) -> Formula:
    return compared(_ZERO, "<", form)


_NOTES = frozenset({"reason", "evidence"})
