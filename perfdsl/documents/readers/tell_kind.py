"""Tells what a file is by its bytes: its name often says something else."""

from __future__ import annotations

import re

from perfdsl.actuals.readers.check_archive import check_archive
from perfdsl.actuals.readers.compound_file import MAGIC as COMPOUND
from perfdsl.actuals.readers.compound_file import CompoundFile
from perfdsl.documents.document import Kind
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

_HEAD = 4096
_PAGE = re.compile(rb"<\s*(?:!doctype\s+html|html|head|body|table|meta)\b", re.IGNORECASE)
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,400}?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
DOCUMENT_PART = re.compile(r"word/document\d*\.xml")
"""The body of a Word document; some servers number it."""

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_UNREADABLE = (
    (b"urn:schemas-microsoft-com:office:spreadsheet", "xml_workbook"),
    (b"http://schemas.microsoft.com/office/word/2003/wordml", "xml_document"),
    (b"http://schemas.microsoft.com/office/2006/xmlPackage", "xml_document"),
)


def tell_kind(data: bytes, wanted: Kind) -> Kind:
    """Give the kind of a document; ``wanted`` is what its name says, and decides between kinds of text.

    UnreadableDocumentError where it is none that can be read; UnreadableWorkbookError for a hostile archive.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableDocumentError("empty")
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_archive(data)
    if data.startswith(COMPOUND):
        return _kind_of_compound(data)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return _kind_of_text(data[:_HEAD], wanted)


def _kind_of_archive(data: bytes) -> Kind:
    names = check_archive(data)
    if any(map(DOCUMENT_PART.fullmatch, names)):
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if data[30:].startswith(b"mimetypeapplication/vnd.oasis.opendocument"):
        raise UnreadableDocumentError("open_document")
    if "xl/workbook.bin" in names:
        raise UnreadableDocumentError("binary_sheet")
    raise UnreadableDocumentError("slides" if "ppt/presentation.xml" in names else "no_document")


def _kind_of_compound(data: bytes) -> Kind:
    names = CompoundFile(data).names()
    if "EncryptedPackage" in names:
        raise UnreadableDocumentError("encrypted")
    if {"Workbook", "Book"} & names:
        return "xls"
    if "WordDocument" in names:
        raise UnreadableDocumentError("old_word")
    raise UnreadableDocumentError("slides" if "PowerPoint Document" in names else "unknown")


def _kind_of_text(head: bytes, wanted: Kind) -> Kind:
    if head.startswith(_PICTURES[:5]) or (head.startswith(b"BM") and b"\0" in head[:32]):
        raise UnreadableDocumentError("picture")
    marked = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    plain = head.replace(b"\0", b"") if marked else head
    if plain.lstrip().startswith(b"{\\rtf"):
        raise UnreadableDocumentError("rich_text")
    if re.match(rb"\s*(?:MIME-Version|From):", plain, re.IGNORECASE) and b"multipart/" in plain:
        raise UnreadableDocumentError("web_archive")
    reason = next((reason for mark, reason in _UNREADABLE if mark in plain), None)
    if reason is not None and plain.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<?xml"):
        raise UnreadableDocumentError(reason)
    if wanted in {"csv", "text"}:
        opening = plain.lstrip(b"\xff\xfe\xef\xbb\xbf")
        return "html" if _OPENING.match(opening) else wanted
    if wanted == "html" or _PAGE.search(plain):
        return "html"
    if b"\0" in plain or wanted == "pdf":
        raise UnreadableDocumentError("damaged" if wanted == "pdf" else "unknown")
    return "csv" if wanted in {"xls", "xlsx"} else "text"
