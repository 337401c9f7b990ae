"""Finds the packed parts of a PDF in its bytes, and unpacks them up to a bound."""

from __future__ import annotations

import re
import zlib
from base64 import a85decode
from binascii import Error
from collections.abc import Iterator
from typing import NamedTuple

from perfdsl.documents.readers.pdf.bounds import (
    MOST_DRAWN_BYTES,
    MOST_PARTS,
    MOST_UNPACKED_BYTES,
    MOST_UNPACKED_IN_ALL,
)

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_OBJECT = re.compile(rb"(\d{1,10})\s+\d{1,5}\s+obj\b")
_LONGEST_HEAD = 16_384
_STEP = 65_536
_END = b"endstream"


class Part(NamedTuple):
    """A part of a file: the number of its object, what is said of it, and its bytes, unpacked."""

    number: int
    head: bytes
    body: bytes


class TooLargeError(Exception):
    """A part becomes larger than any page is."""


def find_parts(data: bytes) -> Iterator[Part]:
    """Give the parts that draw something or hold other objects; TooLargeError where one passes its bound.

    Pictures and fonts are unpacked too, to a higher bound, and are not given.
    """
    total = 0
    for count, match in enumerate(_STREAM.finditer(data)):
        head_start = max(data.rfind(b"obj", match.start() - _LONGEST_HEAD, match.start()) - 20, 0)
        head = data[head_start : match.start()]
        drawn = b"/Image" not in head and b"/Length1" not in head
        most = MOST_DRAWN_BYTES if drawn else MOST_UNPACKED_BYTES
        size, body = _unpack(data, match.end(), head, most, kept=drawn)
        total += size
        if size > most or total > MOST_UNPACKED_IN_ALL or count > MOST_PARTS:
            raise TooLargeError
        numbers = _OBJECT.findall(head)
        if drawn and numbers:
            yield Part(int(numbers[-1]), head, body)


def _unpack(data: bytes, start: int, head: bytes, most: int, *, kept: bool) -> tuple[int, bytes]:
    """Give the size and, where it is to be kept, the text of a part; as it stands where it is not packed."""
    if b"Flate" not in head and b"/Fl" not in head:
        end = data.find(_END, start, start + most)
        return 0, data[start:end] if kept and end > 0 else b""
    if b"85" in head:
        end = data.find(_END, start, start + most)
        data, start = _from_letters(data[start:end]), 0
    unpacker = zlib.decompressobj()
    size, pieces = 0, []
    try:
        while not unpacker.eof and start < len(data) and size <= most:
            waiting = data[start : start + _STEP]
            start += _STEP
            while waiting and size <= most:
                piece = unpacker.decompress(waiting, most + 1 - size)
                waiting = unpacker.unconsumed_tail
                size += len(piece)
                pieces += [piece] if kept else []
    except zlib.error:
        pass  # damaged, or encrypted: the library that draws it will not unpack it either
    return size, b"".join(pieces)


def _from_letters(letters: bytes) -> bytes:
    try:
        return a85decode(letters.strip().removesuffix(b"~>"))
    except (ValueError, Error):
        return b""
