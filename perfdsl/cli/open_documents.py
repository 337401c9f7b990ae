"""Opens official documents: each file read by the reader of its ending, within bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from perfdsl import messages_files as messages
from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Document
from perfdsl.documents.readers import READERS
from perfdsl.workspace import read_bytes

MOST_DOCUMENTS = 10_000


class Opened(NamedTuple):
    """A document and the bytes that it was read from."""

    document: Document
    data: bytes


def open_documents(paths: Sequence[str], diagnostics: Diagnostics) -> Iterator[Opened]:
    """Read documents one by one, so that only one is in memory; those that cannot be are complained of."""
    files = list(dict.fromkeys(file for path in paths for file in _files(path, diagnostics)))
    if len(files) > MOST_DOCUMENTS:
        diagnostics.add(messages.too_many(MOST_DOCUMENTS))
    for file in files[:MOST_DOCUMENTS]:
        opened = _open(file, diagnostics)
        if opened is not None:
            yield opened


def _files(path: str, diagnostics: Diagnostics) -> list[Path]:
    """Give a file as it is, and what a folder holds that some reader reads, in order of names."""
    here = Path(path)
    try:
        if not path or not here.is_dir():
            return [here] if path else []
        known = set(READERS.names())
        listed = [each for each in here.iterdir() if not each.name.startswith((".", "~$"))]
        found = sorted(each for each in listed if each.suffix.lower() in known)
    except (OSError, ValueError):
        return [here]
    if not found:
        diagnostics.add(messages.no_documents(path, sorted(known)))
    return found


def _open(file: Path, diagnostics: Diagnostics) -> Opened | None:
    kind = file.suffix.lower()
    if kind not in READERS:
        diagnostics.add(messages.unknown_document(str(file), READERS.names()))
        return None
    data = read_bytes(file, diagnostics)
    if data is None:
        return None
    document: Document | None = READERS.get(kind)(str(file), data, diagnostics)
    return None if document is None else Opened(document, data)
