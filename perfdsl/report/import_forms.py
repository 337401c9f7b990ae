"""The forms that the report of an import is written in, found by name."""

from __future__ import annotations

from typing import Final

from perfdsl.registry import Registry

IMPORTS: Final = Registry(
    "perfdsl.import_reports",
    {
        "text": "perfdsl.report.import_text:render",
        "json": "perfdsl.report.import_json:render",
        "html": "perfdsl.report.import_html:render",
    },
)
"""Renderers ``(reports, diagnostics, options) -> str``; no report where no document could be read."""
