"""Writes a file in one step: a full disk or a crash leaves an older one whole. Links are followed."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Sequence
from pathlib import Path

from perfdsl import messages_files as messages
from perfdsl.diagnostic import Diagnostics
from perfdsl.forms.messages import exists, unknown_ending


def put_file(path: Path, data: bytes, diagnostics: Diagnostics) -> bool:
    """Write the file, its folders too; False after a complaint."""
    beside = ""
    try:
        real = Path(os.path.realpath(path))
        real.parent.mkdir(parents=True, exist_ok=True)
        if real.is_dir():
            raise IsADirectoryError(21, os.strerror(21), str(path))
        mode = real.stat().st_mode & 0o777 if real.exists() else _usual_mode()
        with tempfile.NamedTemporaryFile(dir=real.parent, prefix=".perfdsl-", delete=False) as file:
            beside = file.name
            file.write(data)
        Path(beside).chmod(mode)
        Path(beside).replace(real)
    except OSError as problem:
        with contextlib.suppress(OSError):
            Path(beside).unlink()
        diagnostics.add(messages.unwritable(str(path), problem))
        return False
    return True


def may_write(outs: Sequence[str], known: Sequence[str], diagnostics: Diagnostics, *, force: bool) -> bool:
    """Whether files have known endings and are new, or may be overwritten; told before anything is read."""
    for out in outs:
        if Path(out).suffix.lower() not in known:
            diagnostics.add(unknown_ending(out, known))
        elif is_there(Path(out)) and not force:
            diagnostics.add(exists(out))
    return not len(diagnostics)


def is_there(path: Path) -> bool:
    """Whether there is such a file; one whose name no disk takes is not there."""
    try:
        return path.exists()
    except OSError:
        return False


def _usual_mode() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
