"""A process that appends entries to a ledger until it is killed; it says each one that was acknowledged.

``write_on.py KIND LEDGER NAME ACKNOWLEDGED LIFE`` — the source of each entry is NAME and a count that no
other life of it has. Writes are slow and come in small pieces, so that a kill can come between two.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import sleep

from perfdsl.diagnostic import Diagnostics
from perfdsl.ledger.append import append
from perfdsl.ledger.ledger import Ledger
from tests.ledger.entries import text_of

PIECE = 97

write_all = os.write


def write_a_piece(file: int, data: bytes) -> int:
    sleep(0.0005)
    return write_all(file, data[:PIECE])


def main(kind: str, path: str, name: str, acknowledged: str) -> None:
    os.write = write_a_piece
    ledger = Ledger(Path(path), "text" if kind == "text" else "sqlite")
    out = os.open(acknowledged, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    count = Path(acknowledged).read_bytes().count(b"\n") + int(sys.argv[5]) * 1_000_000
    while True:
        count += 1
        source = f"{name}-{count}"
        diagnostics = Diagnostics()
        receipt = append(ledger, lambda number, before: text_of(number, before, source), diagnostics)  # noqa: B023 — called at once
        if receipt is None:
            print([each.message.en for each in diagnostics], flush=True)
            return
        write_all(out, f"{receipt.number} {receipt.seal} {source}\n".encode())


if __name__ == "__main__":
    main(*sys.argv[1:5])
