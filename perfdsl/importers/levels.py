"""The vocabulary of 一级指标 and 二级指标, of the older forms and of those since 2021."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import cast

from perfdsl.importers.labels import table
from perfdsl.importers.tidy_text import key_of

_SUFFIX = re.compile(r"\([^()]*\)$|[0-9.]+分$")
_MOST_CHARACTERS = 40


def level_key(text: str) -> str:
    """Fold the name of a level: ``产出指标（50分）`` and ``产 出`` are one."""
    return _level_key(text) if len(text) <= _MOST_CHARACTERS else ""


@lru_cache(maxsize=4096)
def _level_key(text: str) -> str:
    key = _SUFFIX.sub("", key_of(text).strip("*★☆※:、"))
    return key.removesuffix("指标").removesuffix("类")


@cache
def _level1() -> Mapping[str, str]:
    entry = cast("Mapping[str, str]", table()["level1"])
    return {level_key(word): level for level, listed in entry.items() for word in listed.split()}


@cache
def _level2() -> Mapping[str, frozenset[str]]:
    entry = cast("Mapping[str, str]", table()["level2"])
    found: dict[str, set[str]] = {}
    for level, listed in entry.items():
        for word in listed.split():
            found.setdefault(level_key(word), set()).add(level)
    return {key: frozenset(levels) for key, levels in found.items()}


def known_level1(text: str) -> str | None:
    """Give the customary name of a 一级指标; None for one that is not known."""
    return _level1().get(level_key(text))


def known_level2(text: str) -> frozenset[str]:
    """Give the 一级指标 that a 二级指标 may stand under; empty for one that is not known."""
    return _level2().get(level_key(text), frozenset())


def looks_damaged(text: str, *, first: bool) -> bool:
    """Whether an unknown level is one that is known, with something added, lost or changed."""
    known = _level1() if first else _level2()
    key = level_key(text) or key_of(text)[:_MOST_CHARACTERS]
    if not key or key in known:
        return False
    return any(_is_near(key, word) for word in known)


def _is_near(key: str, word: str) -> bool:
    if key.startswith(word) or (len(key) >= 2 and (word.startswith(key) or word.endswith(key))):  # noqa: PLR2004
        return True
    return len(key) == len(word) and sum(a != b for a, b in zip(key, word, strict=True)) == 1
