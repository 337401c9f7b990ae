"""Texts of forms made fit to stand between the quotation marks of a sheet."""

from __future__ import annotations

import unicodedata

_STAND_IN = "”"
_UNREADABLE = dict.fromkeys((0xFFFE, 0xFFFF), "\ufffd")
"""What damaged files hold in place of a character."""


def quotable(text: str) -> str:
    """Give a text that can be written and read back: no control characters, and marks that do not end it.

    A text without a line break may hold ``"`` or ``”``, not both: then ``"`` becomes ``”``.
    """
    plain = "".join(each for each in text.translate(_UNREADABLE) if each == "\n" or not _is_control(each))
    if '"' in plain and ("”" in plain or "\n" in plain):
        plain = plain.replace('"', _STAND_IN)
    return plain


def quotable_name(text: str) -> str:
    """The same for a name, which stands on one line."""
    return quotable(" ".join(text.split()))


def _is_control(character: str) -> bool:
    return unicodedata.category(character) in {"Cc", "Cs", "Cf", "Zl", "Zp"}
