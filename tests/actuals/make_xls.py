"""Writes small ``.xls`` files for the tests: a compound file around the records that a test wants."""

from __future__ import annotations

import struct

SECTOR = 512
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def record(kind: int, body: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def text16(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def bof(version: int = 0x0600, kind: int = 0x10) -> bytes:
    return record(0x809, struct.pack("<HHHHII", version, kind, 0, 0, 0, 0))


EOF = record(0x0A)


def number(row: int, column: int, value: float, style: int = 0) -> bytes:
    return record(0x203, struct.pack("<HHHd", row, column, style, value))


def label(row: int, column: int, text: str) -> bytes:
    return record(0x204, struct.pack("<HHH", row, column, 0) + text16(text))


def shared(row: int, column: int, index: int) -> bytes:
    return record(0xFD, struct.pack("<HHHI", row, column, 0, index))


def shared_strings(strings: list[str]) -> bytes:
    return record(0xFC, struct.pack("<II", len(strings), len(strings)) + b"".join(map(text16, strings)))


def workbook(
    sheets: dict[str, bytes],
    head: bytes = b"",
    formats: tuple[str, ...] = (),
    hidden: frozenset[str] = frozenset(),
) -> bytes:
    """A stream; style n (from 1) has format n of ``formats``, style 0 is General."""
    head += b"".join(
        record(0x41E, struct.pack("<H", 164 + at) + text16(code)) for at, code in enumerate(formats)
    )
    head += record(0xE0, struct.pack("<HH", 0, 0) + bytes(16))
    head += b"".join(record(0xE0, struct.pack("<HH", 0, 164 + at) + bytes(16)) for at in range(len(formats)))
    bounds = [len(record(0x85, bytes(6) + text8(name))) for name in sheets]
    place = len(bof()) + len(head) + sum(bounds) + len(EOF)
    out = b""
    for name, body in sheets.items():
        out += record(0x85, struct.pack("<IBB", place, name in hidden, 0) + text8(name))
        place += len(bof()) + len(body) + len(EOF)
    return bof(kind=5) + head + out + EOF + b"".join(bof() + body + EOF for body in sheets.values())


def text8(text: str) -> bytes:
    return struct.pack("<BB", len(text), 1) + text.encode("utf-16-le")


def compound(stream: bytes, name: str = "Workbook", *, small: bool = False) -> bytes:
    """Put a stream into a compound file; ``small`` keeps it in the container of small streams."""
    if not small:
        stream = stream.ljust(4096, b"\0")
    pieces = -(-len(stream) // SECTOR)
    small_fat = b"".join(struct.pack("<I", at + 1) for at in range(-(-len(stream) // 64) - 1))
    small_fat = (small_fat + struct.pack("<I", END)).ljust(SECTOR, b"\xff")
    assert len(small_fat) == SECTOR
    # sectors: 0 the allocation table, 1 the directory, 2 the table of small sectors, 3… the stream
    chain = [3 + at + 1 for at in range(pieces - 1)] + [END]
    fat = [FAT, END, END, *chain]
    table = b"".join(struct.pack("<I", at) for at in fat).ljust(SECTOR, b"\xff")
    assert len(table) == SECTOR, "the helper writes one sector of allocation table"
    root = entry("Root Entry", 5, 3 if small else END, len(stream) if small else 0)
    own = entry(name, 2, 0 if small else 3, len(stream))
    directory = (root + own).ljust(SECTOR, b"\0")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6)
    header += bytes(10) + struct.pack("<IIIIIIII", 1, 1, 0, 4096, 2, 1, END, 0)
    header += struct.pack("<I", 0) + b"\xff\xff\xff\xff" * 108
    assert len(header) == SECTOR
    return header + table + directory + small_fat + stream.ljust(pieces * SECTOR, b"\0")


def entry(name: str, kind: int, start: int, size: int) -> bytes:
    raw = name.encode("utf-16-le") + b"\0\0"
    out = raw.ljust(64, b"\0") + struct.pack("<HB", len(raw), kind) + bytes(1 + 12 + 16 + 4 + 16)
    return (out + struct.pack("<II", start, size)).ljust(128, b"\0")
