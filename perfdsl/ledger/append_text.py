"""Appends to a ledger that is a text: one writer at a time, the entry in one go, and then to the disk.

Only the end of the file is read, so that an entry costs the same after ten entries and after many thousands.
Whatever goes wrong, the file is cut back to what it was; what a crash left half-written is moved aside.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from perfdsl.journal.entry import GENESIS
from perfdsl.journal.seal_line import own_seal
from perfdsl.ledger import messages
from perfdsl.ledger.ledger import PATIENCE, Compose, Receipt, RefusedError
from perfdsl.ledger.read_end import LedgerEnd, read_end
from perfdsl.ledger.set_aside import set_aside
from perfdsl.syntax.parse import LARGEST

_PLAINLY = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
"""Bytes as they are, for this program alone."""


def append_text(path: Path, compose: Compose) -> Receipt:
    """Append an entry; RefusedError where that cannot be, and then the file is what it was."""
    try:
        real = Path(os.path.realpath(path))
        real.parent.stat()  # a folder that is missing is told, not made
        with _locked(real, path), _opened(real, path) as file:
            return _append(file, path, real, compose)
    except (OSError, ValueError) as problem:
        raise RefusedError(messages.not_recorded(str(path), problem)) from None


def _append(file: int, path: Path, real: Path, compose: Compose) -> Receipt:
    end = read_end(file)
    if not end.is_sound:
        raise RefusedError(messages.not_our_end(str(path), end.number))
    moved = set_aside(file, end, real) if end.tail else ""
    number = end.number + 1
    text = compose(number, end.seal or GENESIS)
    data = text.encode() if end.ends_line else f"\n{text}".encode()
    # A text is read whole: its characters, never more than its bytes, must stay within what can be read.
    if end.length + len(data) > LARGEST:
        raise RefusedError(messages.ledger_full(str(path)))
    _write(file, data, end)
    if not end.length:
        _flush_folder(real.parent)
    return Receipt(number, own_seal(text), moved)


def _write(file: int, data: bytes, end: LedgerEnd) -> None:
    """Write all of it and wait for the disk; where that fails, cut the file back to what it was."""
    try:
        os.lseek(file, end.length, os.SEEK_SET)
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    except OSError:
        with suppress(OSError):
            os.ftruncate(file, end.length)
            os.fsync(file)
        raise


@contextmanager
def _locked(real: Path, path: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout

    lock = FileLock(real.parent / f".{real.name}.lock", timeout=PATIENCE)
    try:
        lock.acquire()
    except Timeout:
        raise RefusedError(messages.in_use(str(path), PATIENCE)) from None
    except NotImplementedError:
        raise RefusedError(messages.no_locks(str(path))) from None
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _opened(real: Path, path: Path) -> Iterator[int]:
    """Open the ledger, made where it is missing; only a plain file will do (a pipe would never answer)."""
    if real.exists() and not stat.S_ISREG(real.stat().st_mode) and not real.is_dir():
        raise RefusedError(messages.not_a_ledger(str(path)))
    file = os.open(real, os.O_RDWR | os.O_CREAT | _PLAINLY, 0o666)
    try:
        yield file
    finally:
        os.close(file)


def _flush_folder(folder: Path) -> None:
    """Let the name of a new file reach the disk too; some systems cannot, and need not."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        with suppress(OSError):
            os.fsync(opened)
    finally:
        os.close(opened)
