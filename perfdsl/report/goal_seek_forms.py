"""The forms in which answers to ``goal-seek`` are written."""

from __future__ import annotations

from perfdsl.registry import Registry

GOALS = Registry(
    "perfdsl.goals",
    {
        "text": "perfdsl.report.goal_seek_text:render",
        "json": "perfdsl.report.goal_seek_json:render",
        "md": "perfdsl.report.goal_seek_markdown:render",
    },
)
"""Renderers ``(answers, diagnostics, options) -> str``."""
