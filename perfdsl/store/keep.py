"""The file of kept results: one SQLite table, safe for several processes, and never trusted blindly."""

from __future__ import annotations

import hashlib
import os
import sqlite3
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Self

MOST_ENTRIES = 200_000
MOST_BYTES = 400_000_000
MOST_BYTES_OF_ENTRY = 8_000_000
_PATIENCE = 2
_SEAL = 16
_MAKE = "CREATE TABLE IF NOT EXISTS kept (key TEXT PRIMARY KEY, value TEXT NOT NULL)"
_DROP = "DELETE FROM kept WHERE rowid <= (SELECT rowid FROM kept ORDER BY rowid DESC LIMIT 1 OFFSET ?)"
_NO_STORE = ("not a database", "malformed", "decode")


def kept_where() -> Path | None:
    """File of the store; None where it is switched off (``PERFDSL_CACHE=off``) or a person has no home."""
    named = os.environ.get("PERFDSL_CACHE", "")
    if named == "off":
        return None
    try:
        folder = (
            Path(named)
            if named
            else Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "perfdsl"
        )
    except RuntimeError:
        return None
    return folder / "kept-1.sqlite"


class Store:
    """Results by key. Whatever is wrong with the file, the answer is only that nothing is kept."""

    __slots__ = ("_file", "_link")

    def __init__(self, file: Path | None) -> None:
        """Name the file; it is opened, and made, when it is first needed."""
        self._file = file
        self._link: sqlite3.Connection | None = None

    def __enter__(self) -> Self:
        """Use the store until the end of a block."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let go of the file."""
        self.close()

    @property
    def is_off(self) -> bool:
        """Whether nothing is ever kept, so that there is no need to work out a key."""
        return self._file is None

    def get(self, key: str) -> str | None:
        """Give what is kept under a key."""
        return self.get_all([key]).get(key)

    def get_all(self, keys: Iterable[str]) -> dict[str, str]:
        """Give all that is kept, unharmed, under some keys."""
        try:
            if self._file is None or not self._file.exists():
                return {}
            link = self._open()
            rows = [
                link.execute("SELECT key, value FROM kept WHERE key = ?", (key,)).fetchone() for key in keys
            ]
        except (sqlite3.Error, OSError) as problem:
            self._give_up(problem)
            return {}
        return {key: value[_SEAL:] for key, value in filter(None, rows) if _is_whole(key, value)}

    def put_all(self, entries: Mapping[str, str]) -> None:
        """Keep results, in ASCII as ``encode.write`` gives them, and drop the oldest beyond the bounds."""
        small = [
            (key, _seal(key, value) + value)
            for key, value in entries.items()
            if len(value) <= MOST_BYTES_OF_ENTRY
        ]
        if self._file is None or not small:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            link = self._open()
            with link:
                link.execute(_MAKE)
                link.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?)", small)
                link.execute(_DROP, (MOST_ENTRIES,))
                if _bytes_used(link) > MOST_BYTES:
                    (count,) = link.execute("SELECT COUNT(*) FROM kept").fetchone()
                    link.execute(_DROP, (count // 2,))
        except (sqlite3.Error, OSError) as problem:
            self._give_up(problem)

    def close(self) -> None:
        """Let go of the file."""
        if self._link is not None:
            self._link.close()
            self._link = None

    def _open(self) -> sqlite3.Connection:
        if self._link is None:
            self._link = sqlite3.connect(str(self._file), timeout=_PATIENCE)
        return self._link

    def _give_up(self, problem: Exception) -> None:
        """Let go of the file; one that is no store any more is removed, for the next run to make anew."""
        self.close()
        if isinstance(problem, sqlite3.DatabaseError) and any(sign in str(problem) for sign in _NO_STORE):
            assert self._file is not None  # noqa: S101 — it was opened
            try:
                self._file.unlink()
            except OSError:
                return


def open_store() -> Store:
    """Give the user's store."""
    return Store(kept_where())


def _seal(key: str, value: str) -> str:
    return hashlib.sha256(f"{key}:{value}".encode()).hexdigest()[:_SEAL]


def _is_whole(key: str, value: object) -> bool:
    return isinstance(value, str) and value.isascii() and value[:_SEAL] == _seal(key, value[_SEAL:])


def _bytes_used(link: sqlite3.Connection) -> int:
    (pages,), (free,), (size,) = (
        link.execute(f"PRAGMA {about}").fetchone() for about in ("page_count", "freelist_count", "page_size")
    )
    return int((pages - free) * size)
