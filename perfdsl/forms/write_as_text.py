"""Writes a text into a cell of a workbook so that it stays a text, whatever it looks like."""

from __future__ import annotations

from typing import Any

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def is_risky(text: str) -> bool:
    """Whether a text, typed into its cell again, would become a formula."""
    return text.startswith(_RISKY)


def write_as_text(sheet: Any, row: int, column: int, text: str, look: Any) -> None:  # noqa: ANN401 — XlsxWriter has no types
    """Write a text as it is; what looks like XlsxWriter's own markup goes in two pieces, which it escapes."""
    if text.startswith("<r>") and text.endswith("</r>"):
        sheet.write_rich_string(row, column, text[:2], look, text[2:], look)
    else:
        sheet.write_string(row, column, text, look)
