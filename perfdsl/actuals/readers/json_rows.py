"""Cuts a JSON text into the objects of its list of facts, each with its own stretch of the text."""

from __future__ import annotations

import json
import re
from collections.abc import Generator

Stretch = tuple[object, int, int]
"""A decoded element of the list, and where it starts and ends in the text."""

FACTS_KEYS = frozenset({"facts", "actuals", "实绩"})

_SPACE = re.compile(r"[ \t\n\r]*")
_NO_LIST = "a list of objects, or an object with a list named facts, was expected"


class Numeral(str):
    """A number exactly as the text prints it."""

    __slots__ = ()


class NotANumber(str):
    """``NaN``, ``Infinity`` or ``-Infinity``, which JSON does not have."""

    __slots__ = ()


class Pairs(list[tuple[str, object]]):
    """The keys and values of an object, repeated keys included."""


class WrongShapeError(ValueError):
    """Well-formed JSON that is no list of facts; ``at`` is an offset."""

    def __init__(self, at: int) -> None:
        """Keep where it was seen."""
        super().__init__(_NO_LIST)
        self.at = at


_DECODER = json.JSONDecoder(
    object_pairs_hook=Pairs, parse_float=Numeral, parse_int=Numeral, parse_constant=NotANumber
)


def cut_facts(text: str) -> Generator[Stretch, None, None]:
    """Yield each element of the list with its start and end.

    Raises WrongShapeError, json.JSONDecodeError or RecursionError where the text is no such list;
    what was yielded before stays good.
    """
    at = _skip(text, 0)
    if text[at : at + 1] == "[":
        end = yield from _cut_list(text, at)
    elif text[at : at + 1] == "{":
        end = yield from _cut_object(text, at)
    else:
        _DECODER.decode(text)
        raise WrongShapeError(at)
    if _skip(text, end) < len(text):
        raise json.JSONDecodeError("Extra data", text, _skip(text, end))


def _skip(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return found.end() if found else at


def _cut_list(text: str, at: int) -> Generator[Stretch, None, int]:
    """Walk over a list that begins at ``at``; the generator's value is where it ends."""
    at = _skip(text, at + 1)
    if text[at : at + 1] == "]":
        return at + 1
    while True:
        element, end = _DECODER.raw_decode(text, at)
        yield element, at, end
        at, closed = _next(text, end, "]")
        if closed:
            return at


def _cut_object(text: str, at: int) -> Generator[Stretch, None, int]:
    """Walk over an object for its list of facts; its other values are decoded and dropped."""
    opened, found = at, False
    at = _skip(text, at + 1)
    closed = text[at : at + 1] == "}"
    at += closed
    while not closed:
        key, at = _key(text, at)
        if key in FACTS_KEYS and found:
            raise json.JSONDecodeError(f"Duplicate key {key}", text, at)
        if key in FACTS_KEYS and text[at : at + 1] == "[":
            found = True
            end = yield from _cut_list(text, at)
        else:
            _, end = _DECODER.raw_decode(text, at)
        at, closed = _next(text, end, "}")
    if not found:
        raise WrongShapeError(opened)
    return at


def _key(text: str, at: int) -> tuple[str, int]:
    if text[at : at + 1] != '"':
        raise json.JSONDecodeError("Expecting property name enclosed in double quotes", text, at)
    key, at = _DECODER.raw_decode(text, at)
    at = _skip(text, at)
    if text[at : at + 1] != ":":
        raise json.JSONDecodeError("Expecting ':' delimiter", text, at)
    return str(key), _skip(text, at + 1)


def _next(text: str, at: int, closing: str) -> tuple[int, bool]:
    """Step over a comma to what follows, or over the closing bracket (then the second part is true)."""
    at = _skip(text, at)
    if text[at : at + 1] == closing:
        return at + 1, True
    if text[at : at + 1] != ",":
        raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
    return _skip(text, at + 1), False
