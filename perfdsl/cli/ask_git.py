"""Asks git, as a process of its own without a shell, for what a path held at a revision."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

SECONDS = 60
MOST_BYTES = 256_000_000
"""Bytes of all files together that are read of a revision."""

_QUIET = {
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "LC_ALL": "C",
}
"""Git asks nobody, locks nothing, takes paths as they are, fetches nothing, and speaks one language."""


class GitError(Exception):
    """Git gave no result; the argument says what it said, empty where it is not installed."""


class Blob(NamedTuple):
    """A file of a revision: its path below the folder that was asked about, its object and its size."""

    path: str
    object_id: str
    size: int


def find_commit(folder: Path, revision: str) -> str | None:
    """Give the commit that a revision names; None where it names none. A name like an option is refused."""
    if revision.startswith("-") or not revision.isprintable():
        return None
    code, out, _ = _ask(folder, ["rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}"])
    found = out.decode("ascii", "replace").strip()
    return found if code == 0 and found.isalnum() else None


def in_work_tree(folder: Path) -> bool:
    """Whether a folder lies in the work tree of a repository; GitError where git refuses to look."""
    code, out, said = _ask(folder, ["rev-parse", "--is-inside-work-tree"])
    if code != 0 and "not a git repository" not in said:
        raise GitError(said)
    return code == 0 and out.strip() == b"true"


def list_files(folder: Path, commit: str, path: str) -> list[Blob]:
    """List the plain files at a path below a folder, and below that path; no links, no submodules."""
    code, out, said = _ask(folder, ["ls-tree", "-r", "-z", "--long", commit, "--", path])
    if code != 0:
        raise GitError(said)
    found = []
    for entry in out.decode("utf-8", "surrogateescape").split("\0"):
        about, tab, name = entry.partition("\t")
        fields = about.split()
        if tab and fields[0].startswith("100") and fields[3].isdigit():
            found.append(Blob(name, fields[2], int(fields[3])))
    return found


def read_blobs(folder: Path, blobs: list[Blob]) -> list[bytes]:
    """Read files whole, in their order, in one process; their sizes bound what it can give."""
    asked = "".join(f"{blob.object_id}\n" for blob in blobs).encode()
    code, out, said = _ask(folder, ["cat-file", "--batch"], asked)
    if code != 0:
        raise GitError(said)
    contents, at = [], 0
    for blob in blobs:
        start = out.find(b"\n", at) + 1
        head, data = out[at:start], out[start : start + blob.size]
        wanted = [blob.object_id.encode(), b"blob", str(blob.size).encode()]
        if not start or head.split() != wanted or len(data) != blob.size:
            raise GitError(head.decode("utf-8", "replace") or blob.object_id)
        contents.append(data)
        at = start + blob.size + 1
    return contents


def _ask(folder: Path, arguments: list[str], given: bytes = b"") -> tuple[int, bytes, str]:
    command = ["git", "--no-pager", "-C", str(folder), *arguments]
    try:
        ran = subprocess.run(  # noqa: S603 — a list of arguments, no shell; revisions are checked before
            command,
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=False,
            env={**os.environ, **_QUIET},
        )
    except FileNotFoundError:
        raise GitError("") from None
    except subprocess.TimeoutExpired:
        raise GitError(f"timeout, {SECONDS} s") from None
    except (OSError, ValueError) as problem:
        raise GitError(str(problem)) from None
    return ran.returncode, ran.stdout, ran.stderr.decode("utf-8", "replace")
