"""Reads a Word document: paragraphs and tables in their order, as they stand on paper.

Tracked changes are read as accepted. Automatic numbers, footnotes, headers, comments and pictures are no text
of the body and are left out; what is left out of the body itself is told in notes.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents import messages
from perfdsl.documents.document import Block, Document, Flag, InTable, Prose
from perfdsl.documents.readers.bounds import MOST_BLOCKS, MOST_DEPTH
from perfdsl.documents.readers.gather_text import (
    ALTERNATIVES,
    BOX,
    CONTENT_CONTROL,
    PARAGRAPH,
    TABLE,
    Gathered,
    W,
    choose,
    gather,
    is_prompt,
)
from perfdsl.documents.readers.parse_xml import load_lxml, parse_xml
from perfdsl.documents.readers.read_by_content import read_by_content
from perfdsl.documents.readers.read_word_table import TableReader, cells_of, is_layout, rows_of
from perfdsl.documents.readers.tell_kind import DOCUMENT_PART
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

# lxml carries no types: its elements are Any.

_PROPERTIES = frozenset({W + "sectPr", W + "tcPr", W + "sdtPr", W + "sdtEndPr", W + "customXmlPr"})
_DELETED = frozenset({W + "del", W + "moveFrom"})


def read(file: str, data: bytes, diagnostics: Diagnostics) -> Document | None:
    """Read a ``.docx`` file; see ``read_by_content``."""
    return read_by_content("docx", file, data, diagnostics)


def read_content(file: str, data: bytes, diagnostics: Diagnostics) -> Document:
    """Give the blocks of the body; UnreadableDocumentError, or any error of a parser, where it is damaged."""
    load_lxml()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = parse_xml(archive.read(next(filter(DOCUMENT_PART.fullmatch, archive.namelist()))))
    body = root.find(W + "body")
    if body is None:
        raise UnreadableDocumentError("damaged")
    reader = _BodyReader()
    reader.read(body, 0, frozenset())
    for what, count in sorted(reader.left_out.items()):
        diagnostics.add(messages.left_out(file, what, count))
    return Document(file, "docx", tuple(reader.blocks))


class _BodyReader:
    """The blocks that were read so far."""

    __slots__ = ("_paragraphs", "_table_reader", "_tables", "blocks", "left_out")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.left_out: Counter[str] = Counter()
        self._table_reader = TableReader(self.left_out)
        self._paragraphs = 0
        self._tables = 0

    def read(self, parent: Any, depth: int, flags: frozenset[Flag]) -> None:  # noqa: ANN401
        """Read the blocks in the body, a text box, or a cell of a table that places other tables."""
        for element in parent:
            tag = element.tag
            if tag == PARAGRAPH:
                self._read_paragraph(element, depth, flags)
            elif tag == TABLE:
                self._read_table(element, depth, flags)
            elif tag in _DELETED:
                self.left_out["deleted"] += 1
            elif tag == W + "altChunk":
                self.left_out["inserted_file"] += 1
            elif tag == CONTENT_CONTROL and is_prompt(element):
                self.left_out["placeholder"] += 1
            elif tag == ALTERNATIVES:
                self.read([each for each in (choose(element),) if each is not None], depth, flags)
            elif tag not in _PROPERTIES:
                self.read(element, depth, flags | ({"text_box"} if tag == BOX else set()))

    def _read_paragraph(self, paragraph: Any, depth: int, flags: frozenset[Flag]) -> None:  # noqa: ANN401
        self._paragraphs += 1
        into = Gathered(self.left_out, [])
        gather(paragraph, into)
        if into.text.strip():
            spot = InTable(0, self._paragraphs, 1)
            self._add(Prose(into.text, (spot,), flags | into.flags))
        for box in into.boxes or ():
            self.read(box, depth, flags | {"text_box"})

    def _read_table(self, table: Any, depth: int, flags: frozenset[Flag]) -> None:  # noqa: ANN401
        if depth < MOST_DEPTH and is_layout(table):
            for row in rows_of(table):
                for cell in cells_of(row):
                    self.read(cell, depth + 1, flags)
            return
        self._tables += 1
        grid = self._table_reader.read(table, self._tables)
        if grid is not None:
            cells = (
                tuple(cell._replace(flags=cell.flags | flags) for cell in grid.cells) if flags else grid.cells
            )
            self._add(grid._replace(cells=cells))

    def _add(self, block: Block) -> None:
        if len(self.blocks) == MOST_BLOCKS:
            raise UnreadableDocumentError("too_many_cells")
        self.blocks.append(block)
