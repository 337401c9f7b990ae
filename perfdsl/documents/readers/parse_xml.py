"""Parses a part of an office document with lxml: no entities, no document types, no network, bounded."""

from __future__ import annotations

from typing import Any

from perfdsl.documents.readers.bounds import MOST_MARKS
from perfdsl.documents.readers.unreadable import UnreadableDocumentError

# lxml carries no types: its elements are Any.

_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))
_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", b"http://schemas.openxmlformats.org/officeDocument/2006/math"),
)  # fmt: skip
"""Names of the strict variant of the format, and those that everyone uses."""


def parse_xml(data: bytes) -> Any:  # noqa: ANN401
    """Give the root of a part; UnreadableDocumentError where it is hostile, an error of lxml if damaged."""
    etree = load_lxml()
    if any(mark in data for mark in _DOCTYPES):
        raise UnreadableDocumentError("declares_entities")
    check_marks(data)
    if b"http://purl.oclc.org/ooxml/" in data:
        for strict, usual in _STRICT:
            data = data.replace(strict, usual)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True,
        remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as problem:
        said = str(problem).lower()
        if "huge" in said:  # what lxml allows only when it is told not to mind
            raise UnreadableDocumentError("too_deep" if "depth" in said else "unpacks_too_large") from None
        raise
    if root.getroottree().docinfo.doctype:
        raise UnreadableDocumentError("declares_entities")
    return root


def check_marks(data: bytes) -> None:
    """Refuse what would fill the memory once it is a tree."""
    if data.count(b"<") + data.count(b"=") > MOST_MARKS:
        raise UnreadableDocumentError("too_many_marks")


def load_lxml() -> Any:  # noqa: ANN401
    """Give ``lxml.etree``; UnreadableDocumentError where it is not installed."""
    try:
        from lxml import etree
    except ImportError:
        raise UnreadableDocumentError("no_lxml") from None
    return etree
