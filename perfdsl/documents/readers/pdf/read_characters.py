"""Reads the characters of a page, in the order of the file, each with its box."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

from perfdsl.documents.readers.pdf.bounds import MOST_CHARACTERS
from perfdsl.documents.readers.pdf.page import LINE_END, Character
from perfdsl.documents.readers.pdf.upright import Upright, hundredths

_UNKNOWN = "\ufffd"
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}
"""How the library gives a hyphen at the end of a line."""
_SYMBOLS = range(0xF000, 0xF100)
"""Where symbol fonts (bullets, boxes to tick) have their shapes; other private characters are lost text."""
_ASKED_ANGLES = 64
_QUARTER = 90
_PI_THOUSANDS = 3142


class Typed(NamedTuple):
    """Characters of a page; how many of them have no known text; whether there were too many."""

    characters: tuple[Character, ...]
    unmapped: int
    crowded: bool


def read_characters(raw: Any, text_page: Any, upright: Upright) -> Typed:  # noqa: ANN401 (untyped library)
    """Read at most ``MOST_CHARACTERS``."""
    found = raw.FPDFText_CountChars(text_page)
    count = min(found, MOST_CHARACTERS)
    text = _read_text(raw, text_page, count)
    for index in range(count):
        # Without a table of its font the library gives the number of the shape as if it were a character.
        if raw.FPDFText_HasUnicodeMapError(text_page, index) == 1:
            text[index] = _UNKNOWN
    characters = _place_characters(raw, text_page, text, upright)
    unmapped = sum(map(_is_lost, text))
    return Typed(characters, unmapped, found > count)


def upright_quarters(raw: Any, text_page: Any, rotation: int) -> int:  # noqa: ANN401
    """By how many quarters clockwise a page is turned so that most of its text is upright.

    Some programs write a page on its side and do not say so; what it says, ``rotation``, is for pages
    without text.
    """
    count = raw.FPDFText_CountChars(text_page)
    step = max(1, count // _ASKED_ANGLES)
    turns = [0, 0, 0, 0]
    for index in range(0, count, step):
        if raw.FPDFText_GetUnicode(text_page, index) > ord(" "):
            degrees = round(raw.FPDFText_GetCharAngle(text_page, index) * 180_000 / _PI_THOUSANDS)
            turns[-round(degrees / _QUARTER) % 4] += 1
    return max(range(4), key=turns.__getitem__) if any(turns) else rotation


def _read_text(raw: Any, text_page: Any, count: int) -> list[str]:  # noqa: ANN401
    """Give the text of every character: at once where the library's text has as many, else one by one."""
    buffer = (ctypes.c_ushort * (count + 1))()
    written = raw.FPDFText_GetText(text_page, 0, count, buffer) - 1
    text = bytes(buffer)[: 2 * max(written, 0)].decode("utf-16-le", "replace")
    if written == len(text) == count:
        return [_known(character) for character in text]
    return [_spell(raw.FPDFText_GetUnicode(text_page, index)) for index in range(count)]


def _spell(code: int) -> str:
    return _known(chr(code)) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else _UNKNOWN  # noqa: PLR2004


def _known(character: str) -> str:
    return _HYPHENS.get(character, character) if character != "\x00" else _UNKNOWN


def _is_lost(character: str) -> bool:
    return character >= "\ue000" and (
        character == _UNKNOWN or (character <= "\uf8ff" and ord(character) not in _SYMBOLS)
    )


def _place_characters(raw: Any, text_page: Any, text: list[str], upright: Upright) -> tuple[Character, ...]:  # noqa: ANN401
    """Ask for the box of each; a blank without one stands at the end of what comes before it."""
    box = raw.FS_RECTF()
    pointer = ctypes.byref(box)
    placed: list[Character] = []
    last = Character("", 0, 0, 0, 0)
    for index, character in enumerate(text):
        if character == LINE_END:
            placed.append(last._replace(text=LINE_END))
            continue
        if character.isspace():
            last = last._replace(text=max(character, " "), left=last.right)
        elif raw.FPDFText_GetLooseCharBox(text_page, index, pointer):
            sides = map(hundredths, (box.left, box.bottom, box.right, box.top))
            last = Character(character, *upright.box(*sides))
        else:
            last = last._replace(text=character)
        if character != "\r":
            placed.append(last)
    return tuple(placed)
