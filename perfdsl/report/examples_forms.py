"""The forms in which tried examples are written."""

from __future__ import annotations

from perfdsl.registry import Registry

EXAMPLES = Registry(
    "perfdsl.examples",
    {
        "text": "perfdsl.report.examples_text:render",
        "json": "perfdsl.report.examples_json:render",
        "junit": "perfdsl.report.examples_junit:render",
    },
)
"""Renderers ``(tested, diagnostics, options) -> str``."""
