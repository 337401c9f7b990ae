"""Reads a web page, or a table that an office program saved as one: text and tables in their order."""

from __future__ import annotations

from collections import Counter
from typing import Any

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents import messages
from perfdsl.documents.document import Block, Document, Grid, InTable, Prose
from perfdsl.documents.readers.bounds import MOST_BLOCKS, MOST_CELLS, MOST_DEPTH
from perfdsl.documents.readers.decode_document import decode_document
from perfdsl.documents.readers.gather_page_text import BLOCKS, PageText, gather_child, is_passed_over
from perfdsl.documents.readers.parse_xml import check_marks, load_lxml
from perfdsl.documents.readers.read_by_content import read_by_content
from perfdsl.documents.readers.read_page_table import PageTableReader, is_layout, rows_of
from perfdsl.documents.readers.tell_cut_page import tell_cut_page
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

# lxml carries no types: its elements are Any.

_CELLS = (b"<td", b"<TD", b"<th", b"<TH")


def read(file: str, data: bytes, diagnostics: Diagnostics) -> Document | None:
    """Read an ``.html`` file; see ``read_by_content``."""
    return read_by_content("html", file, data, diagnostics)


def read_content(file: str, data: bytes, diagnostics: Diagnostics) -> Document:
    """Give the blocks of the page; UnreadableDocumentError where it is hostile."""
    text = decode_document(file, data, diagnostics, is_page=True)
    reader = _PageReader()
    root = _parse(text)
    if root is not None:
        reader.read(root, 0, keep_lines=False)
        reader.end_prose()
    cut = tell_cut_page(text)
    if cut:
        diagnostics.add(messages.page_cut_off(file, cut))
    if cut == "table":
        reader.mark_last_row()
    for what, count in sorted(reader.left_out.items()):
        diagnostics.add(messages.left_out(file, what, count))
    return Document(file, "html", tuple(reader.blocks))


def _parse(text: str) -> Any:  # noqa: ANN401
    """Give the root of the page, or None where it has none. Nothing is fetched, no file is opened."""
    etree = load_lxml()
    data = text.encode("utf-8", "replace")
    check_marks(data)
    if sum(map(data.count, _CELLS)) > MOST_CELLS:  # before a tree is made of them
        raise UnreadableDocumentError("too_many_cells")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # nothing that a page could begin with
        root = None
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        raise UnreadableDocumentError("too_deep")
    return root


class _PageReader:
    """The blocks that were read so far, and the text since the last one."""

    __slots__ = ("_into", "_paragraphs", "_table_reader", "_tables", "blocks", "left_out")

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self.left_out: Counter[str] = Counter()
        self._into = PageText(self.left_out)
        self._table_reader = PageTableReader(self.left_out)
        self._paragraphs = 0
        self._tables = 0

    def read(self, element: Any, depth: int, *, keep_lines: bool) -> None:  # noqa: ANN401
        """Read what stands inside an element."""
        self._into.add(element.text, keep_lines=keep_lines)
        for child in element:
            tag = child.tag
            if isinstance(tag, str) and not is_passed_over(child, self._into):
                if tag == "table":
                    self._read_table(child, depth, keep_lines=keep_lines)
                elif tag in BLOCKS:
                    self.end_prose()
                    self.read(child, depth, keep_lines=keep_lines or tag == "pre")
                    self.end_prose()
                elif len(child) and tag not in {"select", "sup"}:
                    self.read(child, depth, keep_lines=keep_lines)
                else:
                    gather_child(child, self._into, keep_lines=keep_lines)
            self._into.add(child.tail, keep_lines=keep_lines)

    def end_prose(self) -> None:
        """Make a block of the text since the last one."""
        text, flags = self._into.take()
        if text.strip():
            self._paragraphs += 1
            self._add(Prose(text, (InTable(0, self._paragraphs, 1),), flags))

    def mark_last_row(self) -> None:
        """Flag the last row of the last table: the page was cut off in it."""
        at = next((at for at in range(len(self.blocks) - 1, -1, -1) if isinstance(self.blocks[at], Grid)), -1)
        grid = self.blocks[at] if at >= 0 else None
        if isinstance(grid, Grid):
            last = max((cell.row for cell in grid.cells), default=0)
            cells = [c._replace(flags=c.flags | {"cut_off"}) if c.row == last else c for c in grid.cells]
            self.blocks[at] = grid._replace(cells=tuple(cells))

    def _read_table(self, table: Any, depth: int, *, keep_lines: bool) -> None:  # noqa: ANN401
        self.end_prose()
        for caption in table.iterchildren("caption"):
            self.read(caption, depth, keep_lines=keep_lines)
            self.end_prose()
        if depth < MOST_DEPTH and is_layout(table):
            for row in rows_of(table):
                for cell in row.cells:
                    self.read(cell, depth + 1, keep_lines=keep_lines)
                    self.end_prose()
            return
        self._tables += 1
        grid = self._table_reader.read(table, self._tables)
        if grid is not None:
            self._add(grid)

    def _add(self, block: Block) -> None:
        if len(self.blocks) == MOST_BLOCKS:
            raise UnreadableDocumentError("too_many_cells")
        self.blocks.append(block)
