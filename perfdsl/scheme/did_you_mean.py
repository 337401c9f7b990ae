"""The known name that a person probably meant; tuned so that two-character Chinese names work too."""

from __future__ import annotations

from collections.abc import Iterable

MOST_CANDIDATES = 2000
MOST_CHARACTERS = 60


def did_you_mean(name: str, known: Iterable[str]) -> str | None:
    """Give the nearest known name, or None where none is near.

    Near is a third of the longer name's characters, at least one edit where a character is shared: in a
    two-character name one character of difference is already half of it.
    """
    best, best_distance = None, MOST_CHARACTERS
    for candidate in list(known)[:MOST_CANDIDATES]:
        if len(candidate) > MOST_CHARACTERS or len(name) > MOST_CHARACTERS or candidate == name:
            continue
        allowed = max(1, max(len(name), len(candidate)) // 3)
        if abs(len(name) - len(candidate)) > allowed or not set(name) & set(candidate):
            continue
        distance = edit_distance(name, candidate)
        if distance <= allowed and distance < best_distance:
            best, best_distance = candidate, distance
    return best or _contained(name, known)


def edit_distance(one: str, other: str) -> int:
    """Count insertions, deletions, substitutions and swaps of neighbours that turn one name into the other."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        previous, row = row, [i, *[0] * len(other)]
        for j, b in enumerate(other, 1):
            row[j] = min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                row[j] = min(row[j], before[j - 2] + 1)
        before = previous
    return row[-1]


def _contained(name: str, known: Iterable[str]) -> str | None:
    """Give the only known name that contains this one, or is contained in it (集中活动次数 and 次数)."""
    if len(name) < 2:  # noqa: PLR2004 — one character is in too many names
        return None
    found = [each for each in list(known)[:MOST_CANDIDATES] if name in each or (len(each) > 1 and each in name)]
    return found[0] if len(found) == 1 else None
