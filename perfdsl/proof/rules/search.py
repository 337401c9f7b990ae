"""Looks for states in which formulas hold together: truths of atoms, and numbers for the variables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import NamedTuple

from perfdsl.proof.rules.eliminate import Choose, TooLargeError, solve, tidied
from perfdsl.proof.rules.formula import Atom, Every, Formula, Inequality, Said, Some

MOST_STEPS = 800
"""Steps that one question may take: branches, the larger ones counted several times."""
STEP_OF_PARTS = 8
STEP_OF_INEQUALITIES = 6


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

    @property
    def size(self) -> int:
        """Steps that it takes to look at it: more where there is much to look at."""
        parts = sum(len(each.parts) for each in self.choices)
        return 1 + parts // STEP_OF_PARTS + len(self.system) // STEP_OF_INEQUALITIES


def models(formulas: Sequence[Formula], choose: Choose, allowance: Allowance) -> Iterator[Model]:
    """Give states in which all formulas hold; raises TooLargeError where it takes too long."""
    own = Allowance(min(MOST_STEPS, allowance.left))
    open_ones = [_settle(_Node({}, [], []), formulas)]
    while open_ones:
        node = open_ones.pop()
        if node is None:
            continue
        system = tidied(node.system)
        for each in (allowance, own):
            each.spend(node.size)
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
        if NEVER_LEFT in forced:
            return None
        todo += forced
    return _Node(truths, system, choices)


NEVER_LEFT = Some(())


def _narrowed(choices: Sequence[Some], truths: Mapping[Atom, bool]) -> tuple[list[Some], list[Formula]]:
    """Drop what is settled already; give the choices that are left, and what is left alone."""
    kept: list[Some] = []
    forced: list[Formula] = []
    for choice in choices:
        verdicts = [(part, _verdict(part, truths)) for part in choice.parts]
        if any(verdict is True for _, verdict in verdicts):
            continue
        parts = tuple(part for part, verdict in verdicts if verdict is None)
        if len(parts) > 1:
            kept.append(Some(parts))
        else:
            forced.append(parts[0] if parts else NEVER_LEFT)
    return kept, forced


def _verdict(part: Formula, truths: Mapping[Atom, bool]) -> bool | None:
    """Say whether a part holds by the truths alone."""
    match part:
        case Said(atom=atom, holds=holds):
            return truths[atom] == holds if atom in truths else None
        case Every(parts=parts):
            found = [_verdict(each, truths) for each in parts]
            return False if False in found else True if all(each is True for each in found) else None
        case Some(parts=parts):
            found = [_verdict(each, truths) for each in parts]
            return True if True in found else None if None in found else False
        case _:
            return None
