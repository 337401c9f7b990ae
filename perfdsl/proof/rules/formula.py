"""What a condition of a rule says, as a formula: truths of atoms, linear inequalities, all or any of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

Sign = Literal["<=", "<", "="]
AtomKind = Literal["true", "known", "has", "within", "note"]


class Atom(NamedTuple):
    """Something that is so or not: a word that is true (``达标``), a value that there is, a group, a note.

    ``name``: a term, or function and key of a named line with a tab between (``score⇥甲``).
    """

    kind: AtomKind
    name: str


class Linear(NamedTuple):
    """A sum of variables, each times a number, and a constant; variables in order, none times zero."""

    terms: tuple[tuple[str, Fraction], ...]
    constant: Fraction

    @property
    def fixed(self) -> bool:
        """Whether it is a number."""
        return not self.terms

    def plus(self, other: Linear) -> Linear:
        """Add."""
        found = dict(self.terms)
        for name, factor in other.terms:
            found[name] = found.get(name, Fraction(0)) + factor
        terms = tuple(sorted((name, factor) for name, factor in found.items() if factor))
        return Linear(terms, self.constant + other.constant)

    def times(self, factor: Fraction) -> Linear:
        """Multiply by a number."""
        if not factor:
            return number(Fraction(0))
        return Linear(tuple((name, each * factor) for name, each in self.terms), self.constant * factor)

    def minus(self, other: Linear) -> Linear:
        """Subtract."""
        return self.plus(other.times(Fraction(-1)))


class Said(NamedTuple):
    """An atom is so, or is not."""

    atom: Atom
    holds: bool


class Inequality(NamedTuple):
    """A sum is at most zero, below zero, or zero."""

    form: Linear
    sign: Sign


class Every(NamedTuple):
    """All of these; of none: always."""

    parts: tuple[Formula, ...]


class Some(NamedTuple):
    """Any of these; of none: never."""

    parts: tuple[Formula, ...]


Formula = Said | Inequality | Every | Some

ALWAYS = Every(())
NEVER = Some(())


NOT_LINEAR = "\n"
"""Begins the name of a variable that stands for what is not linear, in its own words."""


def number(value: Fraction | int) -> Linear:
    """Make a number a sum."""
    return Linear((), Fraction(value))


def variable(name: str) -> Linear:
    """Make a variable a sum."""
    return Linear(((name, Fraction(1)),), Fraction(0))


def compared(left: Linear, sign: str, right: Linear) -> Formula:
    """``left sign right`` for the signs of the language; ``<>`` for different."""
    apart, back = left.minus(right), right.minus(left)
    match sign:
        case "<=" | "<" | "=":
            return _settled(Inequality(apart, sign))
        case ">=":
            return _settled(Inequality(back, "<="))
        case ">":
            return _settled(Inequality(back, "<"))
        case _:
            return any_of((_settled(Inequality(apart, "<")), _settled(Inequality(back, "<"))))


def _settled(each: Inequality) -> Formula:
    """Between numbers alone it is known how a comparison ends."""
    if not each.form.fixed:
        return each
    value = each.form.constant
    holds = value == 0 if each.sign == "=" else value < 0 or (value == 0 and each.sign == "<=")
    return ALWAYS if holds else NEVER


def any_of(parts: Iterable[Formula]) -> Formula:
    """Any of some formulas, those that never hold left out."""
    left = tuple(each for each in parts if each is not NEVER)
    return left[0] if len(left) == 1 else Some(left) if left else NEVER


def all_of(parts: Iterable[Formula]) -> Formula:
    """All of some formulas; NEVER where one of them never holds."""
    left = tuple(each for each in parts if each is not ALWAYS)
    if any(each is NEVER for each in left):
        return NEVER
    return left[0] if len(left) == 1 else Every(left) if left else ALWAYS


def known(name: str, *, holds: bool = True) -> Said:
    """A value of this name is there."""
    return Said(Atom("known", name), holds)


def true(name: str, *, holds: bool = True) -> Said:
    """A word of this name is true."""
    return Said(Atom("true", name), holds)


def implied(condition: Formula, *follows: Formula) -> Formula:
    """All of these follow from a truth of one atom."""
    assert isinstance(condition, Said)  # noqa: S101 — links start from one atom
    return Some((condition._replace(holds=not condition.holds), Every(follows)))


def parts_in(formulas: Iterable[Formula]) -> Iterator[Said | Inequality]:
    """Give the plain parts of formulas."""
    open_ones = list(formulas)
    while open_ones:
        each = open_ones.pop()
        if isinstance(each, Every | Some):
            open_ones.extend(each.parts)
        else:
            yield each


def names_in(formulas: Iterable[Formula]) -> set[str]:
    """Give the names of the atoms and variables in formulas."""
    found: set[str] = set()
    for each in parts_in(formulas):
        match each:
            case Said(atom=atom):
                found.add(atom.name)
            case Inequality(form=form):
                found |= {name for name, _ in form.terms}
    return found
