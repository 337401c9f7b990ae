"""Opens the bytes of a PDF, one file at a time, and closes it whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from perfdsl.documents.readers.pdf.weigh_drawings import is_bomb

_ONE_AT_A_TIME = Lock()
"""The library must not be used by two threads at once."""

_HEAD = 1024
"""Bytes within which a PDF says that it is one."""
_TAIL = 4096
"""Bytes within which it says that it ends."""


class UnreadablePdfError(Exception):
    """A PDF that cannot be read; ``reason`` is a key of the wordings in ``messages``."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


@contextmanager
def open_file(data: bytes) -> Iterator[tuple[Any, Any]]:
    """Give the library and its handle of the file.

    UnreadablePdfError where the library is not installed, or the file is no PDF, cut off, damaged, encrypted
    or a bomb.
    """
    if b"%PDF-" not in data[:_HEAD]:
        raise UnreadablePdfError("no_pdf")
    if b"%%EOF" not in data[-_TAIL:]:
        raise UnreadablePdfError("cut_off")
    raw = _library()
    if is_bomb(data):
        raise UnreadablePdfError("bomb")
    with _ONE_AT_A_TIME:
        handle = raw.FPDF_LoadMemDocument64(data, len(data), None)
        if not handle:
            raise UnreadablePdfError(_reason(raw))
        try:
            yield raw, handle
        finally:
            raw.FPDF_CloseDocument(handle)


@contextmanager
def open_page(raw: Any, handle: Any, index: int) -> Iterator[Any]:  # noqa: ANN401 (untyped library)
    """Give a page (from 0), or None where the file does not have it any more."""
    page = raw.FPDF_LoadPage(handle, index)
    try:
        yield page or None
    finally:
        if page:
            raw.FPDF_ClosePage(page)


def _library() -> Any:  # noqa: ANN401
    try:
        import pypdfium2
    except (ImportError, OSError) as problem:
        raise UnreadablePdfError("no_pypdfium2") from problem
    return pypdfium2.raw


def _reason(raw: Any) -> str:  # noqa: ANN401
    code = raw.FPDF_GetLastError()
    return "encrypted" if code in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY} else "damaged"
