"""Reads a plain text, such as one that was taken out of a PDF, line by line."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Document, Line, OnLines, Prose
from perfdsl.documents.readers.bounds import MOST_BLOCKS
from perfdsl.documents.readers.decode_document import decode_document
from perfdsl.documents.readers.read_by_content import read_by_content
from perfdsl.documents.readers.unreadable import UnreadableDocumentError


def read(file: str, data: bytes, diagnostics: Diagnostics) -> Document | None:
    """Read a ``.txt`` file; see ``read_by_content``."""
    return read_by_content("text", file, data, diagnostics)


def read_content(file: str, data: bytes, diagnostics: Diagnostics) -> Document:
    """Give every line in the stream, blank ones too, and those with text as blocks."""
    text = decode_document(file, data, diagnostics).replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_BLOCKS:
        raise UnreadableDocumentError("too_many_cells")
    lines = text.removesuffix("\n").split("\n")
    stream = tuple(Line(line, OnLines(at, at)) for at, line in enumerate(lines, start=1))
    blocks = tuple(Prose(line.text, (line.spot,)) for line in stream if line.text.strip())
    return Document(file, "text", blocks, stream)
