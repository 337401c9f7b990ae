"""A ledger in an SQLite database: one table of entries, each the exact text that a journal would have.

The write-ahead log lets people read while one writes, and ``synchronous = FULL`` waits for the disk before an
entry counts as recorded (docs/decisions/0011-journal.md says why SQLite).
"""

from __future__ import annotations

import errno
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from perfdsl import messages_files
from perfdsl.diagnostic import Diagnostic
from perfdsl.ledger import messages
from perfdsl.ledger.ledger import PATIENCE, BusyError, RefusedError

LARGEST_ENTRY = 8_000_000
_OURS = 0x50455246
"""``PERF``: the application id that marks a database as ours."""

_NUMBERS = {"full": errno.ENOSPC, "readonly": errno.EROFS, "unable to open": errno.EACCES, "I/O": errno.EIO}
"""What SQLite says, as the numbers of the system's own errors."""

_MAKE = (
    "CREATE TABLE entry (number INTEGER PRIMARY KEY, text TEXT NOT NULL)",
    "CREATE TRIGGER entry_stays BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'append only'); END",
    "CREATE TRIGGER entry_remains BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'append only'); END",
    f"PRAGMA application_id = {_OURS}",
)


@contextmanager
def opened(path: Path, *, to_write: bool) -> Iterator[sqlite3.Connection]:
    """Open the database; RefusedError where it is none of ours, or where the system does not let us."""
    try:
        real = Path(os.path.realpath(path))
        if real.exists() and not stat.S_ISREG(real.stat().st_mode):
            raise RefusedError(messages.not_a_ledger(str(path)))
        with _connected(real, to_write=to_write) as link:
            yield link
    except sqlite3.Error as problem:
        kind = BusyError if _is_busy(problem) else RefusedError
        raise kind(_why(str(path), problem, to_write=to_write)) from None
    except (OSError, ValueError) as problem:
        raise RefusedError(messages.not_recorded(str(path), problem)) from None


def make_table(link: sqlite3.Connection, path: Path) -> None:
    """Make the table in a new database, inside the transaction that is open; refuse one of somebody else."""
    (mark,) = link.execute("PRAGMA application_id").fetchone()
    (things,) = link.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if mark == 0 and things == 0:
        for statement in _MAKE:
            link.execute(statement)
    elif not is_ours(link):
        raise RefusedError(messages.not_a_ledger(str(path)))


def is_ours(link: sqlite3.Connection) -> bool:
    """Whether the database is a ledger: marked so, with a plain table of entries."""
    (mark,) = link.execute("PRAGMA application_id").fetchone()
    kinds = link.execute("SELECT type FROM sqlite_master WHERE name = 'entry'").fetchall()
    return mark == _OURS and kinds == [("table",)]


@contextmanager
def _connected(real: Path, *, to_write: bool) -> Iterator[sqlite3.Connection]:
    how = "mode=rwc" if to_write else f"mode=ro{_as_it_is(real)}"
    link = sqlite3.connect(
        f"{real.absolute().as_uri()}?{how}", uri=True, timeout=PATIENCE, isolation_level=None
    )
    try:
        link.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LARGEST_ENTRY * 4 + 1024)
        link.execute("PRAGMA trusted_schema = OFF")
        if to_write:
            link.execute("PRAGMA journal_mode = WAL")
            link.execute("PRAGMA synchronous = FULL")
        yield link
    finally:
        link.close()


def _as_it_is(real: Path) -> str:
    """Even readers of a write-ahead log write beside it; where nobody can, nobody is writing either."""
    has_log = real.with_name(f"{real.name}-wal").exists()
    return "" if has_log or os.access(real.parent, os.W_OK) else "&immutable=1"


def _is_busy(problem: sqlite3.Error) -> bool:
    return "locked" in str(problem) or "busy" in str(problem)


def _why(path: str, problem: sqlite3.Error, *, to_write: bool) -> Diagnostic:
    said = str(problem)
    if any(sign in said for sign in ("not a database", "malformed", "no such", "too big")):
        return messages.not_a_ledger(path)
    if _is_busy(problem):
        return messages.in_use(path, PATIENCE)
    number = next((number for sign, number in _NUMBERS.items() if sign in said), 0)
    cause = OSError(number, said)
    return messages.not_recorded(path, cause) if to_write else messages_files.unreadable(path, cause)
