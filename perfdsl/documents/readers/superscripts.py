"""Raised digits as characters of their own: 10² must never be read as 102."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻")


def raise_digits(text: str) -> str:
    """Turn the digits of a superscript into superscript characters; other characters stay."""
    return text.translate(_RAISED)
