"""Reads a document as what its bytes are, whatever its name says, and turns any damage into one sentence."""

from __future__ import annotations

from importlib import import_module

from perfdsl.actuals.readers.bounds import MOST_BYTES
from perfdsl.actuals.readers.workbook import UnreadableWorkbookError
from perfdsl.diagnostic import Diagnostics
from perfdsl.documents import messages
from perfdsl.documents.document import Document, Kind
from perfdsl.documents.readers.bound_document import bound_document
from perfdsl.documents.readers.tell_kind import tell_kind
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

_READERS: dict[Kind, str] = {
    "docx": "read_docx",
    "html": "read_html",
    "xlsx": "read_xlsx",
    "xls": "read_xls",
    "csv": "read_csv",
    "text": "read_text",
}


def read_by_content(wanted: Kind, file: str, data: bytes, diagnostics: Diagnostics) -> Document | None:
    """Read a document; None, and a complaint, where nothing can be read. Never raises for what it holds."""
    if len(data) > MOST_BYTES:
        diagnostics.add(messages.document_too_large(file, len(data), MOST_BYTES))
        return None
    try:
        return _read(wanted, file, data, diagnostics)
    except (UnreadableDocumentError, UnreadableWorkbookError) as problem:
        reason = problem.reason
    except Exception:  # noqa: BLE001 (a damaged file breaks a parser in any way at all)
        reason = "damaged"
    diagnostics.add(messages.unreadable_document(file, reason))
    return None


def _read(wanted: Kind, file: str, data: bytes, diagnostics: Diagnostics) -> Document | None:
    kind = tell_kind(data, wanted)
    if kind != wanted:
        diagnostics.add(messages.read_by_content(file, kind))
    if kind == "pdf":
        from perfdsl.documents.readers.read_pdf import read

        return read(file, data, diagnostics)
    reader = import_module(f"perfdsl.documents.readers.{_READERS[kind]}")
    document: Document = reader.read_content(file, data, diagnostics)
    return bound_document(document, diagnostics)
