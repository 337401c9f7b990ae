"""The known name that a person probably meant; tuned so that two-character Chinese names work too."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

MOST_CANDIDATES = 2000
MOST_CHARACTERS = 60
MOST_HINTS = 100
"""Complaints of one run for which a near name is sought: nobody reads on, and a hostile text has many."""


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Give the nearest known name, or None where none is near.

    Near is a third of the longer name's characters, at least one edit where a character is shared: in a
    two-character name one character of difference is already half of it.
    """
    candidates = [each for each in islice(known, MOST_CANDIDATES) if each != name]
    if len(name) > MOST_CHARACTERS:
        return None
    best, best_distance = None, MOST_CHARACTERS
    characters = set(name)
    for candidate in candidates:
        allowed = max(1, max(len(name), len(candidate)) // 3)
        if abs(len(name) - len(candidate)) > allowed or characters.isdisjoint(candidate):
            continue
        distance = edit_distance(name, candidate)
        if distance <= allowed and distance < best_distance:
            best, best_distance = candidate, distance
    return best or _contained(name, candidates)


def edit_distance(one: str, other: str) -> int:
    """Count insertions, deletions, substitutions and swaps of neighbours that turn one name into the other.

    A column of the usual table is kept as the bits of two whole numbers, where it goes up and where down
    (H. Hyyrö, 2003), so that a comparison takes as many steps as one name has characters.
    """
    full = (1 << len(one)) - 1
    last = 1 << len(one) >> 1
    where: dict[str, int] = {}
    for at, character in enumerate(one):
        where[character] = where.get(character, 0) | 1 << at
    up, down, same, before, distance = full, 0, 0, 0, len(one)
    for character in other:
        here = where.get(character, 0)
        swapped = ((~same & here) << 1) & before
        same = ((((here & up) + up) ^ up) | here | down | swapped) & full
        right, left = down | (~(same | up) & full), same & up
        distance += bool(right & last) - bool(left & last)
        right, left = (right << 1 | 1) & full, (left << 1) & full
        up, down, before = left | (~(same | right) & full), right & same, here
    return distance if one else len(other)


def _contained(name: str, known: list[str]) -> str | None:
    """Give the only known name that contains this one, or is contained in it (集中活动次数 and 次数)."""
    if len(name) < 2:  # noqa: PLR2004 — one character is in too many names
        return None
    found = {each for each in known if name in each or (len(each) > 1 and each in name)}
    return found.pop() if len(found) == 1 else None
