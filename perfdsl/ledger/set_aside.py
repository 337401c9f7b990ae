"""Moves an entry that a crash left half-written to a file beside the ledger: nothing is ever deleted."""

from __future__ import annotations

import os
from pathlib import Path

from perfdsl.ledger.read_end import LedgerEnd

ENDING = ".未写完.txt"

_PLAINLY = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)


def set_aside(file: int, end: LedgerEnd, ledger: Path) -> str:
    """Copy the tail to the file beside, to the disk, and cut it off the ledger; gives the file's name."""
    beside = ledger.with_name(f"{ledger.stem}{ENDING}")
    opened = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_APPEND | _PLAINLY, 0o666)
    try:
        rest = memoryview(
            f"# 第 {end.number + 1} 笔没有写完 entry {end.number + 1}:\n".encode() + end.tail + b"\n"
        )
        while rest:
            rest = rest[os.write(opened, rest) :]
        os.fsync(opened)
    finally:
        os.close(opened)
    os.ftruncate(file, end.length)
    os.fsync(file)
    return str(beside)
