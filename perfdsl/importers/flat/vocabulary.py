"""The closed words of official forms, as a stream shows them: levels, labels, headers, titles."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from perfdsl.importers.draft import HeadName, RowName
from perfdsl.importers.labels import table

SUFFIX = "指标"
_SHORTEST_LABEL = 3
_POINTS = r"(?:[（(][0-9]{1,3}(?:\.[0-9]+)?\s*[分%％]?[)）])?"
_BRACKETS = r"(?:[（(][^（）()]{0,8}[)）])?"


def words(name: str) -> list[str]:
    """Give the words of an entry of the data file, the longest first."""
    found: Any = table()[name]
    said = " ".join(found.values()) if isinstance(found, dict) else str(found)
    return longest_first(said.split())


def longest_first(found: Iterable[str]) -> list[str]:
    """Put words in the order in which a pattern has to try them, each once."""
    return sorted(dict.fromkeys(found), key=lambda word: (-len(word), word))


def any_of(found: Iterable[str]) -> str:
    """Make the pattern of any of these words."""
    return "(?:" + "|".join(map(re.escape, longest_first(found))) + ")"


@cache
def level_words(level: str) -> Mapping[str, tuple[str, ...]]:
    """Give each word of ``level1`` or ``level2`` without its suffix, and the first levels that it fits."""
    known: Any = table()[level]
    fits: dict[str, tuple[str, ...]] = {}
    for group, said in known.items():
        for word in said.split():
            fits[word] = (*fits.get(word, ()), group)
    return fits


@cache
def level_pattern(level: str, *, is_bare: bool) -> re.Pattern[str]:
    """Match a word of a level: with its suffix, and without it if ``is_bare``."""
    known = level_words(level)
    return re.compile(any_of([*(word + SUFFIX for word in known), *(known if is_bare else ())]) + _POINTS)


def bare_word(token: str) -> str:
    """Take the suffix and the points off the word of a level."""
    return re.sub(_POINTS + "$", "", token).removesuffix(SUFFIX)


@cache
def header_pattern() -> re.Pattern[str]:
    """Match a header of the table of indicators."""
    return re.compile(any_of(header_columns()) + _BRACKETS)


@cache
def header_columns() -> Mapping[str, RowName | None]:
    """Give what each header names; None where it names no field."""
    columns: Any = table()["columns"]
    known: dict[str, RowName | None] = {}
    for column, said in columns.items():
        for word in said.split():
            known.setdefault(word, "direction" if column == "nature" else column)
    return dict.fromkeys(words("columns_without_field")) | known


@cache
def head_labels() -> Mapping[str, HeadName | None]:
    """Give what each label of a head names; None for groups of fields, and for labels without a field."""
    heads: Any = table()["heads"]
    known: dict[str, HeadName | None] = {}
    for name, said in heads.items():
        for word in said.split():
            if len(word) >= _SHORTEST_LABEL and name not in {"period_budget", "total", "period"}:
                known.setdefault(word, name)
    others = [
        word for word in (*words("groups"), *words("heads_without_field")) if len(word) >= _SHORTEST_LABEL
    ]
    return dict.fromkeys(others) | known


@cache
def head_pattern(names: tuple[HeadName, ...] = ()) -> re.Pattern[str]:
    """Match a label of a head; of some fields only, where they are given."""
    said = [word for word, name in head_labels().items() if not names or name in names]
    spelled = "|".join(re.escape(word).replace(":", "[:：]") for word in longest_first(said))
    return re.compile(f"(?P<word>{spelled})(?P<behind>(?:[（(](?:万元|元|千元|亿元)[)）])?[:：]?)")
