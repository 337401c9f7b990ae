"""Forms to print and to fill: what a sheet, or a scorecard, becomes in a workbook or a text document."""

from __future__ import annotations

from perfdsl.registry import Registry

WRITERS = Registry(
    "perfdsl.form_writers",
    {
        ".xlsx": "perfdsl.forms.write_xlsx:write_xlsx",
        ".docx": "perfdsl.forms.write_docx:write_docx",
    },
)
"""Writers ``(forms, diagnostics, progress) -> bytes | None`` by the ending of a file's name."""
