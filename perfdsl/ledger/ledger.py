"""Where facts are recorded, and what is told of an entry once it is safe there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, NamedTuple

from perfdsl.diagnostic import Diagnostic

USUAL_NAME = "台账.perf"
"""The ledger of a folder whose sheets name none."""

PATIENCE = 10
"""Seconds to wait for another program that is just recording."""

Compose = Callable[[int, str], str]
"""Gives the text of an entry from its number and the seal before it."""


class Ledger(NamedTuple):
    """A file of entries: text, or an SQLite database with the same texts in it."""

    path: Path
    kind: Literal["text", "sqlite"]


class Receipt(NamedTuple):
    """What is said when an entry is safe on the disk: its number and seal.

    ``set_aside``: the file to which a half-written entry of an earlier crash was moved, if there was one.
    """

    number: int
    seal: str
    set_aside: str = ""


class RefusedError(Exception):
    """Nothing is recorded, for the reason that the diagnostic gives."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        """Keep the reason."""
        super().__init__(diagnostic.message.en)
        self.diagnostic = diagnostic


class BusyError(RefusedError):
    """Nothing is recorded, because another program is just recording: it may be tried again."""
