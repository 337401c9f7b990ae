"""Draws pages of a PDF as grey pictures, so that a report can show the place that a field was read from."""

from __future__ import annotations

import ctypes
import struct
import zlib
from collections.abc import Iterable
from typing import Any

from perfdsl.documents.readers.pdf.bounds import MOST_BYTES
from perfdsl.documents.readers.pdf.open_file import UnreadablePdfError, open_file, open_page
from perfdsl.documents.readers.pdf.read_characters import upright_quarters
from perfdsl.documents.readers.pdf.read_page import open_text, visible_part

MOST_PIXELS = 20_000_000
"""Pixels of a picture: an A3 page at 300 dots an inch has 17 million."""
MOST_DRAWN = 500
"""Pages drawn at once."""
_POINTS = 7_200
"""Hundredths of a point in an inch."""
_WHITE = 0xFFFFFFFF


def draw_pages(data: bytes, pages: Iterable[int], dots_per_inch: int) -> dict[int, bytes]:
    """Give a PNG (8 bit grey) of each page, by its number (from 1).

    Boxes of ``OnPage`` fit the picture: pixel = hundredths of a point × ``dots_per_inch`` / 7200. Pages that
    are too large or that the file does not have are left out; so are all where the file cannot be read.
    """
    wanted = sorted({page for page in pages if page > 0})[:MOST_DRAWN]
    if len(data) > MOST_BYTES:
        return {}
    try:
        with open_file(data) as (raw, handle):
            drawn = {page: _draw_page(raw, handle, page - 1, dots_per_inch) for page in wanted}
    except UnreadablePdfError:
        return {}
    return {page: png for page, png in drawn.items() if png is not None}


def _draw_page(raw: Any, handle: Any, index: int, dots_per_inch: int) -> bytes | None:  # noqa: ANN401 (untyped library)
    with open_page(raw, handle, index) as page:
        if page is None:
            return None
        part = visible_part(raw, page)
        with open_text(raw, page) as text_page:
            upright = part._replace(quarters=upright_quarters(raw, text_page, part.quarters))
        width, height = (max(1, -(-side * dots_per_inch // _POINTS)) for side in upright.size)
        if width * height > MOST_PIXELS:
            return None
        return _render(raw, page, width, height, (upright.quarters - part.quarters) % 4)


def _render(raw: Any, page: Any, width: int, height: int, quarters: int) -> bytes | None:  # noqa: ANN401
    bitmap = raw.FPDFBitmap_CreateEx(width, height, raw.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        raw.FPDF_RenderPageBitmap(
            bitmap, page, 0, 0, width, height, quarters, raw.FPDF_ANNOT | raw.FPDF_GRAYSCALE
        )
        stride = raw.FPDFBitmap_GetStride(bitmap)
        grey = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    return _as_png(width, height, [grey[row * stride : row * stride + width] for row in range(height)])


def _as_png(width: int, height: int, rows: list[bytes]) -> bytes:
    """Write a PNG: a header, the rows packed (each after the number of its filter, none), an end."""
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    packed = zlib.compress(b"\0" + b"\0".join(rows))
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", packed) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
