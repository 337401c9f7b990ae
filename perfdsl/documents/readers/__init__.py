"""Readers of documents, by a file's ending: ``read(file, data, diagnostics) -> Document | None``."""

from __future__ import annotations

from perfdsl.registry import Registry

READERS = Registry(
    "perfdsl.document_readers",
    {
        ".pdf": "perfdsl.documents.readers.read_pdf:read",
        ".docx": "perfdsl.documents.readers.read_docx:read",
        ".html": "perfdsl.documents.readers.read_html:read",
        ".htm": "perfdsl.documents.readers.read_html:read",
        ".xlsx": "perfdsl.documents.readers.read_xlsx:read",
        ".xls": "perfdsl.documents.readers.read_xls:read",
        ".csv": "perfdsl.documents.readers.read_csv:read",
        ".txt": "perfdsl.documents.readers.read_text:read",
    },
)
