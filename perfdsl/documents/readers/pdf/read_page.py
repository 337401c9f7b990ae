"""Reads one page of a PDF as it is drawn: characters and rules, upright."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from perfdsl.documents.readers.pdf.open_file import open_page
from perfdsl.documents.readers.pdf.page import Page
from perfdsl.documents.readers.pdf.read_characters import read_characters, upright_quarters
from perfdsl.documents.readers.pdf.read_rules import read_rules
from perfdsl.documents.readers.pdf.upright import Upright, hundredths


def read_page(raw: Any, handle: Any, index: int) -> Page | None:  # noqa: ANN401 (untyped library)
    """Read a page (from 0); None where the file does not have it any more."""
    with open_page(raw, handle, index) as page:
        if page is None:
            return None
        upright = visible_part(raw, page)
        with open_text(raw, page) as text_page:
            upright = upright._replace(quarters=upright_quarters(raw, text_page, upright.quarters))
            typed = read_characters(raw, text_page, upright)
        drawn = read_rules(raw, page, upright)
    return Page(
        index + 1, *upright.size, typed.characters, drawn.rules, drawn.pictures,
        typed.unmapped, typed.crowded or drawn.crowded, drawn.things,
    )  # fmt: skip


def visible_part(raw: Any, page: Any) -> Upright:  # noqa: ANN401
    """Give the part of a page that is shown, turned as the page says."""
    box = raw.FS_RECTF()
    raw.FPDF_GetPageBoundingBox(page, ctypes.byref(box))
    left, bottom, right, top = map(hundredths, (box.left, box.bottom, box.right, box.top))
    return Upright(left, bottom, right, top, raw.FPDFPage_GetRotation(page) % 4)


@contextmanager
def open_text(raw: Any, page: Any) -> Iterator[Any]:  # noqa: ANN401
    """Give the text of a page."""
    text_page = raw.FPDFText_LoadPage(page)
    try:
        yield text_page
    finally:
        raw.FPDFText_ClosePage(text_page)
