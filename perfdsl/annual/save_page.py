"""Gives the page of a report as the bytes of a file."""

from __future__ import annotations

from perfdsl.annual.annual import AnnualReport
from perfdsl.diagnostic import Diagnostics


def save_page(report: AnnualReport, diagnostics: Diagnostics) -> bytes | None:
    """Write a report as .html; None after a complaint where a library is missing."""
    from perfdsl.annual.write_page import write_page

    try:
        page = write_page(report)
    except ImportError as problem:
        from perfdsl.annual.messages_documents import no_library

        diagnostics.add(no_library(problem.name or "jinja2, vl-convert-python", ".html"))
        return None
    return page.encode("utf-8", "replace")
