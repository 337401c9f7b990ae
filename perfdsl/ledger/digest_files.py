"""Takes the digest of evidence: what stood in a file when a fact was recorded can be shown later."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

from perfdsl.diagnostic import Diagnostics, Text
from perfdsl.journal.entry import Evidence
from perfdsl.ledger import messages
from perfdsl.messages_files import cause_of

_PIECE = 1 << 20


def digest_file(path: Path, folder: Path, diagnostics: Diagnostics) -> Evidence | None:
    """Read a file whole; it is named from the workspace's folder. None after a complaint."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            diagnostics.add(messages.no_evidence(str(path), Text("不是普通文件", "no plain file")))
            return None
        with path.open("rb") as file:
            digest = hashlib.sha256()
            while piece := file.read(_PIECE):
                digest.update(piece)
    except (OSError, ValueError) as problem:
        diagnostics.add(messages.no_evidence(str(path), cause_of(problem)))
        return None
    return Evidence(name_from(path, folder), digest.hexdigest())


def name_from(path: Path, folder: Path) -> str:
    """Name a file as it is reached from a folder, with slashes on every system."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.name
