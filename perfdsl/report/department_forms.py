"""The forms that ``eval --by department`` is written in, found by name."""

from perfdsl.registry import Registry

DEPARTMENTS = Registry(
    "perfdsl.departments",
    {
        "text": "perfdsl.report.department_text:render",
        "json": "perfdsl.report.department_json:render",
        "csv": "perfdsl.report.department_csv:render",
        "md": "perfdsl.report.department_markdown:render",
    },
)
"""Renderers ``(scorecard, diagnostics, options) -> str``."""
