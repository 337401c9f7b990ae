"""Looks for states in which formulas hold together: truths of atoms, and numbers for the variables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.proof.rules.eliminate import Choose, TooLargeError, solve, tidied
from perfdsl.proof.rules.formula import (
    ALWAYS,
    NEVER,
    Atom,
    Every,
    Formula,
    Inequality,
    Said,
    Some,
    parts_in,
)

MOST_STEPS = 800
"""Steps that one question may take: branches, those of large formulas counted several times."""
PARTS_OF_STEP = 100


class Model(NamedTuple):
    """Truths of the atoms that matter, and numbers for the variables."""

    truths: Mapping[Atom, bool]
    numbers: Mapping[str, Fraction]


class Allowance:
    """Steps that are left; shared by all questions about one set of rules."""

    __slots__ = ("left",)

    def __init__(self, steps: int) -> None:
        """Start with so many."""
        self.left = steps

    def spend(self, steps: int) -> None:
        """Take some steps; raises TooLargeError where too few are left."""
        if self.left < steps:
            raise TooLargeError
        self.left -= steps


class _Node(NamedTuple):
    """What is settled so far, and what is still to be chosen from."""

    truths: dict[Atom, bool]
    system: list[Inequality]
    choices: list[Some]


def models(formulas: Sequence[Formula], choose: Choose, allowance: Allowance) -> Iterator[Model]:
    """Give states in which all formulas hold; raises TooLargeError where it takes too long."""
    own = Allowance(min(MOST_STEPS, allowance.left))
    cost = 1 + sum(1 for _ in parts_in(formulas)) // PARTS_OF_STEP
    open_ones = [_settle(_Node({}, [], []), formulas)]
    while open_ones:
        node = open_ones.pop()
        if node is None:
            continue
        system = tidied(node.system)
        for each in (allowance, own):
            each.spend(cost)
        numbers = None if system is None else solve(system, choose)
        if system is None or numbers is None:
            continue
        node = node._replace(system=system)
        if not node.choices:
            yield Model(node.truths, numbers)
            continue
        chosen = min(node.choices, key=lambda each: len(each.parts))
        left = node._replace(choices=[each for each in node.choices if each is not chosen])
        open_ones += [_settle(left, [part]) for part in reversed(chosen.parts)]


def _settle(node: _Node, formulas: Sequence[Formula]) -> _Node | None:
    """Take formulas in, and all that follows where only one choice is left; None where they contradict."""
    truths, system, choices = dict(node.truths), list(node.system), list(node.choices)
    todo = list(formulas)
    while todo:
        while todo:
            match todo.pop():
                case Said(atom=atom, holds=holds):
                    if truths.setdefault(atom, holds) != holds:
                        return None
                case Inequality() as each:
                    system.append(each)
                case Every(parts=parts):
                    todo += parts
                case Some() as each:
                    choices.append(each)
        choices, forced = _narrowed(choices, truths)
        if any(each is NEVER for each in forced):
            return None
        todo += forced
    return _Node(truths, system, choices)


def _narrowed(choices: Sequence[Some], truths: Mapping[Atom, bool]) -> tuple[list[Some], list[Formula]]:
    """Drop what is settled already; give the choices that are left, and what is left alone."""
    kept: list[Some] = []
    forced: list[Formula] = []
    for choice in choices:
        left = _simplified(choice, truths)
        if isinstance(left, Some) and len(left.parts) > 1:
            kept.append(left)
        elif left is not ALWAYS:
            forced.append(left.parts[0] if isinstance(left, Some) and left.parts else left)
    return kept, forced


def _simplified(formula: Formula, truths: Mapping[Atom, bool]) -> Formula:
    """Give what is left of a formula where some truths are known: ALWAYS or NEVER where nothing is."""
    match formula:
        case Said(atom=atom, holds=holds):
            return formula if atom not in truths else ALWAYS if truths[atom] == holds else NEVER
        case Every(parts=parts):
            return _joined(parts, truths, ends=NEVER, goes_on=ALWAYS)
        case Some(parts=parts):
            return _joined(parts, truths, ends=ALWAYS, goes_on=NEVER)
        case _:
            return formula


def _joined(
    parts: Sequence[Formula], truths: Mapping[Atom, bool], *, ends: Every | Some, goes_on: Every | Some
) -> Formula:
    """Simplify parts one after another; one that ends it decides, and one that goes on need not be kept."""
    left: list[Formula] = []
    for part in parts:
        found = _simplified(part, truths)
        if found is ends:
            return ends
        if found is not goes_on:
            left.append(found)
    return type(goes_on)(tuple(left)) if left else goes_on
