"""Reports of scores, and of diagnostics, in every form: imported only when one is asked for by name."""

from perfdsl.registry import Registry
from perfdsl.report.options import Options

REPORTS = Registry(
    "perfdsl.reports",
    {
        "text": "perfdsl.report.terminal:render",
        "json": "perfdsl.report.scorecard_json:render",
        "csv": "perfdsl.report.scorecard_csv:render",
        "md": "perfdsl.report.markdown:render",
    },
)
"""Renderers ``(scorecard, diagnostics, options) -> str``."""

DIAGNOSTICS = Registry(
    "perfdsl.diagnostics",
    {
        "text": "perfdsl.report.excerpt:render",
        "json": "perfdsl.report.diagnostics_json:render",
        "sarif": "perfdsl.report.sarif:render",
        "github": "perfdsl.report.github:render",
    },
)
"""Renderers ``(diagnostics, options) -> str``."""

JOURNALS = Registry(
    "perfdsl.journals",
    {
        "text": "perfdsl.report.journal_forms:render_text",
        "json": "perfdsl.report.journal_forms:render_json",
        "csv": "perfdsl.report.journal_forms:render_csv",
    },
)
"""Renderers ``(entries, options) -> str``."""

__all__ = ["DIAGNOSTICS", "JOURNALS", "REPORTS", "Options"]
