"""Words as they are written: names with quotes or without, texts between the right marks, numbers."""

from __future__ import annotations

import re
from functools import lru_cache

from perfdsl.diagnostic import Language
from perfdsl.syntax import ast
from perfdsl.syntax.keywords import names_in, spell
from perfdsl.syntax.normalise import normalise
from perfdsl.syntax.read_literal import LiteralReading, read_literal
from perfdsl.syntax.read_name import reads_as_number

_BARE = re.compile(r"[^\W\d][\w·]*")
_CODE = re.compile(r"[\w\-.]+")
_NUMERAL = re.compile(r"[+-]?[0-9][0-9,]*(?:\.[0-9]+)?")
_NUMBERED = re.compile(r"(?:扣|每|得)[0-9]")
_ACCOUNT = re.compile(r"\d\w*")


def write_text(text: str) -> str:
    """Write a text between marks that do not occur in it; every text that the grammar can read has some."""
    if '"' not in text and "\n" not in text:
        return f'"{text}"'
    if "”" not in text and "\n" not in text:
        return f"“{text}”"
    return f'"""{text}"""'


def is_bare(name: str) -> bool:
    """Whether a name is one word, and reads as itself without quotes."""
    return _BARE.fullmatch(name) is not None and (name.isascii() or normalise(name) == name)


def write_name(name: str) -> str:
    """Write a name where nothing but a name can stand."""
    return name if is_bare(name) else write_text(name)


@lru_cache(maxsize=4096)
def write_entry_name(name: str) -> str:
    """Write a name that begins a statement: one that equals a keyword has quotes."""
    keyword = name in names_in("heads")
    return name if is_bare(name) and not keyword else write_text(name)


def write_operand(name: str, *, first: bool) -> str:
    """Write a name in an expression; ``first`` where it begins a statement."""
    joint = name in names_in("joints") or _NUMBERED.match(name) is not None
    joint = joint or compares(name) or reads_as_number(name) is not None
    # Behind a step (每 1个百分点 …) the word would be read as the statement's next part.
    joint = joint or (name in names_in("heads") and name not in names_in("scope"))
    if not is_bare(name) or joint or (first and write_entry_name(name) != name):
        return write_text(name)
    return name


@lru_cache(maxsize=4096)
def compares(name: str) -> bool:
    """Whether a name begins with a word of comparison, as 超过比例 does."""
    return any(name == word if word.isascii() else name.startswith(word) for word in names_in("comparisons"))


def write_selector(text: str, language: Language) -> str:
    """Write what a method is for: a sign, a kind in the language's word, or the name of a group."""
    if text in names_in("comparisons").values():
        return text
    if text in names_in("selectors").values():
        return spell("selectors", text, language)
    taken = any(text in names_in(table) for table in ("selectors", "joints", "heads"))
    return text if is_bare(text) and not taken and not compares(text) else write_text(text)


def write_method_name(name: str) -> str:
    """Write the method after 评分, where a sign or a kind could stand as well."""
    return (
        name if is_bare(name) and not compares(name) and name not in names_in("joints") else write_text(name)
    )


def write_value_word(word: str, *, shared: bool) -> str:
    """Write a word as the value of a fact; one that would read as a number or a date has quotes."""
    if is_bare(word) and (shared or read_literal(word).kind == "none"):
        return word
    return write_text(word)


def write_code(text: str) -> str:
    """Write a code, with quotes where it has blanks or other marks."""
    return text if _CODE.fullmatch(text) and normalise(text) == text else f'"{text}"'


def write_project_of_facts(name: str) -> str:
    """Write the project that facts are of: its code, or its name."""
    return name if _ACCOUNT.fullmatch(name) and normalise(name) == name else write_name(name)


def write_number(number: ast.Number, *, words: bool = False) -> str:
    """Write a number as it was printed (10.50, 1,234), its unit onto it and without words such as 以上.

    ``words``: where a Chinese numeral may stand, it stays one.
    """
    reading = read_literal(number.text)
    if reading.kind == "number" and reading.value == number.value and reading.unit == number.unit:
        printed = _numeral_of(number.text, reading)
        if printed.isascii() or (words and is_bare(printed + number.unit)):
            return printed + number.unit
    return format(number.value, "f") + number.unit


def _numeral_of(text: str, reading: LiteralReading) -> str:
    """Give the digits or the Chinese numeral with which a text begins."""
    found = _NUMERAL.match(text)
    if found:
        return found.group()
    return text[: reading.unit_at].strip() if reading.unit_at else text


def write_date(date: ast.DateLiteral) -> str:
    """Write a date as 2022-12-31."""
    return f"{date.year:04d}-{date.month:02d}-{date.day:02d}"
