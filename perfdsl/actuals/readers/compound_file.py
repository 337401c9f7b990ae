"""Finds a stream in a compound file (the container of ``.xls`` and of encrypted workbooks), within bounds."""

from __future__ import annotations

import struct
from dataclasses import dataclass

MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_SMALL_SECTOR = 64
_ENTRY = 128
_LAST_SECTOR = 0xFFFF_FFFA  # numbers from here on are marks, not sectors
_STREAM, _ROOT = 2, 5


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    type: int
    start: int
    size: int


class CompoundFile:
    """The streams of a compound file by name; ValueError or struct.error where it is damaged."""

    __slots__ = ("_cutoff", "_data", "_entries", "_fat", "_first_small", "_sector")

    def __init__(self, data: bytes) -> None:
        """Read the allocation table and the directory."""
        shift = struct.unpack_from("<H", data, 30)[0]
        if not data.startswith(MAGIC) or shift not in {9, 12}:
            raise ValueError("no compound file")
        self._data = data
        self._sector = 1 << shift
        self._cutoff, self._first_small = struct.unpack_from("<II", data, 56)
        self._fat = self._read_fat()
        directory = self._chain(struct.unpack_from("<I", data, 48)[0])
        self._entries = {entry.name: entry for entry in _read_directory(directory)}

    def names(self) -> frozenset[str]:
        """Names of all entries."""
        return frozenset(self._entries)

    def stream(self, name: str) -> bytes:
        """Bytes of a stream; KeyError where there is none of that name."""
        entry = self._entries[name]
        if entry.size >= self._cutoff:
            return self._chain(entry.start)[: entry.size]
        return self._small_chain(entry)[: entry.size]

    def _read_sector(self, number: int) -> bytes:
        start = (number + 1) * self._sector
        return self._data[start : start + self._sector]

    def _read_fat(self) -> tuple[int, ...]:
        """Join the sectors of the allocation table; their list begins in the header and goes on elsewhere."""
        places = list(struct.unpack_from("<109I", self._data, 76))
        following = struct.unpack_from("<I", self._data, 68)[0]
        most = len(self._data) // self._sector
        for _ in range(most):
            if following >= _LAST_SECTOR:
                break
            more = _whole_numbers(self._read_sector(following))
            places += more[:-1]
            following = more[-1]
        used = [place for place in places if place < _LAST_SECTOR][:most]
        return tuple(number for place in used for number in _whole_numbers(self._read_sector(place)))

    def _chain(self, start: int) -> bytes:
        parts: list[bytes] = []
        number = start
        while number < _LAST_SECTOR:
            if len(parts) > len(self._data) // self._sector:
                raise ValueError("a chain of sectors without an end")
            parts.append(self._read_sector(number))
            number = self._fat[number]
        return b"".join(parts)

    def _small_chain(self, entry: _Entry) -> bytes:
        root = next(e for e in self._entries.values() if e.type == _ROOT)
        container = self._chain(root.start)
        table = _whole_numbers(self._chain(self._first_small))
        parts: list[bytes] = []
        number = entry.start
        while number < _LAST_SECTOR:
            if len(parts) * _SMALL_SECTOR > len(container):
                raise ValueError("a chain of small sectors without an end")
            parts.append(container[number * _SMALL_SECTOR : (number + 1) * _SMALL_SECTOR])
            number = table[number]
        return b"".join(parts)


def _whole_numbers(sector: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(sector) // 4}I", sector[: len(sector) // 4 * 4])


def _read_directory(directory: bytes) -> list[_Entry]:
    entries = []
    for at in range(0, len(directory) - _ENTRY + 1, _ENTRY):
        length, kind = struct.unpack_from("<HB", directory, at + 64)
        start, size = struct.unpack_from("<II", directory, at + 116)
        name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
        if kind in {_STREAM, _ROOT}:
            entries.append(_Entry(name, kind, start, size))
    return entries
