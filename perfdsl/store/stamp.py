"""A mark of the program itself: what one version kept, another does not trust."""

from __future__ import annotations

import hashlib
import os
import sys
from functools import cache
from pathlib import Path

from perfdsl import __version__
from perfdsl.packaged import packaged_folder

_KINDS = (".py", ".lark", ".json", ".perf")


@cache
def program_stamp() -> str:
    """Digest of version, interpreter, and the names, sizes and times of all files that results depend on."""
    digest = hashlib.sha256(f"{__version__} {sys.version_info[:3]}".encode())
    for folder in (Path(__file__).parents[1], packaged_folder("grammar"), packaged_folder("rubrics")):
        for line in sorted(_files(str(folder))):
            digest.update(line.encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _files(folder: str) -> list[str]:
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir() and entry.name != "__pycache__":
                found += _files(entry.path)
            elif entry.name.endswith(_KINDS):
                told = entry.stat()
                found.append(f"{entry.name} {told.st_size} {told.st_mtime_ns}\n")
    return found


def digest_of(*parts: str | bytes) -> str:
    """Digest of parts, told apart by their lengths."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    return digest.hexdigest()
