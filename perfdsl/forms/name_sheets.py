"""Names the sheets of a workbook: each legal, different from all others, and near to its project's."""

from __future__ import annotations

import re
from collections.abc import Iterable

LONGEST = 31
"""Characters of a sheet's name; those outside the basic plane count twice, as Excel counts."""

_ILLEGAL = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f\ufffe\uffff]")
_RESERVED = frozenset({"history"})
_BLANK = "项目"


def name_sheets(wanted: Iterable[str]) -> list[str]:
    """Name sheets after what is wanted, in order."""
    taken: set[str] = set()
    named = []
    for name in wanted:
        plain = _tidy(name)
        chosen, again = _cut(plain, LONGEST), 1
        while chosen.casefold() in taken or chosen.casefold() in _RESERVED:
            again += 1
            end = f"({again})"
            chosen = _cut(plain, LONGEST - len(end)) + end
        taken.add(chosen.casefold())
        named.append(chosen)
    return named


def _tidy(name: str) -> str:
    return " ".join(_ILLEGAL.sub("_", name).split()).strip("' ") or _BLANK


def _cut(name: str, most: int) -> str:
    """Cut a name to so many units of UTF-16, and never in the middle of a character."""
    units = 0
    for at, character in enumerate(name):
        units += 2 if ord(character) > 0xFFFF else 1  # noqa: PLR2004 (the end of the basic plane)
        if units > most:
            return name[:at].strip("' ")
    return name
