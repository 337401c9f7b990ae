"""The forms in which explanations are written."""

from __future__ import annotations

from perfdsl.registry import Registry

EXPLANATIONS = Registry(
    "perfdsl.explanations",
    {
        "text": "perfdsl.report.explanation_text:render",
        "json": "perfdsl.report.explanation_json:render",
        "md": "perfdsl.report.explanation_markdown:render",
    },
)
"""Renderers ``(explanation or None, diagnostics, options) -> str``."""
