"""Shortens the names of files in a report to those below the folder that all of them share."""

from __future__ import annotations

from typing import Any

from perfdsl.annual.annual import AnnualReport


def shorten_places(report: AnnualReport, folder: str) -> AnnualReport:
    """Leave ``folder`` (with its last slash) out wherever it stands; linear in the report."""
    short: AnnualReport = _shorten(report, folder) if folder else report
    return short


def _shorten(part: Any, folder: str) -> Any:  # noqa: ANN401 — whatever a report holds
    if isinstance(part, str):
        return part.replace(folder, "") if folder in part else part
    if isinstance(part, tuple):
        parts = [_shorten(each, folder) for each in part]
        if all(new is old for new, old in zip(parts, part, strict=True)):
            return part
        made: Any = type(part)
        return made(*parts) if hasattr(part, "_fields") else tuple(parts)
    return part
