"""The forms that monitoring is written in, found by name."""

from perfdsl.registry import Registry

MONITORING = Registry(
    "perfdsl.monitoring",
    {
        "text": "perfdsl.report.monitor_text:render",
        "json": "perfdsl.report.monitor_json:render",
        "csv": "perfdsl.report.monitor_csv:render",
        "md": "perfdsl.report.monitor_markdown:render",
    },
)
"""Renderers ``(monitored or None, diagnostics, options) -> str``."""
