"""Colours for terminals that show them; nothing is said by colour alone."""

from __future__ import annotations

from typing import Final, Literal

Style = Literal[
    "error",
    "warning",
    "note",
    "met",
    "missed",
    "pending",
    "excluded",
    "strong",
    "faint",
    "frame",
    "red",
    "yellow",
    "green",
    "blue",
]

STYLES: Final[dict[Style, str]] = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "met": "32",
    "missed": "31",
    "pending": "33",
    "excluded": "2",
    "strong": "1",
    "faint": "2",
    "frame": "34",
    "red": "1;31",
    "yellow": "1;33",
    "green": "32",
    "blue": "1;34",
}


def paint(text: str, style: Style, *, colour: bool) -> str:
    """Wrap a visible text in the escapes of a style, where colours were asked for."""
    return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if colour and text else text
