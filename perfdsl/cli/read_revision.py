"""The sheets that a path held at a revision of the repository that it lies in."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from perfdsl import messages_files
from perfdsl.cli import messages_revision as messages
from perfdsl.cli.ask_git import MOST_BYTES as MOST_BYTES_TOGETHER
from perfdsl.cli.ask_git import Blob, GitError, find_commit, in_work_tree, list_files, read_blobs
from perfdsl.diagnostic import Diagnostics
from perfdsl.find_files import MOST_FILES, SHEET
from perfdsl.source import Source
from perfdsl.workspace import MOST_BYTES, source_of


def read_revision(revision: str, path: str, diagnostics: Diagnostics) -> list[Source]:
    """Give the sheets of a path as they were, called ``HEAD~1:specs/a.perf``; none after a complaint."""
    here = Path(path)
    folder, below = (here, ".") if here.is_dir() else (here.parent, here.name)
    try:
        if not in_work_tree(folder):
            diagnostics.add(messages.not_in_repository(revision, path))
            return []
        commit = find_commit(folder, revision)
        if commit is None:
            diagnostics.add(messages.not_a_revision(revision, path))
            return []
        blobs = [blob for blob in list_files(folder, commit, below) if _is_wanted(blob)]
        if not blobs:
            diagnostics.add(messages.no_sheets_there(revision, path))
        if not blobs or _is_too_much(blobs, revision, diagnostics):
            return []
        contents = read_blobs(folder, blobs)
    except GitError as problem:
        said = str(problem)
        diagnostics.add(messages.git_failed(said) if said else messages.no_git(revision))
        return []
    names = [f"{revision}:{folder / blob.path}" for blob in blobs]
    return [source_of(name, data, diagnostics) for name, data in zip(names, contents, strict=True)]


def _is_wanted(blob: Blob) -> bool:
    """Sheets, as ``find_files`` takes them: nothing hidden, nor below a hidden folder."""
    path = PurePosixPath(blob.path)
    return path.suffix.lower() == SHEET and not any(part.startswith((".", "~$")) for part in path.parts)


def _is_too_much(blobs: list[Blob], revision: str, diagnostics: Diagnostics) -> bool:
    if len(blobs) > MOST_FILES:
        diagnostics.add(messages_files.too_many(MOST_FILES))
        return True
    for blob in blobs:
        if blob.size > MOST_BYTES:
            diagnostics.add(messages_files.too_large(f"{revision}:{blob.path}", MOST_BYTES))
            return True
    if sum(blob.size for blob in blobs) > MOST_BYTES_TOGETHER:
        diagnostics.add(messages_files.too_large(revision, MOST_BYTES_TOGETHER))
        return True
    return False
