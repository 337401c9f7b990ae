"""Appends to a ledger that is an SQLite database, in one transaction of one writer at a time."""

from __future__ import annotations

from pathlib import Path
from time import monotonic, sleep

from perfdsl.journal.entry import GENESIS
from perfdsl.journal.seal_line import last_link, own_seal, seal_of
from perfdsl.ledger import messages
from perfdsl.ledger.database import LARGEST_ENTRY, make_table, opened
from perfdsl.ledger.ledger import PATIENCE, BusyError, Compose, Receipt, RefusedError

_PAUSE = 0.02
"""Seconds between two attempts."""


def append_row(path: Path, compose: Compose) -> Receipt:
    """Append an entry; RefusedError where that cannot be, and then the database is what it was.

    SQLite does not always wait as it is told to (not while a log is being recovered), so that we try again.
    """
    deadline = monotonic() + PATIENCE
    while True:
        try:
            return _append(path, compose)
        except BusyError:
            if monotonic() > deadline:
                raise
        sleep(_PAUSE)


def _append(path: Path, compose: Compose) -> Receipt:
    with opened(path, to_write=True) as link:
        link.execute("BEGIN IMMEDIATE")
        try:
            make_table(link, path)
            row = link.execute("SELECT number, text FROM entry ORDER BY number DESC LIMIT 1").fetchone()
            number, before = _last(path, row)
            text = compose(number + 1, before)
            _check_size(path, text)
            link.execute("INSERT INTO entry VALUES (?, ?)", (number + 1, text))
            link.execute("COMMIT")
        except BaseException:
            if link.in_transaction:
                link.execute("ROLLBACK")
            raise
    return Receipt(number + 1, own_seal(text))


def _check_size(path: Path, text: str) -> None:
    if len(text) > LARGEST_ENTRY:
        raise RefusedError(messages.ledger_full(str(path)))


def _last(path: Path, row: tuple[int, str] | None) -> tuple[int, str]:
    """Number and seal of the last entry, which must be as it was sealed."""
    if row is None:
        return 0, GENESIS
    data = row[1].encode()
    found = last_link(data)
    if (
        found is None
        or not data.endswith(b"\n")
        or (found.start, found.end, found.number) != (0, len(data), row[0])
        or seal_of(found.seal.before, data[: found.covered]).own != found.seal.own
    ):
        raise RefusedError(messages.not_our_end(str(path), row[0]))
    return found.number, found.seal.own
