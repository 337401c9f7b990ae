"""Reads the end of a ledger: its last seal, and what stands after it, without reading what is before."""

from __future__ import annotations

import os
from typing import NamedTuple

from perfdsl.journal.cut_torn import cut_torn, is_torn
from perfdsl.journal.seal_line import Link, links, seal_of

_STEP = 65_536
_ENTRIES = 2
"""The last entry begins where the one before it ends, so that two seals have to be found."""


class LedgerEnd(NamedTuple):
    """The last entry's number and seal (0 and nothing: there is none), and the bytes of all sealed ones.

    ``tail``: what stands after them. ``is_sound``: the last entry is as it was sealed, and the tail is
    nothing, or what we were writing. ``ends_line``: whether a line feed follows the last seal.
    """

    number: int
    seal: str
    length: int
    tail: bytes
    is_sound: bool
    ends_line: bool = True


def read_end(file: int) -> LedgerEnd:
    """Read from the end, further and further back, until the last entry is whole in hand."""
    size, step = os.fstat(file).st_size, _STEP
    while True:
        start = max(size - step, 0)
        data = _read(file, start, size)
        found = _whole_links(data, cut=start > 0)
        if start == 0 or len(found) >= _ENTRIES:
            return _end_of(data, start, found)
        step *= 4


def _read(file: int, start: int, end: int) -> bytes:
    pieces = []
    os.lseek(file, start, os.SEEK_SET)
    while start < end:
        piece = os.read(file, min(end - start, 1 << 24))
        if not piece:
            break
        pieces.append(piece)
        start += len(piece)
    return b"".join(pieces)


def _whole_links(data: bytes, *, cut: bool) -> list[Link]:
    found = list(links(data))
    return found if not cut or len(found) >= _ENTRIES else []


def _end_of(data: bytes, start: int, found: list[Link]) -> LedgerEnd:
    sealed, tail = cut_torn(data)
    if not found:
        return LedgerEnd(0, "", start, tail, not tail or is_torn(tail, 1))
    last = found[-1]
    whole = seal_of(last.seal.before, data[last.start : last.covered]).own == last.seal.own
    sound = whole and last.number > 0 and (not tail or is_torn(tail, last.number + 1))
    return LedgerEnd(last.number, last.seal.own, start + len(sealed), tail, sound, sealed.endswith(b"\n"))
