"""Decodes the strings of an ``.xls`` workbook, which records may break anywhere between two characters."""

from __future__ import annotations

import struct

MOST_CHARACTERS = 32_767
"""Characters that Excel allows in a cell."""

_WIDE, _PHONETIC, _RICH = 1, 4, 8


def read_string(body: bytes, at: int, *, wide: bool = True) -> str:
    """Read a string inside one record; its length takes two bytes, or one (``wide=False``)."""
    count = struct.unpack_from("<H" if wide else "<B", body, at)[0]
    at += 2 if wide else 1
    flags = body[at]
    at += 1 + (2 if flags & _RICH else 0) + (4 if flags & _PHONETIC else 0)
    return _decode(body[at : at + count * (1 + (flags & _WIDE))], flags)


def read_shared_strings(parts: list[bytes]) -> list[str]:
    """Read the table of strings that the sheets share: a record and those that continue it."""
    count = struct.unpack_from("<I", parts[0], 4)[0]
    reader = _Parts(parts)
    found: list[str] = []
    while len(found) < count and not reader.at_end():
        found.append(reader.read_string())
    return found


def _decode(raw: bytes, flags: int) -> str:
    return raw.decode("utf-16-le", "replace") if flags & _WIDE else raw.decode("latin-1")


class _Parts:
    """A place in a run of records."""

    __slots__ = ("_at", "_part", "_parts")

    def __init__(self, parts: list[bytes]) -> None:
        self._parts = parts
        self._part = 0
        self._at = 8

    def at_end(self) -> bool:
        while self._part < len(self._parts) and self._at >= len(self._parts[self._part]):
            self._part += 1
            self._at = 0
        return self._part == len(self._parts)

    def read_string(self) -> str:
        count, flags = struct.unpack("<HB", self._take(3))
        runs = struct.unpack("<H", self._take(2))[0] if flags & _RICH else 0
        extra = struct.unpack("<I", self._take(4))[0] if flags & _PHONETIC else 0
        text = self._read_characters(count, flags)
        self._take(4 * runs + extra)
        return text

    def _read_characters(self, count: int, flags: int) -> str:
        """Read characters over the ends of records; each record says anew how wide they are."""
        text = ""
        while count:
            part = self._parts[self._part]
            width = 1 + (flags & _WIDE)
            here = min(count, (len(part) - self._at) // width)
            text += _decode(part[self._at : self._at + here * width], flags)
            self._at += here * width
            count -= here
            if count:
                self._part += 1
                flags = self._parts[self._part][0]
                self._at = 1
        return text

    def _take(self, count: int) -> bytes:
        taken = b""
        while len(taken) < count and not self.at_end():
            piece = self._parts[self._part][self._at : self._at + count - len(taken)]
            self._at += len(piece)
            taken += piece
        return taken
