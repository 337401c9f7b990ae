"""Which things of two states belong together: by a key where they have one, else by similar names."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import Generic, NamedTuple, TypeVar

from perfdsl.scheme.did_you_mean import MOST_CHARACTERS, edit_distance

MOST_PAIRS = 250_000
"""Pairs of names that are held against one another; beyond them only equal names are found."""

_LEAST_CONTAINED = 3
"""Characters of a name that is looked for inside a longer one: shorter ones are in too many."""

T = TypeVar("T")
Key = Callable[[T], str | tuple[Hashable, ...]]


class Match(NamedTuple, Generic[T]):
    """Two things that belong together, or one alone; ``likely``: only their names are similar."""

    old: T | None
    new: T | None
    likely: bool = False


class Matcher(Generic[T]):
    """Things of two states, of which those that were matched are left out of what is still open."""

    __slots__ = ("found", "new", "old")

    def __init__(self, old: Sequence[T], new: Sequence[T]) -> None:
        """Start with nothing matched."""
        self.old, self.new = dict(enumerate(old)), dict(enumerate(new))
        self.found: list[tuple[int, Match[T]]] = []

    def by_key(self, key: Key[T]) -> None:
        """Match those that alone have a key on their side; an empty key is none."""
        before, after = _alone(self.old, key), _alone(self.new, key)
        for each in before.keys() & after.keys():
            self._take(before[each], after[each])

    def by_similar_names(self, name: Callable[[T], str], fits: Callable[[T, T], bool]) -> None:
        """Match the nearest names first, among pairs that fit in other respects too."""
        if len(self.old) * len(self.new) > MOST_PAIRS:
            return
        for _, _, _, i, j in sorted(self._near(name, fits)):
            if i in self.old and j in self.new:
                self._take(i, j, likely=True)

    def result(self) -> list[Match[T]]:
        """Give all things in the new order; those that are gone come last."""
        added = [(j, Match(None, each)) for j, each in self.new.items()]
        # Places are unique, so that things themselves are never compared.
        ordered = [match for _, match in sorted([*self.found, *added], key=lambda pair: pair[0])]
        return [*ordered, *(Match(each, None) for each in self.old.values())]

    def _near(
        self, name: Callable[[T], str], fits: Callable[[T, T], bool]
    ) -> Iterator[tuple[int, str, str, int, int]]:
        """Give near pairs with their distance, ordered alike whichever side is called the old one."""
        for i, one in self.old.items():
            for j, other in self.new.items():
                distance = nearness(name(one), name(other))
                if distance is not None and fits(one, other):
                    first, second = sorted((name(one), name(other)))
                    yield distance, first, second, i, j

    def _take(self, i: int, j: int, *, likely: bool = False) -> None:
        self.found.append((j, Match(self.old.pop(i), self.new.pop(j), likely)))


def nearness(one: str, other: str) -> int | None:
    """Count the edits between similar names; None where names are not similar (see ``did_you_mean``)."""
    longer, shorter = max(len(one), len(other)), min(len(one), len(other))
    if longer > MOST_CHARACTERS or set(one).isdisjoint(other):
        return None
    allowed = max(1, longer // 3)
    contained = shorter >= _LEAST_CONTAINED and (one in other or other in one)
    if longer - shorter > allowed and not contained:
        return None
    distance = edit_distance(one, other)
    return distance if contained or distance <= allowed else None


def _alone(things: dict[int, T], key: Key[T]) -> dict[Hashable, int]:
    seen: dict[Hashable, list[int]] = {}
    for at, each in things.items():
        found = key(each)
        if found:
            seen.setdefault(found, []).append(at)
    return {found: places[0] for found, places in seen.items() if len(places) == 1}
