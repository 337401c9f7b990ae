"""The words of the language: one table of spellings, shared by grammar, builder and formatter."""

from __future__ import annotations

import json
from functools import cache

from perfdsl.packaged import read_packaged

Table = dict[str, list[str]]

NOTHING = "(?!)"
"""The last choice of a possessive repeat: without it Python 3.11.2 goes on in the wrong place."""

NO_EQUALS = {
    "reporters", "serves", "foreseen", "rollup", "monitored_by", "lights", "pace", "progress", "requirement",
    "due",
    "result", "journal", "recorded", "digest", "sealed",
}  # fmt: skip
"""Keywords that are names of indicators too, and are those before an equals sign: 台账 = 5本, 进度 = 90%."""


@cache
def tables() -> dict[str, Table]:
    """Read ``grammar/keywords.json``: table name → English name → spellings, the Chinese one first."""
    loaded: dict[str, Table] = json.loads(read_packaged("grammar", "keywords.json"))
    return loaded


@cache
def names_in(table: str) -> dict[str, str]:
    """Every spelling of a table → its English name."""
    return {spelling: name for name, spellings in tables()[table].items() for spelling in spellings}


def spell(table: str, name: str, language: str) -> str:
    """Spell a word of a table; a sign such as ``>=`` is the same in both languages."""
    spellings = tables()[table][name]
    return spellings[0] if language == "zh" or len(spellings) == 1 else spellings[-1]
