"""Holds the files of evidence that are still there against the digests that were recorded of them."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from perfdsl.diagnostic import Diagnostics
from perfdsl.journal.find_recorded import read_entry
from perfdsl.journal.seal_line import links
from perfdsl.ledger import messages
from perfdsl.syntax.keywords import tables

_DIGEST = re.compile(rf'^(?:{"|".join(tables()["heads"]["digest"])}) "'.encode(), re.MULTILINE)
_PIECE = 1 << 20


def compare_evidence(data: bytes, folder: Path, diagnostics: Diagnostics) -> None:
    """Tell of evidence that was changed since (P1116), and of what cannot be compared (P1117).

    ``data``: a journal; ``folder``: from which its files are named. What was recorded last of a file counts.
    """
    last: dict[str, tuple[str, int]] = {}
    for file, sha256, number in _digests(data):
        last[file] = sha256, number
    missing = []
    for file, (sha256, number) in last.items():
        now = _digest_of(file, folder)
        if now is None:
            missing.append(file)
        elif now != sha256:
            diagnostics.add(messages.evidence_changed(file, number))
    if missing:
        diagnostics.add(messages.evidence_missing(missing))


def _digests(data: bytes) -> Iterator[tuple[str, str, int]]:
    for link in links(data):
        if _DIGEST.search(data, link.start, link.end):
            entry = read_entry(data, link)
            for each in () if entry is None else entry.evidence:
                yield each.file, each.sha256, entry.number if entry else 0


def _digest_of(name: str, folder: Path) -> str | None:
    """Digest a plain file, up to the length that the system says; None where there is none."""
    if PurePosixPath(name).is_absolute():
        return None  # no entry of ours names one so
    try:
        with open(folder / name, "rb", opener=_without_waiting) as file:
            about = os.fstat(file.fileno())
            if not stat.S_ISREG(about.st_mode):
                return None
            digest, left = hashlib.sha256(), about.st_size
            while left > 0 and (piece := file.read(min(_PIECE, left))):
                digest.update(piece)
                left -= len(piece)
    except (OSError, ValueError):
        return None
    return digest.hexdigest()


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))
