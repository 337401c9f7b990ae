"""The forms that an audit is written in, found by name."""

from __future__ import annotations

from typing import Final

from perfdsl.registry import Registry

AUDITS: Final = Registry(
    "perfdsl.audits",
    {
        "text": "perfdsl.report.audit_text:render",
        "json": "perfdsl.report.audit_json:render",
        "csv": "perfdsl.report.audit_csv:render",
        "md": "perfdsl.report.audit_markdown:render",
    },
)
"""Renderers ``(audit, diagnostics, options) -> str``; the audit is None where there is none."""

FORM_AUDITS: Final = Registry(
    "perfdsl.form_audits",
    {
        "text": "perfdsl.report.form_audit_text:render",
        "json": "perfdsl.report.form_audit_json:render",
        "csv": "perfdsl.report.form_audit_csv:render",
        "md": "perfdsl.report.form_audit_markdown:render",
    },
)
"""Renderers ``(audits of forms, diagnostics, options) -> str``, of the same names."""
