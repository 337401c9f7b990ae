"""Reads a PDF: grids and lines of every page from top to bottom, and its text in the order of the file."""

from __future__ import annotations

from collections.abc import Iterator

from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.document import Block, Document, Line
from perfdsl.documents.readers.pdf import messages
from perfdsl.documents.readers.pdf.bounds import (
    MOST_BYTES,
    MOST_DOCUMENT_CHARACTERS,
    MOST_DOCUMENT_OBJECTS,
    MOST_PAGES,
)
from perfdsl.documents.readers.pdf.flag_page_breaks import Head, flag_page_break, read_head
from perfdsl.documents.readers.pdf.open_file import UnreadablePdfError, open_file
from perfdsl.documents.readers.pdf.page import Page
from perfdsl.documents.readers.pdf.read_blocks import read_blocks, read_stream
from perfdsl.documents.readers.pdf.read_page import read_page


def read(file: str, data: bytes, diagnostics: Diagnostics) -> Document | None:
    """Read a PDF; None, with one complaint, where it cannot be read at all.

    Places are boxes in hundredths of a point from the upper left corner of the upright page. Tables are not
    put together over pages.
    """
    if len(data) > MOST_BYTES:
        diagnostics.add(messages.file_too_large(file, len(data)))
        return None
    try:
        with open_file(data) as (raw, handle):
            pages = raw.FPDF_GetPageCount(handle)
            if pages > MOST_PAGES:
                diagnostics.add(messages.too_many_pages(file, pages))
                return None
            return _read_pages(file, (read_page(raw, handle, index) for index in range(pages)), diagnostics)
    except UnreadablePdfError as problem:
        diagnostics.add(messages.unreadable_pdf(file, problem.reason))
        return None


def _read_pages(file: str, pages: Iterator[Page | None], diagnostics: Diagnostics) -> Document | None:
    blocks: list[Block] = []
    stream: list[Line] = []
    scanned: list[int] = []
    head: Head = frozenset()
    number = characters = things = 0
    for number, page in enumerate(pages, start=1):
        if page is None:
            diagnostics.add(messages.lost_page(file, number))
            return None
        characters += len(page.characters)
        things += page.things
        if characters > MOST_DOCUMENT_CHARACTERS or things > MOST_DOCUMENT_OBJECTS:
            diagnostics.add(messages.too_much_text(file, number))
            return None
        if page.is_scanned:
            scanned.append(number)
        found = _read_blocks(file, page, diagnostics)
        blocks += flag_page_break(found, head) if number > 1 else found
        head = read_head(found)
        stream += read_stream(page)
    if not blocks:
        raise UnreadablePdfError("scanned" if scanned else "empty")
    if scanned:
        diagnostics.add(messages.scanned_pages(file, scanned))
    return Document(file, "pdf", tuple(blocks), tuple(stream), number)


def _read_blocks(file: str, page: Page, diagnostics: Diagnostics) -> tuple[Block, ...]:
    blocks, crowded = read_blocks(page)
    if crowded or page.crowded:
        diagnostics.add(messages.crowded_page(file, page.number))
    if page.unmapped:
        diagnostics.add(messages.lost_text(file, page.number, page.unmapped))
    return blocks
