"""Who writes a report of a year, by the ending of the file's name."""

from __future__ import annotations

from perfdsl.registry import Registry

WRITERS = Registry(
    "perfdsl.annual_writers",
    {
        ".html": "perfdsl.annual.save_page:save_page",
        ".docx": "perfdsl.annual.write_text_document:write_text_document",
        ".xlsx": "perfdsl.annual.write_workbook:write_workbook",
    },
)
"""Writers ``(report, diagnostics) -> bytes | None``; a PDF is a printed page."""
