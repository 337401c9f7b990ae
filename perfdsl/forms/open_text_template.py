"""Opens a user's text document to be filled: parts with text as trees, all others as the bytes they are."""

from __future__ import annotations

import io
import re
import zipfile
from typing import Any, NamedTuple

from perfdsl.actuals.readers.check_archive import check_archive
from perfdsl.actuals.readers.workbook import UnreadableWorkbookError, damage_is_told
from perfdsl.diagnostic import Diagnostics
from perfdsl.documents.readers.parse_xml import check_marks, load_lxml
from perfdsl.documents.readers.unreadable import UnreadableDocumentError
from perfdsl.forms import messages, messages_template

_PARTS = re.compile(r"word/(?:document|header[0-9]*|footer[0-9]*)\.xml")
_DOCTYPES = (b"<!DOCTYPE", "<!DOCTYPE".encode("utf-16-le"), "<!DOCTYPE".encode("utf-16-be"))

# lxml carries no types: its elements are Any.


class TextTemplate(NamedTuple):
    """A document's package, and the roots of its body, headers and footers by the names of their parts."""

    data: bytes
    roots: dict[str, Any]

    def packed(self) -> bytes:
        """Give the package with the trees as they are now; all other parts are unchanged, byte by byte."""
        etree = load_lxml()
        stream = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(self.data)) as old, zipfile.ZipFile(stream, "w") as new:
            for part in old.infolist():
                content = old.read(part)
                if part.filename in self.roots:
                    root = self.roots[part.filename].getroottree()
                    content = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
                new.writestr(part, content, compress_type=part.compress_type)
        return stream.getvalue()


def open_text_template(name: str, data: bytes, diagnostics: Diagnostics) -> TextTemplate | None:
    """Give the document; None after a complaint: damaged, encrypted, too large, hostile."""
    try:
        with damage_is_told():
            return _open(data)
    except UnreadableWorkbookError as problem:
        reason = problem.reason
    if reason == "no_lxml":
        diagnostics.add(messages.no_library("lxml"))
    else:
        diagnostics.add(messages_template.unusable(name, reason))
    return None


def _open(data: bytes) -> TextTemplate:
    if not data.startswith(b"PK\x03\x04"):
        raise UnreadableWorkbookError("encrypted" if data.startswith(b"\xd0\xcf\x11\xe0") else "damaged")
    if "word/document.xml" not in check_archive(data):
        raise UnreadableWorkbookError("damaged")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist() if _PARTS.fullmatch(name)}
    try:
        return TextTemplate(data, {name: _parse(content) for name, content in parts.items()})
    except UnreadableDocumentError as problem:
        raise UnreadableWorkbookError(problem.reason) from None


def _parse(data: bytes) -> Any:  # noqa: ANN401
    """Parse a part as it is, with comments and all; no entities, no network."""
    etree = load_lxml()
    if any(mark in data for mark in _DOCTYPES):
        raise UnreadableDocumentError("declares_entities")
    check_marks(data)
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)
    root = etree.fromstring(data, parser)
    if root.getroottree().docinfo.doctype:
        raise UnreadableDocumentError("declares_entities")
    return root
