"""The difference of two states of sheets: pairs of things that belong together, and what changed in each."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Literal, NamedTuple

from perfdsl.diff.curve_change import CurveChange
from perfdsl.scheme.names import key
from perfdsl.scorecard import AmendedBy
from perfdsl.source import Place
from perfdsl.units import Unit

Sense = Literal["loosened", "tightened", "changed", "added", "removed", "renamed", "moved"]
"""What a change is to whoever is scored; ``changed`` where it is neither easier nor harder for sure."""

SENSES: tuple[Sense, ...] = ("loosened", "tightened", "changed", "added", "removed", "renamed", "moved")

ITSELF = "itself"
"""What a change is about where a thing stands on one side only."""

Kind = Literal[
    "project", "indicator", "execution", "department", "rubric", "method", "rule", "unit", "monitoring",
    "amendment", "action", "block",
]  # fmt: skip


class Side(NamedTuple):
    """What stands on one side, as its author wrote it, and where."""

    text: str
    place: Place | None = None


class Shift(NamedTuple):
    """By how much a number moved, new less old, in base units; ``of`` is the old number.

    ``unit``: the one to show it in. ``end``: which end of a range, or empty.
    """

    amount: Fraction
    of: Fraction
    unit: Unit
    end: Literal["", "low", "high"] = ""


class Change(NamedTuple):
    """One thing that differs. ``about`` says what it is, ``name`` which one where there may be several.

    A side is None where the thing does not stand there. ``likely``: taken for the same thing only because
    the names are similar. ``curve``: how the points of a method moved over all actuals. ``amended``: the
    amendment (调整) by which it is so.
    """

    about: str
    sense: Sense
    old: Side | None = None
    new: Side | None = None
    name: str = ""
    by: tuple[Shift, ...] = ()
    curve: CurveChange | None = None
    likely: bool = False
    amended: AmendedBy | None = None


class Named(NamedTuple):
    """What a thing is called on one side, and where it stands."""

    name: str
    place: Place
    code: str = ""
    group: tuple[str, ...] = ()


class Pair(NamedTuple):
    """A thing on both sides, or on one of them; ``parts`` are the indicators of a project."""

    kind: Kind
    old: Named | None
    new: Named | None
    changes: tuple[Change, ...]
    parts: tuple[Pair, ...] = ()

    @property
    def differs(self) -> bool:
        """Whether anything is to be said of it."""
        return bool(self.changes or self.parts)

    @property
    def is_whole(self) -> bool:
        """Whether it stands on one side only."""
        return any(change.about == ITSELF for change in self.changes)

    @property
    def shown(self) -> Named:
        """The newer of its names."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 — a pair has a side
        return found


class Difference(NamedTuple):
    """All that differs; nothing where two states mean the same."""

    projects: tuple[Pair, ...] = ()
    definitions: tuple[Pair, ...] = ()

    def changes(self) -> Iterator[Change]:
        """Give every change."""
        for pair in (*self.projects, *self.definitions):
            yield from pair.changes
            for part in pair.parts:
                yield from part.changes

    def count(self, sense: Sense) -> int:
        """Count the changes of a sense."""
        return sum(change.sense == sense for change in self.changes())


def whole(kind: Kind, old: Named | None, new: Named | None) -> Pair:
    """Make the pair of a thing that stands on one side only."""
    before, after = (Side(each.name, each.place) if each else None for each in (old, new))
    return Pair(kind, old, new, (Change(ITSELF, "removed" if new is None else "added", before, after),))


def renamed(old: Named, new: Named, *, likely: bool) -> Iterator[Change]:
    """Tell that a thing is called otherwise; blanks and the width of characters make no other name."""
    if key(old.name) != key(new.name):
        sides = Side(old.name, old.place), Side(new.name, new.place)
        yield Change("name", "renamed", *sides, likely=likely)
