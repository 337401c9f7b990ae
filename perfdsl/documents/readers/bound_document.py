"""Holds a document that was read against the bounds that all kinds share, and says where it has no text."""

from __future__ import annotations

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents import messages
from perfdsl.documents.document import Block, Document, Grid, Line
from perfdsl.documents.readers.bounds import MOST_CHARACTERS


def bound_document(document: Document, diagnostics: Diagnostics) -> Document:
    """Cut texts that are too long, with a complaint; warn where there are none at all."""
    long = sum(map(_count_long, document.blocks))
    if long:
        diagnostics.add(messages.text_cut(document.file, long, MOST_CHARACTERS))
        stream = tuple(Line(line.text[:MOST_CHARACTERS], line.spot) for line in document.stream)
        document = document._replace(blocks=tuple(map(_cut, document.blocks)), stream=stream)
    if not any(map(_has_text, document.blocks)):
        diagnostics.add(messages.nothing_in_document(document.file))
    return document


def _count_long(block: Block) -> int:
    if isinstance(block, Grid):
        return sum(len(cell.text) > MOST_CHARACTERS for cell in block.cells)
    return len(block.text) > MOST_CHARACTERS


def _cut(block: Block) -> Block:
    if isinstance(block, Grid):
        return block._replace(cells=tuple(c._replace(text=c.text[:MOST_CHARACTERS]) for c in block.cells))
    return block._replace(text=block.text[:MOST_CHARACTERS])


def _has_text(block: Block) -> bool:
    if isinstance(block, Grid):
        return any(cell.text and not cell.text.isspace() for cell in block.cells)
    return bool(block.text) and not block.text.isspace()
